/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/itf.h"

#include "model/gtin.h"
#include "scan/bars/two-widths.h"

#include <math.h>
#include <string.h>

/* Pairs of digits, the one in five bars, the other in the spaces between them: all of one length. */

#define START      4 /* elements, all narrow */
#define PAIR       10
#define STOP       3
#define MIN_DIGITS 6
#define MAX_DIGITS 80
/* How unlike two narrow elements of the same colour may be, in modules; and how much longer a pair may be than the one
 * before. */
#define START_TOLERANCE  0.6f
#define LENGTH_TOLERANCE 0.12f

static const guint16 digits[] = { 0x06, 0x11, 0x09, 0x18, 0x05, 0x14, 0x0c, 0x03, 0x12, 0x0a };
static const MadafTwoWidthsSet of_one_colour = { digits, G_N_ELEMENTS (digits), 5, 2 };

static gboolean
may_start (const MadafStrip *strip, int first)
{
  const float *at = strip->at + first;
  float module = (at[START] - at[0]) / START;

  return module >= MADAF_TWO_WIDTHS_MIN_MODULE
         && madaf_strip_quiet (strip, first - 1) >= MADAF_TWO_WIDTHS_QUIET * module
         && fabsf (madaf_strip_width (strip, first) - madaf_strip_width (strip, first + 2)) < START_TOLERANCE * module
         && fabsf (madaf_strip_width (strip, first + 1) - madaf_strip_width (strip, first + 3))
                < START_TOLERANCE * module;
}

/* The start shows what is narrow; of five elements of a colour the two widest are wide. */
static gboolean
learn (MadafTwoWidths *widths, const MadafStrip *strip, int first)
{
  *widths = (MadafTwoWidths){ 0 };
  for (int i = 0; i < 2; i++)
    {
      gboolean dark = madaf_strip_is_dark (strip, first + i);
      float widest = 0;
      float second = 0;

      widths->narrow[dark] = (madaf_strip_width (strip, first + i) + madaf_strip_width (strip, first + i + 2)) / 2;
      for (int k = 0; k < PAIR / 2; k++)
        {
          float width = madaf_strip_width (strip, first + START + i + 2 * k);

          second = MAX (second, MIN (widest, width));
          widest = MAX (widest, width);
        }
      widths->wide[dark] = (widest + second) / 2;
      if (widths->wide[dark] <= widths->narrow[dark])
        return FALSE;
    }
  return TRUE;
}

/* The stop is a wide bar, a narrow space, a narrow bar, and nothing behind them. */
static gboolean
stops (const MadafTwoWidths *widths, const MadafStrip *strip, int at)
{
  return madaf_strip_quiet (strip, at + STOP) >= MADAF_TWO_WIDTHS_QUIET * madaf_two_widths_module (widths)
         && madaf_two_widths_share (widths, strip, at) > 0.6f && madaf_two_widths_share (widths, strip, at + 1) < 0.4f
         && madaf_two_widths_share (widths, strip, at + 2) < 0.4f;
}

/* The number of digits, 0: it is none. @end: the element behind it */
static int
read_symbol (const MadafStrip *strip, int first, char *text, MadafTwoWidths *widths, int *end)
{
  float before = 0;
  int n = 0;

  if (!learn (widths, strip, first))
    return 0;
  for (int at = first + START; at + STOP < strip->n; at += PAIR)
    {
      float length;
      int bars, spaces;

      if (stops (widths, strip, at))
        {
          *end = at + STOP;
          return n;
        }
      if (at + PAIR >= strip->n || n == MAX_DIGITS)
        return 0;
      length = strip->at[at + PAIR] - strip->at[at];
      bars = madaf_two_widths_read (widths, strip, at, &of_one_colour);
      spaces = madaf_two_widths_read (widths, strip, at + 1, &of_one_colour);
      if (bars < 0 || spaces < 0 || (n > 0 && fabsf (length / before - 1) > LENGTH_TOLERANCE))
        return 0;
      before = length;
      text[n++] = (char)('0' + bars);
      text[n++] = (char)('0' + spaces);
    }
  return 0;
}

static gboolean
check_is_right (const char *text)
{
  g_autofree char *gtin = strlen (text) == 14 ? madaf_gtin_normalise (text, NULL) : NULL;

  return strlen (text) != 14 || gtin != NULL;
}

void
madaf_itf_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally)
{
  for (int first = strip->dark_first ? 0 : 1; first + START + 3 * PAIR + STOP < strip->n; first += 2)
    {
      MadafPiece piece = { .kind = MADAF_PIECE_ITF };
      MadafTwoWidths widths;
      int end;

      if (!may_start (strip, first))
        continue;
      piece.slot = read_symbol (strip, first, piece.text, &widths, &end);
      if (piece.slot < MIN_DIGITS || !madaf_two_widths_are_right (&widths))
        continue;
      piece.text[piece.slot] = '\0';
      if (check_is_right (piece.text))
        madaf_tally_add (tally, &piece, line, index, madaf_two_widths_module (&widths), strip->at[first],
                         strip->at[end]);
    }
}
