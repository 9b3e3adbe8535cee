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

/* The brightness between the four pixels that begin at @upper and @lower. */
static inline float
madaf_grey_between (const guint8 *upper, const guint8 *lower, gsize right, float u, float v)
{
  float above = upper[0] + u * (upper[right] - upper[0]);
  float below = lower[0] + u * (lower[right] - lower[0]);

  return (1 - v) * above + v * below;
}

/* The brightness at any place: outside, that of the nearest pixel. */
static inline float
madaf_grey_sample_anywhere (const MadafGrey *self, MadafPoint at)
{
  /* What is not a number becomes 0 here. */
  float x = at.x > 0 ? MIN (at.x, self->width - 1) : 0;
  float y = at.y > 0 ? MIN (at.y, self->height - 1) : 0;
  int left = (int)x;
  int top = (int)y;
  gsize right = left + 1 < self->width ? 1 : 0;
  const guint8 *upper = self->pixels + top * self->stride + left;
  const guint8 *lower = top + 1 < self->height ? upper + self->stride : upper;

  return madaf_grey_between (upper, lower, right, x - left, y - top);
}

/* Whether all places up to @reach from this one have four pixels around them. */
static inline gboolean
madaf_grey_has_around (const MadafGrey *self, MadafPoint at, float reach)
{
  return at.x >= reach && at.y >= reach && at.x + reach < self->width - 1 && at.y + reach < self->height - 1;
}

/* The brightness at such a place. */
static inline float
madaf_grey_sample_inside (const MadafGrey *self, MadafPoint at)
{
  int left = (int)at.x;
  int top = (int)at.y;
  const guint8 *upper = self->pixels + top * self->stride + left;

  return madaf_grey_between (upper, upper + self->stride, 1, at.x - left, at.y - top);
}

/* The brightness at any place, soon told where it is inside, as nearly all are: most of the time that finding a symbol
 * takes is spent here. */
static inline float
madaf_grey_sample (const MadafGrey *self, MadafPoint at)
{
  return madaf_grey_has_around (self, at, 0) ? madaf_grey_sample_inside (self, at)
                                             : madaf_grey_sample_anywhere (self, at);
}

G_END_DECLS
