/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/local-time.h"

/* What sentences about times are made of. */

GDateTime *
madaf_local_time (gint64 at_us, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);

  return zone != NULL ? g_date_time_to_timezone (utc, zone) : g_steal_pointer (&utc);
}

int
madaf_local_time_minute (GDateTime *time)
{
  return g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
}

static void
set_date (GDate *date, GDateTime *time)
{
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)g_date_time_get_day_of_month (time), (GDateMonth)g_date_time_get_month (time),
                  (GDateYear)g_date_time_get_year (time));
}

int
madaf_local_time_days_between (GDateTime *from, GDateTime *to)
{
  GDate one;
  GDate other;

  set_date (&one, from);
  set_date (&other, to);
  return g_date_days_between (&one, &other);
}
