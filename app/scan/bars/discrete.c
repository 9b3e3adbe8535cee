/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/discrete.h"

#include <math.h>

/* Reads character by character, as long as each follows the one before as one of the same symbol does. */

#define MIN_CHARACTERS 3
#define MAX_CHARACTERS 80

G_STATIC_ASSERT (MAX_CHARACTERS < MADAF_BARS_TEXT_SIZE);

static gboolean
is_quiet (const MadafTwoWidths *widths, const MadafStrip *strip, int element)
{
  return madaf_strip_quiet (strip, element) >= MADAF_TWO_WIDTHS_QUIET * madaf_two_widths_module (widths);
}

/* Whether the character at @first is the start that it is nearest to when that is taken for known. */
static gboolean
learn (const MadafDiscrete *symbology, MadafTwoWidths *widths, const MadafStrip *strip, int first)
{
  const MadafTwoWidthsSet *set = &symbology->set;

  for (int k = symbology->first_stop; k < set->n_patterns; k++)
    if (madaf_two_widths_learn (widths, strip, first, set, set->patterns[k])
        && madaf_two_widths_read (widths, strip, first, set) == k)
      return madaf_two_widths_module (widths) >= MADAF_TWO_WIDTHS_MIN_MODULE && is_quiet (widths, strip, first - 1);
  return FALSE;
}

static float
length_of (const MadafDiscrete *symbology, const MadafStrip *strip, int first)
{
  return strip->at[first + symbology->set.elements] - strip->at[first];
}

/* Whether the character at @at follows the one before it as one of the same symbol does. */
static gboolean
follows (const MadafDiscrete *symbology, const MadafTwoWidths *widths, const MadafStrip *strip, int at, float first_gap)
{
  float module = madaf_two_widths_module (widths);
  float gap = madaf_strip_width (strip, at - 1);
  float before = length_of (symbology, strip, at - symbology->set.elements - 1);

  return gap > symbology->min_gap * module && gap < symbology->max_gap * module
         && fabsf (gap - first_gap) < symbology->gap_tolerance * module
         && fabsf (length_of (symbology, strip, at) / before - 1) < symbology->length_tolerance;
}

/* The number of characters between start and stop, 0: it is none. @end: the element behind it */
static int
read_symbol (
    const MadafDiscrete *symbology, const MadafStrip *strip, int first, char *text, MadafTwoWidths *widths, int *end)
{
  const MadafTwoWidthsSet *set = &symbology->set;
  float first_gap = madaf_strip_width (strip, first + set->elements);
  int step = set->elements + 1;
  int n = 0;

  for (int at = first + step; at + set->elements < strip->n && n < MAX_CHARACTERS; at += step)
    {
      int character = -1;

      if (follows (symbology, widths, strip, at, first_gap))
        character = madaf_two_widths_read (widths, strip, at, set);
      if (character < 0)
        return 0;
      if (character >= symbology->first_stop)
        {
          *end = at + set->elements;
          return is_quiet (widths, strip, *end) ? n : 0;
        }
      text[n++] = symbology->alphabet[character];
    }
  return 0;
}

void
madaf_discrete_find (
    const MadafDiscrete *symbology, const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally)
{
  const int least = (symbology->set.elements + 1) * (MIN_CHARACTERS + 2) - 1;

  for (int first = strip->dark_first ? 0 : 1; first + least < strip->n; first += 2)
    {
      MadafPiece piece = { .kind = symbology->kind };
      MadafTwoWidths widths;
      int end;

      if (madaf_strip_quiet (strip, first - 1) < madaf_strip_width (strip, first + symbology->quiet_element)
          || !learn (symbology, &widths, strip, first))
        continue;
      piece.slot = read_symbol (symbology, strip, first, piece.text, &widths, &end);
      if (piece.slot < MIN_CHARACTERS || !madaf_two_widths_are_right (&widths))
        continue;
      piece.text[piece.slot] = '\0';
      madaf_tally_add (tally, &piece, line, index, madaf_two_widths_module (&widths), strip->at[first], strip->at[end]);
    }
}
