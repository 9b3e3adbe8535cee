/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/json-writer.h"

#include <math.h>
#include <string.h>

struct _MadafJsonWriter
{
  GString *text;        /* (owned) */
  GString *open;        /* (owned): the brackets still to be closed, innermost last */
  gboolean needs_comma; /* a value came before in the innermost bracket */
};

MadafJsonWriter *
madaf_json_writer_new (void)
{
  MadafJsonWriter *self = g_new0 (MadafJsonWriter, 1);

  self->text = g_string_sized_new (256);
  self->open = g_string_new (NULL);
  return self;
}

void
madaf_json_writer_free (MadafJsonWriter *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->open, TRUE);
  g_free (self);
}

static void
before_value (MadafJsonWriter *self)
{
  if (self->needs_comma)
    g_string_append_c (self->text, ',');
  self->needs_comma = TRUE;
}

static void
begin (MadafJsonWriter *self, char opening, char closing)
{
  before_value (self);
  g_string_append_c (self->text, opening);
  g_string_append_c (self->open, closing);
  self->needs_comma = FALSE;
}

static void
end (MadafJsonWriter *self, char closing)
{
  g_return_if_fail (self->open->len > 0 && self->open->str[self->open->len - 1] == closing);

  g_string_append_c (self->text, closing);
  g_string_truncate (self->open, self->open->len - 1);
  self->needs_comma = TRUE;
}

void
madaf_json_writer_begin_object (MadafJsonWriter *self)
{
  begin (self, '{', '}');
}

void
madaf_json_writer_end_object (MadafJsonWriter *self)
{
  end (self, '}');
}

void
madaf_json_writer_begin_array (MadafJsonWriter *self)
{
  begin (self, '[', ']');
}

void
madaf_json_writer_end_array (MadafJsonWriter *self)
{
  end (self, ']');
}

static void
append_escaped (GString *text, const char *value)
{
  for (const char *run = value;; value++)
    {
      unsigned char c = (unsigned char)*value;

      if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
        continue;

      g_string_append_len (text, run, value - run);
      run = value + 1;
      if (c == '\0')
        return;

      if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", c);
      else if (c == '\n')
        g_string_append (text, "\\n");
      else
        g_string_append_printf (text, "\\u%04x", c);
    }
}

static void
append_string (GString *text, const char *value)
{
  g_string_append_c (text, '"');
  if (g_utf8_validate (value, -1, NULL))
    append_escaped (text, value);
  else
    {
      g_autofree char *valid = g_utf8_make_valid (value, -1);

      append_escaped (text, valid);
    }
  g_string_append_c (text, '"');
}

void
madaf_json_writer_member (MadafJsonWriter *self, const char *name)
{
  g_return_if_fail (self->open->len > 0 && self->open->str[self->open->len - 1] == '}');

  before_value (self);
  append_string (self->text, name);
  g_string_append_c (self->text, ':');
  self->needs_comma = FALSE;
}

void
madaf_json_writer_string (MadafJsonWriter *self, const char *value)
{
  if (value == NULL)
    {
      madaf_json_writer_null (self);
      return;
    }

  before_value (self);
  append_string (self->text, value);
}

void
madaf_json_writer_int (MadafJsonWriter *self, gint64 value)
{
  char digits[24];
  char *at = digits + sizeof digits;
  guint64 rest = value < 0 ? -(guint64)value : (guint64)value;

  /* Prices and counts are half of what is written, and printf() thinks long about each. */
  do
    *--at = (char)('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--at = '-';
  before_value (self);
  g_string_append_len (self->text, at, digits + sizeof digits - at);
}

void
madaf_json_writer_double (MadafJsonWriter *self, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (value))
    {
      madaf_json_writer_null (self);
      return;
    }

  before_value (self);
  /* The shortest of the two that reads back as the same number, whatever the locale. */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", value);
  g_string_append (self->text, buffer);
}

void
madaf_json_writer_bool (MadafJsonWriter *self, gboolean value)
{
  madaf_json_writer_raw (self, value ? "true" : "false");
}

void
madaf_json_writer_null (MadafJsonWriter *self)
{
  madaf_json_writer_raw (self, "null");
}

void
madaf_json_writer_raw (MadafJsonWriter *self, const char *json)
{
  before_value (self);
  g_string_append (self->text, json != NULL ? json : "null");
}

void
madaf_json_writer_member_string (MadafJsonWriter *self, const char *name, const char *value)
{
  madaf_json_writer_member (self, name);
  madaf_json_writer_string (self, value);
}

void
madaf_json_writer_member_int (MadafJsonWriter *self, const char *name, gint64 value)
{
  madaf_json_writer_member (self, name);
  madaf_json_writer_int (self, value);
}

void
madaf_json_writer_member_double (MadafJsonWriter *self, const char *name, double value)
{
  madaf_json_writer_member (self, name);
  madaf_json_writer_double (self, value);
}

void
madaf_json_writer_member_bool (MadafJsonWriter *self, const char *name, gboolean value)
{
  madaf_json_writer_member (self, name);
  madaf_json_writer_bool (self, value);
}

void
madaf_json_writer_member_null (MadafJsonWriter *self, const char *name)
{
  madaf_json_writer_member (self, name);
  madaf_json_writer_null (self);
}

void
madaf_json_writer_member_raw (MadafJsonWriter *self, const char *name, const char *json)
{
  madaf_json_writer_member (self, name);
  madaf_json_writer_raw (self, json);
}

const char *
madaf_json_writer_peek (MadafJsonWriter *self, gsize *length)
{
  if (length != NULL)
    *length = self->text->len;
  return self->text->str;
}

char *
madaf_json_writer_finish (MadafJsonWriter *self, gsize *length)
{
  GString *text = self->text;

  g_return_val_if_fail (self->open->len == 0, NULL);

  if (length != NULL)
    *length = text->len;
  self->needs_comma = FALSE;
  self->text = g_string_sized_new (256);
  return g_string_free (text, FALSE);
}

GBytes *
madaf_json_writer_finish_bytes (MadafJsonWriter *self)
{
  gsize length = 0;
  char *text = madaf_json_writer_finish (self, &length);

  return g_bytes_new_take (text, length);
}
