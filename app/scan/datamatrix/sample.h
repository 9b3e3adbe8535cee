/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"
#include "scan/grey.h"

G_BEGIN_DECLS

/* Points of this folder count from the middle of the first pixel: (0, 0) is the value of pixels[0] itself. */

static inline MadafPoint
madaf_point_add (MadafPoint a, MadafPoint b, float times)
{
  return (MadafPoint){ a.x + times * b.x, a.y + times * b.y };
}

static inline MadafPoint
madaf_point_subtract (MadafPoint a, MadafPoint b)
{
  return (MadafPoint){ a.x - b.x, a.y - b.y };
}

static inline float
madaf_point_cross (MadafPoint a, MadafPoint b)
{
  return a.x * b.y - a.y * b.x;
}

static inline float
madaf_point_dot (MadafPoint a, MadafPoint b)
{
  return a.x * b.x + a.y * b.y;
}

/* The brightness at a place between pixels, bilinear; outside, that of the nearest pixel. */
static inline float
madaf_grey_sample (const MadafGrey *self, MadafPoint at)
{
  /* What is not a number becomes 0 here. */
  float x = at.x > 0 ? MIN (at.x, self->width - 1) : 0;
  float y = at.y > 0 ? MIN (at.y, self->height - 1) : 0;
  int left = (int)x;
  int top = (int)y;
  gsize right = left + 1 < self->width ? 1 : 0;
  const guint8 *upper = self->pixels + top * self->stride + left;
  const guint8 *lower = top + 1 < self->height ? upper + self->stride : upper;
  float u = x - left;
  float v = y - top;

  return (1 - v) * (upper[0] + u * (upper[right] - upper[0])) + v * (lower[0] + u * (lower[right] - lower[0]));
}

G_END_DECLS
