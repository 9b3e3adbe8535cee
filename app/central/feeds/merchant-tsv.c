/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tab-separated feeds as Google Merchant Center takes them: a header row, one row a line, a field in double quotes may
 * hold tabs, line ends and doubled quotes.
 */
#include <errno.h>
#include <gio/gio.h>
#include <stdio.h>

#include "central/feeds/feed.h"

#define MAX_ROW (256 * 1024)

typedef enum
{
  ROW_SOUND,
  ROW_END,      /* of the file */
  ROW_TOO_LONG, /* or a quote that never closes */
  ROW_NOT_TEXT,
} RowKind;

typedef struct
{
  FILE *file;
  int line;       /* of the next character */
  int row_line;   /* where the row began */
  off_t second;   /* where the row's second line begins; 0 while it has one */
  GString *field; /* (owned) */
  gsize row_size;
  MadafFeedRow row;
} Reader;

static int
next (Reader *self)
{
  int c = getc_unlocked (self->file);

  self->row_size++;
  if (c != '\n')
    return c;
  self->line++;
  if (self->second == 0)
    self->second = ftello (self->file);
  return c;
}

static gboolean
end_field (Reader *self)
{
  gboolean sound = madaf_feed_clean (self->field);

  g_ptr_array_add (self->row.values, sound ? g_strndup (self->field->str, self->field->len) : NULL);
  g_string_truncate (self->field, 0);
  return sound && self->row.values->len <= MADAF_FEED_MAX_COLUMNS;
}

/* Reads a quoted field after its opening quote; gives the character after the closing one. */
static int
read_quoted (Reader *self)
{
  for (;;)
    {
      int c = next (self);

      if (c == EOF || self->row_size > MAX_ROW)
        return EOF;
      if (c != '"')
        {
          g_string_append_c (self->field, (char)c);
          continue;
        }
      c = next (self);
      if (c != '"')
        return c == EOF ? '\n' : c;
      g_string_append_c (self->field, '"');
    }
}

/* Goes on behind the first line of a row that cannot be right: a stray quote costs its own line, not the rest. */
static void
skip_line (Reader *self)
{
  int c;

  if (self->second > 0)
    {
      fseeko (self->file, self->second, SEEK_SET);
      self->line = self->row_line + 1;
      return;
    }
  while ((c = getc_unlocked (self->file)) != EOF && c != '\n')
    ;
  self->line = self->row_line + 1;
}

static RowKind
read_row (Reader *self)
{
  gboolean sound = TRUE;
  int c;

  g_ptr_array_set_size (self->row.values, 0);
  g_string_truncate (self->field, 0);
  self->row_line = self->row.line = self->line;
  self->row_size = 0;
  self->second = 0;
  for (;;)
    {
      c = next (self);
      if (c == '"' && self->field->len == 0)
        {
          c = read_quoted (self);
          if (c == EOF)
            {
              skip_line (self);
              return ROW_TOO_LONG;
            }
        }
      if (c == EOF && self->row.values->len == 0 && self->field->len == 0)
        return ROW_END;
      if (c == '\t' || c == '\n' || c == EOF)
        sound = end_field (self) && sound;
      else
        g_string_append_c (self->field, (char)c);
      if (c == '\n' || c == EOF)
        return sound ? ROW_SOUND : ROW_NOT_TEXT;
      if (self->row_size > MAX_ROW)
        {
          skip_line (self);
          return ROW_TOO_LONG;
        }
    }
}

static gboolean
is_blank (const Reader *self)
{
  return self->row.values->len == 1 && *(const char *)g_ptr_array_index (self->row.values, 0) == '\0';
}

static gboolean
read_header (Reader *self, GError **error)
{
  static const char mark[] = "\xef\xbb\xbf";

  for (int i = 0; i < 3; i++)
    {
      int c = getc (self->file);

      if (c == (guchar)mark[i])
        continue;
      ungetc (c, self->file);
      break;
    }
  if (read_row (self) != ROW_SOUND || is_blank (self))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s:1: no header row", self->row.file);
      return FALSE;
    }
  for (guint i = 0; i < self->row.values->len; i++)
    {
      char *name = madaf_feed_make_name (g_ptr_array_index (self->row.values, i));

      g_hash_table_insert (self->row.columns, name, GUINT_TO_POINTER (i + 1));
    }
  return TRUE;
}

static gboolean
take_row (Reader *self,
          guint n_columns,
          RowKind kind,
          MadafReport *report,
          MadafFeedRowFunc func,
          gpointer data,
          GError **error)
{
  const char *file = self->row.file;

  if (kind == ROW_TOO_LONG)
    return madaf_report_bad (report, file, self->row_line, error, "the row is too long, or a quote in it never closes");
  if (kind == ROW_NOT_TEXT)
    return madaf_report_bad (report, file, self->row_line, error, "a field is not UTF-8 text or is too long");
  if (is_blank (self))
    return TRUE;
  if (self->row.values->len > n_columns)
    return madaf_report_bad (report, file, self->row_line, error, "%u fields where the header has %u",
                             self->row.values->len, n_columns);
  return func (&self->row, data, error);
}

gboolean
madaf_merchant_tsv_read (const char *path, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error)
{
  Reader self = { .file = fopen (path, "re"), .line = 1, .row = { .file = path } };
  RowKind kind = ROW_END;
  gboolean done;
  guint n_columns;

  if (self.file == NULL)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
      return FALSE;
    }
  self.field = g_string_new (NULL);
  self.row.values = g_ptr_array_new_with_free_func (g_free);
  self.row.columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = read_header (&self, error);
  n_columns = self.row.values->len;
  while (done && (kind = read_row (&self)) != ROW_END)
    done = take_row (&self, n_columns, kind, report, func, data, error);
  g_string_free (self.field, TRUE);
  g_ptr_array_unref (self.row.values);
  g_hash_table_unref (self.row.columns);
  fclose (self.file);
  return done;
}
