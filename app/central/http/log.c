/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/log.h"

#include <string.h>
#include <unistd.h>

#include "model/json-writer.h"
#include "model/time.h"

/* Lines are written with one write(2) each, so those of different threads never mix. */

static const char *const level_names[] = { "error", "warning", "info", "debug" };
static int wanted_level = MADAF_LOG_WARNING; /* atomic */

gboolean
madaf_log_level_from_string (const char *text, MadafLogLevel *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_names); i++)
    if (g_strcmp0 (text, level_names[i]) == 0)
      {
        *level = i;
        return TRUE;
      }
  return FALSE;
}

void
madaf_log_set_level (MadafLogLevel level)
{
  g_atomic_int_set (&wanted_level, (int)level);
}

gboolean
madaf_log_wants (MadafLogLevel level)
{
  return (int)level <= g_atomic_int_get (&wanted_level);
}

static MadafJsonWriter *
begin (MadafLogLevel level, const char *event)
{
  MadafJsonWriter *writer = madaf_json_writer_new ();
  g_autofree char *time = madaf_time_format (g_get_real_time ());

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "time", time);
  madaf_json_writer_member_string (writer, "level", level_names[level]);
  madaf_json_writer_member_string (writer, "event", event);
  return writer;
}

static void
end (MadafJsonWriter *writer)
{
  g_autofree char *line = NULL;
  gsize length;

  madaf_json_writer_end_object (writer);
  line = madaf_json_writer_finish (writer, &length);
  madaf_json_writer_free (writer);
  /* The NUL at the end becomes the end of the line. */
  line[length] = '\n';
  if (write (STDERR_FILENO, line, length + 1) < 0)
    return; /* Nobody listens; there is nowhere to say so. */
}

void
madaf_log_event (MadafLogLevel level, const char *event, const char *message)
{
  MadafJsonWriter *writer;

  if (!madaf_log_wants (level))
    return;
  writer = begin (level, event);
  if (message != NULL)
    madaf_json_writer_member_string (writer, "message", message);
  end (writer);
}

void
madaf_log_request (const char *id, const char *method, const char *route, guint status, gint64 duration_us)
{
  MadafLogLevel level = status >= 500 ? MADAF_LOG_ERROR : MADAF_LOG_INFO;
  MadafJsonWriter *writer;

  if (!madaf_log_wants (level))
    return;
  writer = begin (level, "request");
  madaf_json_writer_member_string (writer, "id", id);
  madaf_json_writer_member_string (writer, "method", method);
  madaf_json_writer_member_string (writer, "route", route);
  madaf_json_writer_member_int (writer, "status", status);
  madaf_json_writer_member_int (writer, "us", duration_us);
  end (writer);
}

static GLogWriterOutput
write_glib (GLogLevelFlags flags, const GLogField *fields, gsize n_fields, gpointer data)
{
  MadafLogLevel level = flags & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL) ? MADAF_LOG_ERROR
                        : flags & G_LOG_LEVEL_WARNING                      ? MADAF_LOG_WARNING
                        : flags & (G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO) ? MADAF_LOG_INFO
                                                                           : MADAF_LOG_DEBUG;

  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0)
      madaf_log_event (level, "message", fields[i].value);
  return G_LOG_WRITER_HANDLED;
}

void
madaf_log_take_over_glib (void)
{
  g_log_set_writer_func (write_glib, NULL, NULL);
}
