/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/code-39.h"

#include "scan/bars/two-widths.h"

#include <math.h>

/* Characters of five bars and the four spaces between them, three of the nine wide, with a gap behind each. */

#define ELEMENTS       9
#define MIN_CHARACTERS 3
#define MAX_CHARACTERS 80
/* How wide a gap may be, and how unlike the first one, in narrow elements; and how much longer a character may be than
 * the one before. */
#define MIN_GAP          0.4f
#define MAX_GAP          5.3f
#define GAP_TOLERANCE    1.0f
#define LENGTH_TOLERANCE 0.12f
/* The index of the star that starts and stops. */
#define STAR 43

static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%*";
static const guint16 patterns[] = {
  0x034, 0x121, 0x061, 0x160, 0x031, 0x130, 0x070, 0x025, 0x124, 0x064, 0x109, 0x049, 0x148, 0x019, 0x118,
  0x058, 0x00d, 0x10c, 0x04c, 0x01c, 0x103, 0x043, 0x142, 0x013, 0x112, 0x052, 0x007, 0x106, 0x046, 0x016,
  0x181, 0x0c1, 0x1c0, 0x091, 0x190, 0x0d0, 0x085, 0x184, 0x0c4, 0x0a8, 0x0a2, 0x08a, 0x02a, 0x094,
};
static const MadafTwoWidthsSet set = { patterns, G_N_ELEMENTS (patterns), ELEMENTS, 1 };

static gboolean
is_quiet (const MadafTwoWidths *widths, const MadafStrip *strip, int element)
{
  return madaf_strip_quiet (strip, element) >= MADAF_TWO_WIDTHS_QUIET * madaf_two_widths_module (widths);
}

static gboolean
learn (MadafTwoWidths *widths, const MadafStrip *strip, int first)
{
  return madaf_two_widths_learn (widths, strip, first, &set, patterns[STAR])
         && madaf_two_widths_read (widths, strip, first, &set) == STAR
         && madaf_two_widths_module (widths) >= MADAF_TWO_WIDTHS_MIN_MODULE && is_quiet (widths, strip, first - 1);
}

static float
length_of (const MadafStrip *strip, int first)
{
  return strip->at[first + ELEMENTS] - strip->at[first];
}

/* Whether the character at @at follows the one before it as one of the same symbol does. */
static gboolean
follows (const MadafTwoWidths *widths, const MadafStrip *strip, int at, float first_gap)
{
  float module = madaf_two_widths_module (widths);
  float gap = madaf_strip_width (strip, at - 1);

  return gap > MIN_GAP * module && gap < MAX_GAP * module && fabsf (gap - first_gap) < GAP_TOLERANCE * module
         && fabsf (length_of (strip, at) / length_of (strip, at - ELEMENTS - 1) - 1) < LENGTH_TOLERANCE;
}

/* The number of characters between the stars, 0: it is none. @end: the element behind it */
static int
read_symbol (const MadafStrip *strip, int first, char *text, MadafTwoWidths *widths, int *end)
{
  float first_gap = madaf_strip_width (strip, first + ELEMENTS);
  int n = 0;

  for (int at = first + ELEMENTS + 1; at + ELEMENTS < strip->n && n < MAX_CHARACTERS; at += ELEMENTS + 1)
    {
      int character = follows (widths, strip, at, first_gap) ? madaf_two_widths_read (widths, strip, at, &set) : -1;

      if (character < 0)
        return 0;
      if (character == STAR)
        {
          *end = at + ELEMENTS;
          return is_quiet (widths, strip, *end) ? n : 0;
        }
      text[n++] = alphabet[character];
    }
  return 0;
}

void
madaf_code_39_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally)
{
  const int least = (ELEMENTS + 1) * (MIN_CHARACTERS + 2) - 1;

  for (int first = strip->dark_first ? 0 : 1; first + least < strip->n; first += 2)
    {
      MadafPiece piece = { .kind = MADAF_PIECE_CODE_39 };
      MadafTwoWidths widths;
      int end;

      /* What is before a symbol is wider than its first space, which is wide. */
      if (madaf_strip_quiet (strip, first - 1) < madaf_strip_width (strip, first + 1) || !learn (&widths, strip, first))
        continue;
      piece.slot = read_symbol (strip, first, piece.text, &widths, &end);
      if (piece.slot < MIN_CHARACTERS || !madaf_two_widths_are_right (&widths))
        continue;
      piece.text[piece.slot] = '\0';
      madaf_tally_add (tally, &piece, line, index, madaf_two_widths_module (&widths), strip->at[first], strip->at[end]);
    }
}
