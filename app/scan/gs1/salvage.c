/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/salvage.h"

#include "model/gtin.h"
#include "scan/gs1/ai.h"

#include <string.h>

/* The GTIN on a label that is not quite right. What follows all the rules is read by gs1.c. */

#define SEPARATORS "^\x1d"

static char *
normalise (const char *digits, gsize length)
{
  g_autofree char *copy = g_strndup (digits, length);

  return madaf_gtin_normalise (copy, NULL);
}

static char *
find_in_elements (const char *text)
{
  const char *p = text + strspn (text, SEPARATORS);

  while (*p != '\0')
    {
      const MadafGs1Ai *ai = madaf_gs1_ai_at_start (p);
      gsize rest = strcspn (p, SEPARATORS);
      gsize length = ai != NULL && !ai->needs_separator ? ai->length + madaf_gs1_ai_max_length (ai) : rest;

      if (g_str_has_prefix (p, "01") && rest >= 16)
        return normalise (p + 2, 14);
      p += MIN (length, rest);
      p += strspn (p, SEPARATORS);
    }
  return NULL;
}

static char *
find_in_brackets (const char *text)
{
  const char *value = strstr (text, "(01)");

  return value != NULL ? normalise (value + 4, strcspn (value + 4, "(|")) : NULL;
}

/* https://anything/01/GTIN[/…][?…], in capitals or not. */
static char *
find_in_link (const char *text)
{
  g_autofree char *path = NULL;
  g_auto (GStrv) parts = NULL;

  if (g_ascii_strncasecmp (text, "https://", 8) != 0 && g_ascii_strncasecmp (text, "http://", 7) != 0)
    return NULL;
  text = strstr (text, "://") + 3;
  path = g_strndup (text, strcspn (text, "?#"));
  parts = g_strsplit (path, "/", 64);
  if (parts[0] == NULL || *parts[0] == '\0')
    return NULL;
  for (guint i = 1; parts[i] != NULL && parts[i + 1] != NULL; i++)
    if (strcmp (parts[i], "01") == 0 || g_ascii_strcasecmp (parts[i], "gtin") == 0)
      {
        g_autofree char *digits = g_uri_unescape_string (parts[i + 1], NULL);
        char *gtin = digits != NULL ? madaf_gtin_normalise (digits, NULL) : NULL;

        if (gtin != NULL)
          return gtin;
      }
  return NULL;
}

char *
madaf_gtin_salvage (const char *text, gboolean is_gs1)
{
  if (is_gs1 || *text == '\x1d')
    return find_in_elements (text);
  if (*text == '(')
    return find_in_brackets (text);
  if (g_ascii_isdigit (*text))
    return madaf_gtin_normalise (text, NULL);
  return find_in_link (text);
}
