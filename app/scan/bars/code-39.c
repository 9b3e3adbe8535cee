/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/code-39.h"

#include "scan/bars/discrete.h"

/* Characters of five bars and the four spaces between them, three of the nine wide; a star starts and stops. */

static const guint16 patterns[] = {
  0x034, 0x121, 0x061, 0x160, 0x031, 0x130, 0x070, 0x025, 0x124, 0x064, 0x109, 0x049, 0x148, 0x019, 0x118,
  0x058, 0x00d, 0x10c, 0x04c, 0x01c, 0x103, 0x043, 0x142, 0x013, 0x112, 0x052, 0x007, 0x106, 0x046, 0x016,
  0x181, 0x0c1, 0x1c0, 0x091, 0x190, 0x0d0, 0x085, 0x184, 0x0c4, 0x0a8, 0x0a2, 0x08a, 0x02a, 0x094,
};

static const MadafDiscrete code_39 = {
  .kind = MADAF_PIECE_CODE_39,
  .set = { patterns, G_N_ELEMENTS (patterns), .elements = 9, .step = 1 },
  .alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%",
  .first_stop = 43,
  .quiet_element = 1, /* the star's first space, which is wide */
  .min_gap = 0.4f,
  .max_gap = 5.3f,
  .gap_tolerance = 1,
  .length_tolerance = 0.12f,
};

void
madaf_code_39_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally)
{
  madaf_discrete_find (&code_39, strip, line, index, tally);
}
