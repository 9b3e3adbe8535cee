/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/codabar.h"

#include "scan/bars/two-widths.h"

/* Characters of four bars and the three spaces between them, with a gap behind each. */

#define ELEMENTS       7
#define MIN_CHARACTERS 3
#define MAX_CHARACTERS 80
/* How wide a gap may be, in narrow elements. */
#define MIN_GAP 0.4f
#define MAX_GAP 4.0f
/* The index of A, the first that starts and stops. */
#define START 16

static const char alphabet[] = "0123456789-$:/.+ABCD";
static const guint16 patterns[] = {
  0x03, 0x06, 0x09, 0x60, 0x12, 0x42, 0x21, 0x24, 0x30, 0x48,
  0x0c, 0x18, 0x45, 0x51, 0x54, 0x15, 0x1a, 0x29, 0x0b, 0x0e,
};
static const MadafTwoWidthsSet set = { patterns, G_N_ELEMENTS (patterns), ELEMENTS, 1 };

static gboolean
is_quiet (const MadafTwoWidths *widths, const MadafStrip *strip, int element)
{
  return madaf_strip_quiet (strip, element) >= MADAF_TWO_WIDTHS_QUIET * madaf_two_widths_module (widths);
}

/* Whether the character at @first is the start that it is nearest to when that is taken for known. */
static gboolean
learn (MadafTwoWidths *widths, const MadafStrip *strip, int first)
{
  for (int k = START; k < set.n_patterns; k++)
    if (madaf_two_widths_learn (widths, strip, first, &set, patterns[k])
        && madaf_two_widths_read (widths, strip, first, &set) == k)
      return madaf_two_widths_module (widths) >= MADAF_TWO_WIDTHS_MIN_MODULE && is_quiet (widths, strip, first - 1);
  return FALSE;
}

static gboolean
gap_is_right (const MadafTwoWidths *widths, const MadafStrip *strip, int element)
{
  float gap = madaf_strip_width (strip, element) / madaf_two_widths_module (widths);

  return gap > MIN_GAP && gap < MAX_GAP;
}

/* The number of characters between start and stop, 0: it is none. @end: the element behind it */
static int
read_symbol (const MadafStrip *strip, int first, char *text, MadafTwoWidths *widths, int *end)
{
  int n = 0;

  for (int at = first + ELEMENTS + 1; at + ELEMENTS < strip->n && n < MAX_CHARACTERS; at += ELEMENTS + 1)
    {
      int character = gap_is_right (widths, strip, at - 1) ? madaf_two_widths_read (widths, strip, at, &set) : -1;

      if (character < 0)
        return 0;
      if (character >= START)
        {
          *end = at + ELEMENTS;
          return is_quiet (widths, strip, *end) ? n : 0;
        }
      text[n++] = alphabet[character];
    }
  return 0;
}

void
madaf_codabar_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally)
{
  const int least = (ELEMENTS + 1) * (MIN_CHARACTERS + 2) - 1;

  for (int first = strip->dark_first ? 0 : 1; first + least < strip->n; first += 2)
    {
      MadafPiece piece = { .kind = MADAF_PIECE_CODABAR };
      MadafTwoWidths widths;
      int end;

      /* What is before a symbol is wider than all in its first character. */
      if (madaf_strip_quiet (strip, first - 1) < madaf_strip_width (strip, first) || !learn (&widths, strip, first))
        continue;
      piece.slot = read_symbol (strip, first, piece.text, &widths, &end);
      if (piece.slot < MIN_CHARACTERS || !madaf_two_widths_are_right (&widths))
        continue;
      piece.text[piece.slot] = '\0';
      madaf_tally_add (tally, &piece, line, index, madaf_two_widths_module (&widths), strip->at[first], strip->at[end]);
    }
}
