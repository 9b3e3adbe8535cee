/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/hours.h"

#include <string.h>

#include "model/json.h"
#include "model/time.h"

#define DAY_MINUTES       1440
#define LONGEST_OPEN_DAYS 14
#define LOOK_AHEAD_DAYS   60

typedef struct
{
  guint32 julian;
  GArray *intervals; /* (owned) (element-type MadafHoursInterval) */
  MadafText *reason; /* (owned) (nullable) */
} Exception;

struct _MadafHours
{
  gatomicrefcount count;
  GTimeZone *zone;    /* (owned) */
  char *zone_name;    /* (owned) */
  GArray *week[7];    /* (owned) (element-type MadafHoursInterval): Sunday first */
  GArray *exceptions; /* (owned) (element-type Exception) */
};

G_DEFINE_BOXED_TYPE (MadafHours, madaf_hours, madaf_hours_ref, madaf_hours_unref)

static void
clear_exception (gpointer data)
{
  Exception *exception = data;

  g_array_unref (exception->intervals);
  g_clear_pointer (&exception->reason, madaf_text_unref);
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

static gboolean
fail (GError **error, MadafJsonError code, const char *message)
{
  g_set_error_literal (error, MADAF_JSON_ERROR, code, message);
  return FALSE;
}

/* "HH:MM" as minutes; "24:00" too, which is only good as an end. */
static gboolean
parse_minutes (const char *text, int *minutes)
{
  int hour, minute;

  if (strlen (text) != 5 || text[2] != ':' || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1])
      || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;

  hour = (text[0] - '0') * 10 + (text[1] - '0');
  minute = (text[3] - '0') * 10 + (text[4] - '0');
  *minutes = hour * 60 + minute;
  return minute < 60 && *minutes <= DAY_MINUTES;
}

static gboolean
parse_interval (JsonArray *pair, MadafHoursInterval *interval, GError **error)
{
  const char *start, *end;

  if (json_array_get_length (pair) != 2)
    return fail (error, MADAF_JSON_ERROR_TYPE, "hours: an interval is a pair of times");
  if (!madaf_json_element_string (pair, 0, &start, error) || !madaf_json_element_string (pair, 1, &end, error))
    return FALSE;
  if (!parse_minutes (start, &interval->start) || !parse_minutes (end, &interval->end)
      || interval->start == DAY_MINUTES)
    return fail (error, MADAF_JSON_ERROR_RANGE, "hours: a time is written 09:30");

  if (interval->end <= interval->start)
    interval->end += DAY_MINUTES;
  return TRUE;
}

/* Returns: (transfer full): the intervals of a day; NULL with @error set. */
static GArray *
parse_day (JsonArray *day, GError **error)
{
  g_autoptr (GArray) intervals = g_array_new (FALSE, FALSE, sizeof (MadafHoursInterval));
  int last_end = 0;

  for (guint i = 0; i < json_array_get_length (day); i++)
    {
      MadafHoursInterval interval;
      JsonArray *pair;

      if (!madaf_json_element_array (day, i, &pair, error) || !parse_interval (pair, &interval, error))
        return NULL;
      if (interval.start < last_end)
        {
          fail (error, MADAF_JSON_ERROR_RANGE, "hours: intervals of a day are in order and do not overlap");
          return NULL;
        }
      last_end = interval.end;
      g_array_append_val (intervals, interval);
    }

  return g_steal_pointer (&intervals);
}

