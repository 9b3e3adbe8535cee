/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/feed.h"

#include <errno.h>
#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

const char *
madaf_feed_row_get (const MadafFeedRow *row, const char *name)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (row->columns, name));
  const char *value = index > 0 && index <= row->values->len ? g_ptr_array_index (row->values, index - 1) : NULL;

  return value != NULL && *value != '\0' ? value : NULL;
}

char *
madaf_feed_make_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  char *plain = g_strstrip (lower);

  if (g_str_has_prefix (plain, "g:"))
    plain += 2;
  return g_strdelimit (g_strdup (plain), " -", '_');
}

gboolean
madaf_feed_clean (GString *text)
{
  if (text->len > MADAF_FEED_MAX_FIELD || !g_utf8_validate (text->str, (gssize)text->len, NULL))
    return FALSE;
  for (gsize i = 0; i < text->len; i++)
    if ((guchar)text->str[i] < 0x20 || text->str[i] == 0x7f)
      text->str[i] = ' ';
  g_strstrip (text->str);
  text->len = strlen (text->str);
  return TRUE;
}

/* XML begins with a '<' after at most a byte order mark and space. */
static gboolean
is_xml (const char *path, gboolean *xml, GError **error)
{
  FILE *file = fopen (path, "re");
  int c;

  if (file == NULL)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
      return FALSE;
    }
  do
    c = getc (file);
  while (c == 0xef || c == 0xbb || c == 0xbf || c == ' ' || c == '\n' || c == '\r');
  *xml = c == '<';
  fclose (file);
  return TRUE;
}

gboolean
madaf_feed_read (const char *path, MadafReport *report, MadafFeedRowFunc func, gpointer data, GError **error)
{
  gboolean xml = FALSE;

  if (!is_xml (path, &xml, error))
    return FALSE;
  return xml ? madaf_merchant_xml_read (path, report, func, data, error)
             : madaf_merchant_tsv_read (path, report, func, data, error);
}
