/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/strip.h"

G_BEGIN_DECLS

/* How a run of known elements was printed: @module pixels for each module, and @spread more for each bar, less for each
 * space. Ink runs, and bright light eats into bars. */
typedef struct
{
  float module;
  float spread;
  float error; /* mean square of what is left, in modules */
} MadafInk;

/**
 * madaf_ink_measure:
 * @widths: of the @n elements from @first on, in modules
 *
 * The module and the spread that explain the elements best, by least squares.
 */
MadafInk madaf_ink_measure (const MadafStrip *strip, int first, const guint8 *widths, int n);

/* The width of an element in modules, the ink taken off. */
static inline float
madaf_ink_modules (const MadafInk *self, const MadafStrip *strip, int element)
{
  float width = madaf_strip_width (strip, element);

  return (madaf_strip_is_dark (strip, element) ? width - self->spread : width + self->spread) / self->module;
}

G_END_DECLS