static gboolean
parse_week (MadafHours *self, JsonObject *object, GError **error)
{
  JsonArray *week;

  if (!madaf_json_read_array (object, "week", &week, error))
    return FALSE;
  if (json_array_get_length (week) != 7)
    return fail (error, MADAF_JSON_ERROR_RANGE, "week: must have seven days");

  for (guint i = 0; i < 7; i++)
    {
      JsonArray *day;

      if (!madaf_json_element_array (week, i, &day, error))
        return FALSE;
      self->week[i] = parse_day (day, error);
      if (self->week[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_date (const char *text, guint32 *julian)
{
  GDate date;
  guint year, month, day;

  if (strlen (text) != 10 || strspn (text, "0123456789-") != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;

  year = (guint)g_ascii_strtoull (text, NULL, 10);
  month = (guint)g_ascii_strtoull (text + 5, NULL, 10);
  day = (guint)g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  *julian = g_date_get_julian (&date);
  return TRUE;
}

static gboolean
parse_exception (MadafHours *self, JsonObject *object, GError **error)
{
  g_autoptr (MadafText) reason = NULL;
  g_autoptr (GArray) intervals = NULL;
  Exception exception;
  const char *date;
  JsonArray *day;

  if (!madaf_json_read_string (object, "date", &date, error)
      || !madaf_json_read_array (object, "intervals", &day, error))
    return FALSE;
  if (!parse_date (date, &exception.julian))
    return fail (error, MADAF_JSON_ERROR_RANGE, "date: no such day");

  reason = madaf_text_new_from_json (json_object_get_member (object, "reason"), error);
  if (reason == NULL)
    return FALSE;
  intervals = parse_day (day, error);
  if (intervals == NULL)
    return FALSE;

  exception.reason = madaf_text_is_empty (reason) ? NULL : g_steal_pointer (&reason);
  exception.intervals = g_steal_pointer (&intervals);
  g_array_append_val (self->exceptions, exception);
  return TRUE;
}

static gboolean
parse_exceptions (MadafHours *self, JsonObject *object, GError **error)
{
  JsonArray *exceptions = NULL;

  if (!madaf_json_read_optional_array (object, "exceptions", &exceptions, error))
    return FALSE;

  for (guint i = 0; exceptions != NULL && i < json_array_get_length (exceptions); i++)
    {
      JsonObject *exception;

      if (!madaf_json_element_object (exceptions, i, &exception, error) || !parse_exception (self, exception, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_zone (MadafHours *self, JsonObject *object, GError **error)
{
  const char *name;

  if (!madaf_json_read_string_bounded (object, "time_zone", 1, 64, &name, error))
    return FALSE;

  /* GLib would read any file that is named here. */
  if (g_ascii_isalpha (name[0]) && strstr (name, "..") == NULL)
    self->zone = g_time_zone_new_identifier (name);
  if (self->zone == NULL)
    return fail (error, MADAF_JSON_ERROR_RANGE, "time_zone: no such time zone");

  self->zone_name = g_strdup (name);
  return TRUE;
}

MadafHours *
madaf_hours_new_from_json (JsonNode *node, GError **error)
{
  g_autoptr (MadafHours) self = g_new0 (MadafHours, 1);
  JsonObject *object;

  g_atomic_ref_count_init (&self->count);
  self->exceptions = g_array_new (FALSE, FALSE, sizeof (Exception));
  g_array_set_clear_func (self->exceptions, clear_exception);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      fail (error, MADAF_JSON_ERROR_TYPE, "hours: must be an object");
      return NULL;
    }

  object = json_node_get_object (node);
  if (!parse_zone (self, object, error) || !parse_week (self, object, error) || !parse_exceptions (self, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

MadafHours *
madaf_hours_new_from_string (const char *json, GError **error)
{
  g_autoptr (JsonNode) node = madaf_json_parse (json, -1, NULL, error);

  return node != NULL ? madaf_hours_new_from_json (node, error) : NULL;
}

static void
write_minutes (MadafJsonWriter *writer, int minutes)
{
  char text[16];

  g_snprintf (text, sizeof text, "%02d:%02d", minutes / 60, minutes % 60);
  madaf_json_writer_string (writer, text);
}

static void
write_day (GArray *intervals, MadafJsonWriter *writer)
{
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < intervals->len; i++)
    {
      MadafHoursInterval *interval = &g_array_index (intervals, MadafHoursInterval, i);

      madaf_json_writer_begin_array (writer);
      write_minutes (writer, interval->start);
      write_minutes (writer, interval->end > DAY_MINUTES ? interval->end - DAY_MINUTES : interval->end);
      madaf_json_writer_end_array (writer);
    }
  madaf_json_writer_end_array (writer);
}

static void
write_exception (Exception *exception, MadafJsonWriter *writer)
{
  char text[16];
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, exception->julian);
  g_snprintf (text, sizeof text, "%04u-%02u-%02u", (guint)g_date_get_year (&date), (guint)g_date_get_month (&date),
              (guint)g_date_get_day (&date));

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "date", text);
  madaf_json_writer_member (writer, "intervals");
  write_day (exception->intervals, writer);
  if (exception->reason != NULL)
    {
      madaf_json_writer_member (writer, "reason");
      madaf_text_write (exception->reason, writer);
    }
  madaf_json_writer_end_object (writer);
}

void
madaf_hours_write (MadafHours *self, MadafJsonWriter *writer)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "time_zone", self->zone_name);
  madaf_json_writer_member (writer, "week");
  madaf_json_writer_begin_array (writer);
  for (int i = 0; i < 7; i++)
    write_day (self->week[i], writer);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_member (writer, "exceptions");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < self->exceptions->len; i++)
    write_exception (&g_array_index (self->exceptions, Exception, i), writer);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
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
      Exception *exception = &g_array_index (self->exceptions, Exception, i);

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
  g_date_set_julian (&date, julian + (guint32)(minutes / DAY_MINUTES));
  minutes %= DAY_MINUTES;
  moment = g_date_time_new (self->zone, g_date_get_year (&date), (int)g_date_get_month (&date), g_date_get_day (&date),
                            minutes / 60, minutes % 60, 0);

  return moment != NULL ? g_date_time_to_unix (moment) * MADAF_TIME_SECOND : G_MAXINT64;
}

/* The local day of a moment; 0 when it is beyond the years that GDateTime knows. */
static guint32
get_local_day (MadafHours *self, gint64 at_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (
      (at_us - (((at_us % MADAF_TIME_SECOND) + MADAF_TIME_SECOND) % MADAF_TIME_SECOND)) / MADAF_TIME_SECOND);
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

          if (start_us > at_us && !madaf_hours_is_open (self, start_us - 1))
            {
              *opens_us = start_us;
              return TRUE;
            }
        }
    }

  return FALSE;
}
