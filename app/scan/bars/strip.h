/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bars and spaces along a line, from one of its ends: element i lies between edges i and i + 1. From the far end
 * the places are negative, so that they grow all the same. */
typedef struct
{
  const float *at;
  int n; /* edges */
  gboolean dark_first;
} MadafStrip;

static inline float
madaf_strip_width (const MadafStrip *self, int element)
{
  return self->at[element + 1] - self->at[element];
}

static inline gboolean
madaf_strip_is_dark (const MadafStrip *self, int element)
{
  return (element % 2 == 0) == self->dark_first;
}

/* The element @i as wide as it can be: what the border of the picture cuts off may go on. */
static inline float
madaf_strip_quiet (const MadafStrip *self, int element)
{
  return element < 0 || element >= self->n - 1 ? G_MAXFLOAT : madaf_strip_width (self, element);
}

G_END_DECLS
