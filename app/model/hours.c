/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/hours.h"

#include "model/hours-private.h"
#include "model/time.h"

#define LONGEST_OPEN_DAYS 14
#define NO_MOMENT         G_MAXINT64
#define LOOK_AHEAD_DAYS   60

G_DEFINE_BOXED_TYPE (MadafHours, madaf_hours, madaf_hours_ref, madaf_hours_unref)

static void
clear_exception (gpointer data)
{
  MadafHoursException *exception = data;

  g_array_unref (exception->intervals);
  g_clear_pointer (&exception->reason, madaf_text_unref);
}

MadafHours *
madaf_hours_new_bare (void)
{
  MadafHours *self = g_new0 (MadafHours, 1);

  g_atomic_ref_count_init (&self->count);
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (MadafHoursException));
  g_array_set_clear_func (self->exceptions, clear_exception);
  return self;
}

MadafHours *
madaf_hours_ref (MadafHours *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
madaf_hours_unref (MadafHours *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_free (self->zone_name);
  for (int i = 0; i < 7; i++)
    g_clear_pointer (&self->week[i], g_array_unref);
  g_array_unref (self->exceptions);
  g_free (self);
}

const char *
madaf_hours_get_time_zone_name (MadafHours *self)
{
  return self->zone_name;
}

GTimeZone *
madaf_hours_get_time_zone (MadafHours *self)
{
  return self->zone;
}

static GArray *
get_intervals (MadafHours *self, guint32 julian, MadafText **reason)
{
  for (guint i = 0; i < self->exceptions->len; i++)
    {
      MadafHoursException *exception = &g_array_index (self->exceptions, MadafHoursException, i);

      if (exception->julian == julian)
        {
          if (reason != NULL)
            *reason = exception->reason;
          return exception->intervals;
        }
    }

  /* Julian day 1 was a Monday. */
  return self->week[julian % 7];
}

const MadafHoursInterval *
madaf_hours_get_day (MadafHours *self, const GDate *date, guint *n_intervals, MadafText **reason)
{
  GArray *intervals;

  if (reason != NULL)
    *reason = NULL;
  intervals = get_intervals (self, g_date_get_julian (date), reason);
  *n_intervals = intervals->len;
  return (const MadafHoursInterval *)(gpointer)intervals->data;
}

/* The moment @minutes after local midnight by the clock on the wall, which is not always that many minutes later. */
static gint64
get_moment (MadafHours *self, guint32 julian, int minutes)
{
  g_autoptr (GDateTime) moment = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian + (guint32)(minutes / MADAF_HOURS_DAY));
  minutes %= MADAF_HOURS_DAY;
  moment = g_date_time_new (self->zone, g_date_get_year (&date), (int)g_date_get_month (&date), g_date_get_day (&date),
                            minutes / 60, minutes % 60, 0);

  return moment != NULL ? g_date_time_to_unix (moment) * MADAF_TIME_SECOND : NO_MOMENT;
}

/* The local day of a moment; 0 when it is beyond the years that GDateTime knows. */
static guint32
get_local_day (MadafHours *self, gint64 at_us)
{
  g_autoptr (GDateTime) utc
      = g_date_time_new_from_unix_utc (at_us / MADAF_TIME_SECOND - (at_us % MADAF_TIME_SECOND < 0));
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_timezone (utc, self->zone) : NULL;
  GDate date;

  if (local == NULL)
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)g_date_time_get_day_of_month (local), (GDateMonth)g_date_time_get_month (local),
                  (GDateYear)g_date_time_get_year (local));
  return g_date_get_julian (&date);
}

/* Finds the interval that @at_us is in, of that day or the evening before. */
static gboolean
find_interval (MadafHours *self, gint64 at_us, gint64 *end_us)
{
  guint32 today = get_local_day (self, at_us);

  if (today < 2)
    return FALSE;

  for (guint32 day = today - 1; day <= today; day++)
    {
      GArray *intervals = get_intervals (self, day, NULL);

      for (guint i = 0; i < intervals->len; i++)
        {
          MadafHoursInterval *interval = &g_array_index (intervals, MadafHoursInterval, i);

          *end_us = get_moment (self, day, interval->end);
          if (at_us >= get_moment (self, day, interval->start) && at_us < *end_us)
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
madaf_hours_is_open (MadafHours *self, gint64 at_us)
{
  gint64 end_us;

  return find_interval (self, at_us, &end_us);
}

gboolean
madaf_hours_closes_at (MadafHours *self, gint64 at_us, gint64 *closes_us)
{
  gint64 limit_us, end_us, closing_us;

  if (!find_interval (self, at_us, &closing_us))
    return FALSE;

  /* Open until midnight and from midnight on is one opening. */
  limit_us = at_us + LONGEST_OPEN_DAYS * MADAF_TIME_DAY;
  while (closing_us < limit_us && find_interval (self, closing_us, &end_us))
    closing_us = end_us;

  if (closing_us >= limit_us)
    return FALSE;

  *closes_us = closing_us;
  return TRUE;
}

gboolean
madaf_hours_next_opening (MadafHours *self, gint64 at_us, gint64 *opens_us)
{
  guint32 today = get_local_day (self, at_us);

  if (today == 0)
    return FALSE;

  for (guint32 day = today; day <= today + LOOK_AHEAD_DAYS; day++)
    {
      GArray *intervals = get_intervals (self, day, NULL);

      for (guint i = 0; i < intervals->len; i++)
        {
          gint64 start_us = get_moment (self, day, g_array_index (intervals, MadafHoursInterval, i).start);

          if (start_us != NO_MOMENT && start_us > at_us && !madaf_hours_is_open (self, start_us - 1))
            {
              *opens_us = start_us;
              return TRUE;
            }
        }
    }

  return FALSE;
}
