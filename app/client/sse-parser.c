/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sse-parser.h"

#include <string.h>

struct _MadafSseParser
{
  gsize maximum;
  MadafSseFunc func;
  gpointer user_data;
  GString *line;
  GString *event;
  GString *data;
  GString *id;
  gboolean has_data;
  gboolean after_cr; /* a line feed now belongs to the line that ended */
  gboolean begun;    /* the first line, which may have a byte order mark, is over */
};

MadafSseParser *
madaf_sse_parser_new (gsize maximum, MadafSseFunc func, gpointer user_data)
{
  MadafSseParser *parser = g_new0 (MadafSseParser, 1);

  parser->maximum = maximum;
  parser->func = func;
  parser->user_data = user_data;
  parser->line = g_string_new (NULL);
  parser->event = g_string_new (NULL);
  parser->data = g_string_new (NULL);
  parser->id = g_string_new (NULL);

  return parser;
}

void
madaf_sse_parser_free (MadafSseParser *parser)
{
  g_string_free (parser->line, TRUE);
  g_string_free (parser->event, TRUE);
  g_string_free (parser->data, TRUE);
  g_string_free (parser->id, TRUE);
  g_free (parser);
}

static void
dispatch (MadafSseParser *parser)
{
  if (parser->has_data)
    parser->func (parser->event->len > 0 ? parser->event->str : "message", parser->id->str, parser->data->str,
                  parser->user_data);

  g_string_truncate (parser->event, 0);
  g_string_truncate (parser->data, 0);
  parser->has_data = FALSE;
}

static void
take_field (MadafSseParser *parser, const char *name, gsize name_length, const char *value)
{
  if (name_length == 4 && memcmp (name, "data", 4) == 0)
    {
      if (parser->has_data)
        g_string_append_c (parser->data, '\n');
      g_string_append (parser->data, value);
      parser->has_data = TRUE;
    }
  else if (name_length == 5 && memcmp (name, "event", 5) == 0)
    g_string_assign (parser->event, value);
  else if (name_length == 2 && memcmp (name, "id", 2) == 0)
    g_string_assign (parser->id, value);
}

static gboolean
end_line (MadafSseParser *parser)
{
  GString *line = parser->line;
  const char *colon;
  const char *value;

  if (!parser->begun && g_str_has_prefix (line->str, "\xef\xbb\xbf"))
    g_string_erase (line, 0, 3);
  parser->begun = TRUE;

  /* No line that we read has a NUL or broken UTF-8 in it. */
  if (line->len == 0)
    dispatch (parser);
  else if (line->str[0] != ':' && g_utf8_validate (line->str, (gssize)line->len, NULL))
    {
      colon = strchr (line->str, ':');
      value = colon != NULL ? colon + 1 : line->str + line->len;
      if (*value == ' ')
        value++;
      take_field (parser, line->str, colon != NULL ? (gsize)(colon - line->str) : line->len, value);
    }
  g_string_truncate (line, 0);

  return parser->data->len <= parser->maximum;
}

gboolean
madaf_sse_parser_feed (MadafSseParser *parser, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      gboolean swallow = parser->after_cr && bytes[i] == '\n';

      parser->after_cr = bytes[i] == '\r';
      if (swallow)
        continue;

      if (bytes[i] != '\r' && bytes[i] != '\n')
        g_string_append_c (parser->line, bytes[i]);
      else if (!end_line (parser))
        return FALSE;

      if (parser->line->len > parser->maximum)
        return FALSE;
    }

  return TRUE;
}
