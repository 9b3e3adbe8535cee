/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/branch-words.h"

#include "kiosk/texts.h"
#include "model/time.h"

#include <glib/gi18n.h>

/* The sentences about a branch. */

#define MINUTES_OF_DAY 1440

static GDateTime *
local_time (MadafHours *hours, gint64 at_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);

  return g_date_time_to_timezone (utc, madaf_hours_get_time_zone (hours));
}

static int
minute_of_day (GDateTime *time)
{
  return g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
}

/* How many midnights lie between two local times. */
static int
days_between (GDateTime *from, GDateTime *to)
{
  GDate one;
  GDate other;

  g_date_clear (&one, 1);
  g_date_clear (&other, 1);
  g_date_set_dmy (&one, (GDateDay)g_date_time_get_day_of_month (from), (GDateMonth)g_date_time_get_month (from),
                  (GDateYear)g_date_time_get_year (from));
  g_date_set_dmy (&other, (GDateDay)g_date_time_get_day_of_month (to), (GDateMonth)g_date_time_get_month (to),
                  (GDateYear)g_date_time_get_year (to));
  return g_date_days_between (&one, &other);
}

static char *
opens_later (GDateTime *now, GDateTime *opens)
{
  /* Translators: each with a time of day like 09:00. */
  static const char *const sentences[] = {
    N_ ("Opens on Monday at %s"),   N_ ("Opens on Tuesday at %s"), N_ ("Opens on Wednesday at %s"),
    N_ ("Opens on Thursday at %s"), N_ ("Opens on Friday at %s"),  N_ ("Opens on Saturday at %s"),
    N_ ("Opens on Sunday at %s"),
  };
  int days = days_between (now, opens);
  g_autofree char *at = g_date_time_format (opens, "\u2066%H:%M\u2069");
  const char *sentence;

  if (days > 6)
    return g_strdup (_ ("Closed now"));
  if (days == 0)
    sentence = _ ("Opens at %s");
  else if (days == 1)
    /* Translators: %s is a time of day like 09:00. */
    sentence = _ ("Opens tomorrow at %s");
  else
    sentence = _ (sentences[g_date_time_get_day_of_week (opens) - 1]);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (sentence, at);
#pragma GCC diagnostic pop
}

char *
madaf_branch_words_opening (MadafHours *hours, gint64 now_us)
{
  g_autoptr (GDateTime) now = local_time (hours, now_us);
  g_autoptr (GDateTime) then = NULL;
  gint64 then_us;

  if (madaf_hours_is_open (hours, now_us))
    {
      int minute = minute_of_day (now);
      int closes;

      if (!madaf_hours_closes_at (hours, now_us, &then_us))
        return g_strdup (_ ("Open day and night"));
      then = local_time (hours, then_us);
      closes = minute_of_day (then) + MINUTES_OF_DAY * MIN (1, days_between (now, then));
      return madaf_texts_opening (minute, 0, closes);
    }
  if (!madaf_hours_next_opening (hours, now_us, &then_us))
    return g_strdup (_ ("Closed now"));
  then = local_time (hours, then_us);
  return opens_later (now, then);
}

char *
madaf_branch_words_line (MadafBranchRow *row, gint64 now_us)
{
  g_autofree char *distance = madaf_texts_distance (madaf_branch_row_get_distance (row));
  MadafHours *hours = madaf_branch_get_hours (madaf_branch_row_get_branch (row));
  g_autofree char *opening = hours != NULL ? madaf_branch_words_opening (hours, now_us) : NULL;

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
