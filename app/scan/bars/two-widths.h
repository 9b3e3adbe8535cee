/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/strip.h"

G_BEGIN_DECLS

/* How wide the narrow and the wide elements of a symbol are, in pixels: [TRUE] of bars, [FALSE] of spaces, because ink
 * that runs makes the ones wider and the others narrower. Learnt from a character that is known, and followed from one
 * character to the next. */
typedef struct
{
  float narrow[2];
  float wide[2];
  float error; /* sum of squares of what each element was off, as a share of wide − narrow */
  int elements;
  float sums[2]; /* of the widths of all that were read: narrow, wide */
  int counts[2];
} MadafTwoWidths;

/* In a pattern the first element is the highest bit; 1 is wide. The patterns of data differ in two elements or more, so
 * that one edge out of place is seen and not taken for another character. */
typedef struct
{
  const guint16 *patterns;
  int n_patterns;
  int elements; /* of a character */
  int step;     /* 2 for characters of bars, or of spaces, alone */
} MadafTwoWidthsSet;

/* Whether elements from @first on may be @pattern, which has narrow and wide ones of both colours. */
gboolean madaf_two_widths_learn (
    MadafTwoWidths *self, const MadafStrip *strip, int first, const MadafTwoWidthsSet *set, guint16 pattern);

/* The index in @set of the character at @first, or -1. The strip must reach so far. */
int madaf_two_widths_read (MadafTwoWidths *self, const MadafStrip *strip, int first, const MadafTwoWidthsSet *set);

/* Whether all that was read is near to its patterns, and wide ones are 1.8 to 3.4 times as wide as narrow ones. */
gboolean madaf_two_widths_are_right (const MadafTwoWidths *self);

/* A narrow element where ink does not run, in pixels. */
static inline float
madaf_two_widths_module (const MadafTwoWidths *self)
{
  return (self->narrow[FALSE] + self->narrow[TRUE]) / 2;
}

/* What ends a symbol must be so wide, in narrow elements: wider than the widest space in one. The standards ask for 10.
 */
#define MADAF_TWO_WIDTHS_QUIET 6.0f
/* Fewer pixels to a narrow element show no difference between the two. */
#define MADAF_TWO_WIDTHS_MIN_MODULE 0.8f

/* How much of the way from narrow to wide an element is. */
static inline float
madaf_two_widths_share (const MadafTwoWidths *self, const MadafStrip *strip, int element)
{
  gboolean dark = madaf_strip_is_dark (strip, element);

  return (madaf_strip_width (strip, element) - self->narrow[dark]) / (self->wide[dark] - self->narrow[dark]);
}

G_END_DECLS
