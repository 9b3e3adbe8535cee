/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/whole-look.h"

/* Farther than any way on earth, and still a sum that tells two from one. */
#define UNKNOWN_WAY 1e9

static double
way (const MadafLookPlace *place)
{
  return place->distance < 0 ? UNKNOWN_WAY : place->distance;
}

static guint
count (MadafPieces pieces)
{
  return (guint)__builtin_popcount (pieces);
}

static void
find_one (const MadafLookPlace *places, guint n_places, MadafPieces all, MadafWholeLook *look)
{
  for (guint i = 0; i < n_places; i++)
    {
      if (places[i].pieces == all && look->n_one < MADAF_WHOLE_LOOK_MAX_ONE)
        look->one[look->n_one++] = (MadafLookStops){ (int)i, -1 };
      if (count (places[i].pieces) > count (look->covered))
        {
          look->covered = places[i].pieces;
          look->most = (MadafLookStops){ (int)i, -1 };
        }
    }
}

/* Puts the pair where its way belongs, behind those that are no longer; the last one falls off. */
static void
insert (MadafWholeLook *look, double *ways, MadafLookStops stops, double length)
{
  guint at = look->n_two;

  if (look->n_two == MADAF_WHOLE_LOOK_MAX_TWO)
    at--;
  else
    look->n_two++;
  for (; at > 0 && ways[at - 1] > length; at--)
    {
      look->two[at] = look->two[at - 1];
      ways[at] = ways[at - 1];
    }
  look->two[at] = stops;
  ways[at] = length;
}

static void
find_two (const MadafLookPlace *places, guint n_places, MadafPieces all, MadafWholeLook *look)
{
  double ways[MADAF_WHOLE_LOOK_MAX_TWO] = { 0 };

  for (guint i = 0; i < n_places; i++)
    for (guint j = i + 1; j < n_places && places[i].pieces != all && places[i].pieces != 0; j++)
      {
        double length = way (&places[i]) + way (&places[j]);

        /* Those that follow are no nearer. */
        if (look->n_two == MADAF_WHOLE_LOOK_MAX_TWO && length >= ways[MADAF_WHOLE_LOOK_MAX_TWO - 1])
          break;
        if (places[j].pieces != all && (places[i].pieces | places[j].pieces) == all)
          insert (look, ways, (MadafLookStops){ (int)i, (int)j }, length);
      }
}

/* Only when two are not enough, so each pair is looked at once more and no more. */
static void
find_most (const MadafLookPlace *places, guint n_places, MadafWholeLook *look)
{
  double best = 0;
  gboolean is_pair = FALSE;

  for (guint i = 0; i < n_places; i++)
    for (guint j = i + 1; j < n_places; j++)
      {
        MadafPieces both = places[i].pieces | places[j].pieces;
        double length = way (&places[i]) + way (&places[j]);

        if (count (both) < count (look->covered) + !is_pair
            || (count (both) == count (look->covered) && length >= best))
          continue;
        look->covered = both;
        look->most = (MadafLookStops){ (int)i, (int)j };
        best = length;
        is_pair = TRUE;
      }
}

void
madaf_whole_look_solve (const MadafLookPlace *places, guint n_places, guint n_pieces, MadafWholeLook *look)
{
  MadafPieces all = (1U << n_pieces) - 1;

  g_return_if_fail (n_pieces >= 1 && n_pieces <= MADAF_WHOLE_LOOK_MAX_PIECES);
  *look = (MadafWholeLook){ .most = { -1, -1 } };
  find_one (places, n_places, all, look);
  find_two (places, n_places, all, look);
  if (look->n_one > 0)
    return;
  if (look->n_two == 0)
    find_most (places, n_places, look);
  else
    {
      look->most = look->two[0];
      look->covered = all;
    }
}
