/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/target.h"

#include <string.h>

/* Percent-decoding by RFC 3986; "+" in a query is a space, as forms send it. */
char *
madaf_target_decode (const char *text, gsize length, gboolean is_query)
{
  g_autofree char *decoded = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      int byte = (guchar)text[i];

      if (byte == '%')
        {
          int high;

          if (length - i < 3)
            return NULL;
          high = g_ascii_xdigit_value (text[i + 1]);
          byte = g_ascii_xdigit_value (text[i + 2]);
          if (high < 0 || byte < 0)
            return NULL;
          byte += high * 16;
          i += 2;
        }
      else if (byte == '+' && is_query)
        byte = ' ';
      if (byte < 0x20 || byte == 0x7f)
        return NULL;
      decoded[n++] = (char)byte;
    }
  decoded[n] = '\0';
  return g_utf8_validate (decoded, (gssize)n, NULL) ? g_steal_pointer (&decoded) : NULL;
}

static MadafTargetResult
parse_path (const char *path, gsize length, MadafTarget *target)
{
  const char *end = path + length;

  /* "/" alone has no segment; else each "/" starts one, and an empty one is no path of ours. */
  while (path < end && length > 1)
    {
      const char *start = path + 1;
      const char *stop = memchr (start, '/', (gsize)(end - start));

      if (stop == NULL)
        stop = end;
      if (target->n_segments == MADAF_TARGET_MAX_SEGMENTS)
        return MADAF_TARGET_NO_ROUTE;
      target->segments[target->n_segments] = madaf_target_decode (start, (gsize)(stop - start), FALSE);
      if (target->segments[target->n_segments++] == NULL)
        return MADAF_TARGET_BAD;
      path = stop;
    }
  return MADAF_TARGET_OK;
}

static gboolean
parse_query (const char *query, MadafTarget *target)
{
  while (*query != '\0')
    {
      gsize length = strcspn (query, "&");
      const char *equals = memchr (query, '=', length);
      gsize name_length = equals != NULL ? (gsize)(equals - query) : length;
      const char *value = query + MIN (name_length + 1, length);

      if (target->n_query == MADAF_TARGET_MAX_QUERY)
        return FALSE;
      target->names[target->n_query] = madaf_target_decode (query, name_length, TRUE);
      target->values[target->n_query] = madaf_target_decode (value, (gsize)(query + length - value), TRUE);
      target->n_query++;
      if (target->names[target->n_query - 1] == NULL || target->values[target->n_query - 1] == NULL)
        return FALSE;
      query += length;
      if (*query == '&')
        query++;
    }
  return TRUE;
}

MadafTargetResult
madaf_target_parse (const char *text, MadafTarget *target)
{
  gsize path_length = strcspn (text, "?");
  MadafTargetResult result;

  *target = (MadafTarget){ 0 };
  if (text[0] != '/')
    return MADAF_TARGET_BAD;
  result = parse_path (text, path_length, target);
  if (result == MADAF_TARGET_OK && text[path_length] == '?' && !parse_query (text + path_length + 1, target))
    result = MADAF_TARGET_BAD;
  return result;
}

void
madaf_target_clear (MadafTarget *target)
{
  for (guint i = 0; i < target->n_segments; i++)
    g_free (target->segments[i]);
  for (guint i = 0; i < target->n_query; i++)
    {
      g_free (target->names[i]);
      g_free (target->values[i]);
    }
  *target = (MadafTarget){ 0 };
}
