/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/databar.h"

#include "scan/bars/databar-character.h"

#include <math.h>

/* Looks for finder patterns and reads the characters on both sides of them. A pattern whose first element is dark
 * belongs to a symbol that runs the other way, or to every second one of an expanded symbol. */

#define FINDER_ELEMENTS 5
#define CHARACTER       8
#define MIN_MODULE      0.8f
/* Elements 1 and 2 have 10 to 12 modules together, 3 and 4 have 2, and neither sum moves with the ink. */
#define MIN_RATIO 3.8f
#define MAX_RATIO 8.0f
/* All five have 15 modules, 3 and 4 have 2. */
#define FINDER_MODULES 15
#define MIN_ALL        5.5f
#define MAX_ALL        10.0f
/* The first guess at the module is coarse. */
#define LENGTH_TOLERANCE 0.2f
/* Mean square, in modules. */
#define MAX_FINDER_ERROR 0.12f
#define MAX_GUARD        2.6f /* modules */

static const guint8 omni_finders[][FINDER_ELEMENTS]
    = { { 3, 8, 2, 1, 1 }, { 3, 5, 5, 1, 1 }, { 3, 3, 7, 1, 1 }, { 3, 1, 9, 1, 1 }, { 2, 7, 4, 1, 1 },
        { 2, 5, 6, 1, 1 }, { 2, 3, 8, 1, 1 }, { 1, 5, 7, 1, 1 }, { 1, 3, 9, 1, 1 } };
static const guint8 expanded_finders[][FINDER_ELEMENTS] = { { 1, 8, 4, 1, 1 }, { 3, 6, 4, 1, 1 }, { 3, 4, 6, 1, 1 },
                                                            { 3, 2, 8, 1, 1 }, { 2, 6, 5, 1, 1 }, { 2, 2, 9, 1, 1 } };

/* Where everything goes that is found around one pattern. */
typedef struct
{
  const MadafStrip *strip;
  gboolean from_end;
  const MadafLine *line;
  int index;
  MadafTally *tally;
} Search;

static int
nearest_finder (const MadafStrip *strip, int first, const guint8 (*finders)[FINDER_ELEMENTS], int n, MadafInk *ink)
{
  int best = -1;

  ink->error = MAX_FINDER_ERROR;
  for (int k = 0; k < n; k++)
    {
      MadafInk one = madaf_ink_measure (strip, first, finders[k], FINDER_ELEMENTS);

      if (one.error < ink->error && one.module >= MIN_MODULE)
        {
          *ink = one;
          best = k;
        }
    }
  return best;
}

static void
add (const Search *search, const MadafPiece *piece, const MadafInk *ink, int first, int behind)
{
  gboolean turned = !madaf_strip_is_dark (search->strip, first);

  madaf_tally_add (search->tally, piece, search->line, search->index, ink->module,
                   search->strip->at[turned ? behind : first], search->strip->at[turned ? first : behind]);
}

/* Half of an omnidirectional symbol: its guard, a character, the pattern, a character. */
static void
find_half (const Search *search, int first)
{
  const MadafStrip *strip = search->strip;
  int before = first - CHARACTER;
  int behind = first + FINDER_ELEMENTS;
  gboolean is_right = madaf_strip_is_dark (strip, first);
  MadafDatabarCharacter outer, inner;
  MadafPiece piece = { 0 };
  MadafInk ink;
  int finder;

  if (before < 1 || behind + CHARACTER >= strip->n)
    return;
  finder = nearest_finder (strip, first, omni_finders, G_N_ELEMENTS (omni_finders), &ink);
  if (finder < 0 || madaf_ink_modules (&ink, strip, before - 1) > MAX_GUARD
      || !madaf_databar_character_read (MADAF_DATABAR_OUTER, strip, before, FALSE, &ink, &outer)
      || !madaf_databar_character_read (MADAF_DATABAR_INNER, strip, behind, TRUE, &ink, &inner))
    return;
  piece.kind = is_right ? MADAF_PIECE_RIGHT_HALF : MADAF_PIECE_LEFT_HALF;
  piece.slot = finder + (search->from_end != is_right ? MADAF_DATABAR_SLOT_TURNED : 0);
  piece.value = 1597 * outer.value + inner.value;
  piece.check = (madaf_databar_character_check (&outer, CHARACTER, 0, 79)
                 + 4 * madaf_databar_character_check (&inner, CHARACTER, 0, 79))
                % 79;
  add (search, &piece, &ink, before, behind + CHARACTER);
}

static void
find_expanded_character (
    const Search *search, int first, gboolean is_behind, int finder, gboolean backwards, const MadafInk *ink)
{
  MadafDatabarCharacter character;
  MadafPiece piece = { .kind = MADAF_PIECE_EXPANDED };

  if (first < 0 || first + CHARACTER >= search->strip->n
      || !madaf_databar_character_read (MADAF_DATABAR_EXPANDED, search->strip, first, is_behind, ink, &character))
    return;
  piece.slot = madaf_databar_expanded_slot (finder, backwards, is_behind != backwards);
  piece.value = character.value;
  /* The first one is the check itself. */
  if (piece.slot > 0)
    piece.check = madaf_databar_character_check (&character, CHARACTER, (piece.slot - 1) * CHARACTER, 211);
  add (search, &piece, ink, first, first + CHARACTER);
}

static void
find_expanded (const Search *search, int first)
{
  gboolean backwards = madaf_strip_is_dark (search->strip, first);
  MadafInk ink;
  int finder = nearest_finder (search->strip, first, expanded_finders, G_N_ELEMENTS (expanded_finders), &ink);

  if (finder < 0)
    return;
  find_expanded_character (search, first - CHARACTER, FALSE, finder, backwards, &ink);
  find_expanded_character (search, first + FINDER_ELEMENTS, TRUE, finder, backwards, &ink);
}

/* Whether the @n elements from @first on are about as long as @modules; what is not on the strip is not. */
static gboolean
is_as_long (const MadafStrip *strip, int first, float modules, float module)
{
  float length;

  if (first < 0 || first + CHARACTER >= strip->n)
    return FALSE;
  length = strip->at[first + CHARACTER] - strip->at[first];
  return fabsf (length - modules * module) < LENGTH_TOLERANCE * modules * module;
}

/* Whether the lengths of five elements can be those of a pattern: cheap, for nearly all are not. */
static gboolean
may_be_finder (const float *at)
{
  float wide = at[3] - at[1];
  float narrow = at[5] - at[3];
  float all = at[5] - at[0];

  return wide > narrow * MIN_RATIO && wide < narrow * MAX_RATIO && narrow > 2 * MIN_MODULE && all > narrow * MIN_ALL
         && all < narrow * MAX_ALL;
}

void
madaf_databar_find (const MadafStrip *strip, gboolean from_end, const MadafLine *line, int index, MadafTally *tally)
{
  Search search = { strip, from_end, line, index, tally };

  for (int first = 0; first + FINDER_ELEMENTS < strip->n; first++)
    {
      const float *at = strip->at + first;
      float module = (at[5] - at[0]) / FINDER_MODULES;
      int before = first - CHARACTER;
      int behind = first + FINDER_ELEMENTS;

      if (!may_be_finder (at))
        continue;
      if (is_as_long (strip, before, 16, module) && is_as_long (strip, behind, 15, module))
        find_half (&search, first);
      if (is_as_long (strip, before, 17, module) || is_as_long (strip, behind, 17, module))
        find_expanded (&search, first);
    }
}
