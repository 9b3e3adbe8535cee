/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/databar.h"

#include "scan/bars/databar-character.h"
#include "scan/bars/databar-text.h"

#include <math.h>
#include <string.h>

/* A character, the check, a character: each of 14 elements that begin with a space, and a guard at both ends. */

#define ELEMENTS   14
#define MODULES    26
#define CHECK      18 /* modules */
#define N_CHECKS   89
#define MIN_MODULE 0.8f
/* In modules; the last is a mean square. */
#define MAX_GUARD   1.9f
#define GUARD_ERROR 0.6f
/* The standard's second edition (ISO/IEC 24724:2011) wants five modules of paper behind the symbol, because bars of
 * others were taken for it. */
#define MIN_PAPER    4.0f
#define LENGTH_ERROR 1.2f
/* Ink included. */
#define MAX_ELEMENT_ERROR 0.95f
#define MAX_CHECK_ERROR   0.07f
/* Numbers from 2,000,000,000,000 on are not given; one bit more says that a composite component lies above. */
#define RIGHT_VALUES G_GINT64_CONSTANT (2013571)
#define END          G_GINT64_CONSTANT (2000000000000)
#define LINKED       G_GINT64_CONSTANT (2015133531096)

/* The widths that each check is written in, but for the last two, which are 1 always. */
static const char checks[N_CHECKS][ELEMENTS - 1] = {
  "111111111133", "111111111232", "111111111331", "111111121132", "111111121231", "111111131131", "111112111132",
  "111112111231", "111112121131", "111113111131", "111211111132", "111211111231", "111211121131", "111212111131",
  "111311111131", "121111111132", "121111111231", "121111121131", "121112111131", "121211111131", "131111111131",
  "111111112123", "111111112222", "111111112321", "111111122122", "111111122221", "111111132121", "111112112122",
  "111112112221", "111112122121", "111113112121", "111211112122", "111211112221", "111211122121", "111212112121",
  "111311112121", "121111112122", "121111112221", "121111122121", "121112112121", "121211112121", "131111112121",
  "111111113113", "111111113212", "111111123112", "111211113112", "121111113112", "111111211123", "111111211222",
  "111111211321", "111111221122", "111211211122", "111211211221", "111211221121", "111212211121", "111311211121",
  "121111211122", "121111211221", "121211211121", "111121111123", "111121111222", "111121111321", "111121121122",
  "111121121221", "111122111122", "121121111122", "121121111221", "121121121121", "121122111121", "121221111121",
  "131121111121", "112111111123", "112111111222", "112111111321", "112111121122", "112111121221", "112111131121",
  "112112111122", "112112111221", "112211111122", "211111111222", "211111111321", "211111121122", "211111121221",
  "211111131121", "211112111221", "211112121121", "211211111221", "211111112212",
};

/* Whether no element is far from what @check has: cheap, for nearly all are. */
static gboolean
may_be_check (const MadafStrip *strip, int first, const char *check)
{
  float module = (strip->at[first + ELEMENTS] - strip->at[first]) * (1.0f / CHECK);

  for (int i = ELEMENTS - 1; i >= 0; i--)
    if (fabsf (madaf_strip_width (strip, first + i) - (i < ELEMENTS - 2 ? check[i] - '0' : 1) * module)
        > MAX_ELEMENT_ERROR * module)
      return FALSE;
  return TRUE;
}

/* Which check is written from @first on, or -1. */
static int
read_check (const MadafStrip *strip, int first, MadafInk *ink)
{
  int best = -1;

  ink->error = MAX_CHECK_ERROR;
  for (int k = 0; k < N_CHECKS; k++)
    if (may_be_check (strip, first, checks[k]))
      {
        guint8 widths[ELEMENTS];
        MadafInk one;

        for (int i = 0; i < ELEMENTS; i++)
          widths[i] = i < ELEMENTS - 2 ? (guint8)(checks[k][i] - '0') : 1;
        one = madaf_ink_measure (strip, first, widths, ELEMENTS);
        if (one.error < ink->error)
          {
            *ink = one;
            best = k;
          }
      }
  return best;
}

/* Whether the lengths of the three parts that begin at @first are right, and so the guards. Asked of all places: what
 * is no symbol fails here or there by chance, so all is asked at once and the processor need not guess where. */
static gboolean
is_laid_out (const MadafStrip *strip, int first)
{
  const float *at = strip->at + first;
  float module = (at[3 * ELEMENTS] - at[0]) * (1.0f / (2 * MODULES + CHECK));
  int left = fabsf (at[ELEMENTS] - at[0] - MODULES * module) < LENGTH_ERROR * module;
  int check = fabsf (at[2 * ELEMENTS] - at[ELEMENTS] - CHECK * module) < LENGTH_ERROR * module;
  int before = at[0] - at[-1] < MAX_GUARD * module;
  int behind = at[3 * ELEMENTS + 1] - at[3 * ELEMENTS] < MAX_GUARD * module;
  int end = at[3 * ELEMENTS + 2] - at[3 * ELEMENTS + 1] < MAX_GUARD * module;

  return (left & check & before & behind & end & (module >= MIN_MODULE)) != 0;
}

/* Whether the guards are a module wide, ink included, and there is paper behind them. */
static gboolean
is_guarded (const MadafStrip *strip, int first, const MadafInk *ink)
{
  const int guards[] = { first - 1, first + 3 * ELEMENTS, first + 3 * ELEMENTS + 1 };

  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    if (fabsf (madaf_ink_modules (ink, strip, guards[i]) - 1) > GUARD_ERROR)
      return FALSE;
  return madaf_strip_quiet (strip, first + 3 * ELEMENTS + 2) > MIN_PAPER * ink->module;
}

static gboolean
read_symbol (const MadafStrip *strip, int first, MadafInk *ink, gint64 *number)
{
  MadafDatabarCharacter left, right;
  int check = read_check (strip, first + ELEMENTS, ink);

  if (check < 0 || !is_guarded (strip, first, ink)
      || !madaf_databar_character_read (MADAF_DATABAR_LIMITED, strip, first, FALSE, ink, &left)
      || !madaf_databar_character_read (MADAF_DATABAR_LIMITED, strip, first + 2 * ELEMENTS, FALSE, ink, &right)
      || (madaf_databar_character_check (&left, ELEMENTS, 0, N_CHECKS)
          + madaf_databar_character_check (&right, ELEMENTS, ELEMENTS, N_CHECKS))
                 % N_CHECKS
             != check)
    return FALSE;
  *number = left.value * RIGHT_VALUES + right.value;
  if (*number >= LINKED)
    *number -= LINKED;
  return *number < END;
}

void
madaf_databar_limited_find (const MadafStrip *strip, const MadafLine *line, int index, MadafTally *tally)
{
  for (int first = strip->dark_first ? 1 : 2; first + 3 * ELEMENTS + 2 < strip->n; first += 2)
    {
      MadafPiece piece = { .kind = MADAF_PIECE_LIMITED };
      g_autoptr (GString) text = NULL;
      gint64 number;
      MadafInk ink;

      if (!is_laid_out (strip, first) || !read_symbol (strip, first, &ink, &number))
        continue;
      text = g_string_new (NULL);
      madaf_databar_write_gtin (text, number);
      g_strlcpy (piece.text, text->str, sizeof piece.text);
      madaf_tally_add (tally, &piece, line, index, ink.module, strip->at[first], strip->at[first + 3 * ELEMENTS + 2]);
    }
}
