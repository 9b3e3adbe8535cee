/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/hours.h"

#include <string.h>

#include "model/hours-private.h"
#include "model/json.h"

/* Opening hours as JSON, both ways. */

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
  return minute < 60 && *minutes <= MADAF_HOURS_DAY;
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
      || interval->start == MADAF_HOURS_DAY)
    return fail (error, MADAF_JSON_ERROR_RANGE, "hours: a time is written 09:30");

  if (interval->end <= interval->start)
    interval->end += MADAF_HOURS_DAY;
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
  MadafHoursException exception;
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
  g_autoptr (MadafHours) self = madaf_hours_new_bare ();
  JsonObject *object;

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
      write_minutes (writer, interval->end > MADAF_HOURS_DAY ? interval->end - MADAF_HOURS_DAY : interval->end);
      madaf_json_writer_end_array (writer);
    }
  madaf_json_writer_end_array (writer);
}

static void
write_exception (MadafHoursException *exception, MadafJsonWriter *writer)
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
    write_exception (&g_array_index (self->exceptions, MadafHoursException, i), writer);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
}
