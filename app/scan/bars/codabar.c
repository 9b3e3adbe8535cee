/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/codabar.h"

#include "scan/bars/discrete.h"

/* Characters of four bars and the three spaces between them; the letters A to D start and stop. */

static const guint16 patterns[] = {
  0x03, 0x06, 0x09, 0x60, 0x12, 0x42, 0x21, 0x24, 0x30, 0x48, /* digits */
  0x0c, 0x18, 0x45, 0x51, 0x54, 0x15,                         /* - $ : / . + */
  0x1a, 0x29, 0x0b, 0x0e,                                     /* A to D */
};

/* Characters are not of one length, and printers that set them one by one leave gaps as they like. */
static const MadafDiscrete codabar = {
  .kind = MADAF_PIECE_CODABAR,
  .set = { patterns, G_N_ELEMENTS (patterns), .elements = 7, .step = 1 },
  .alphabet = "0123456789-$:/.+",
  .first_stop = 16,
  .quiet_element = 0,
  .min_gap = 0.4f,
  .max_gap = 4,
  .gap_tolerance = G_MAXFLOAT,
  .length_tolerance = G_MAXFLOAT,
};

void
madaf_codabar_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally)
{
  madaf_discrete_find (&codabar, strip, line, index, tally);
}
