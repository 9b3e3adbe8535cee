/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/branch-words.h"

#include "kiosk/texts.h"

#include <glib/gi18n.h>

/* The sentences about a branch. */

char *
madaf_branch_words_line (MadafBranchRow *row, gint64 now_us)
{
  g_autofree char *distance = madaf_texts_distance (madaf_branch_row_get_distance (row));
  MadafHours *hours = madaf_branch_get_hours (madaf_branch_row_get_branch (row));
  g_autofree char *opening = madaf_texts_hours (hours, now_us);

  if (distance == NULL || madaf_branch_row_is_here (row))
    return g_strdup (opening != NULL ? opening : "");
  if (opening == NULL)
    return g_steal_pointer (&distance);
  return g_strdup_printf ("%s · %s", distance, opening);
}

static char *
left_words (int units)
{
  if (units < 0)
    return g_strdup (_ ("Stock not known"));
  if (units == 0)
    return g_strdup (C_ ("stock", "None"));
  /* Translators: how many pieces a branch still has. */
  return g_strdup_printf (ngettext ("%d left", "%d left", (gulong)units), units);
}

char *
madaf_branch_words_units (MadafBranchRow *row, const char *language)
{
  const char *name = madaf_text_pick (madaf_branch_get_name (madaf_branch_row_get_branch (row)), language);
  g_autofree char *left = left_words (madaf_branch_row_get_units (row));

  /* Translators: first the name of a branch, then how many pieces are there: "Haifa, Horev: 3 left". */
  return g_strdup_printf (C_ ("branch stock", "%s: %s"), name, left);
}

char *
madaf_branch_words_collect (MadafBranchRow *row, const char *language)
{
  const char *name = madaf_text_pick (madaf_branch_get_name (madaf_branch_row_get_branch (row)), language);
  g_autofree char *left = left_words (madaf_branch_row_get_units (row));

  /* Translators: the name of a button for screen readers: the branch, then how many it has, "3 left". */
  return g_strdup_printf (_ ("Collect at %s: %s"), name, left);
}
