/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gtin-finder.h"

#include "model/gtin.h"

#include <string.h>

/* Where a GTIN hides in what was scanned. Only AI 01 is looked for; the other elements are stepped over. */

/* By the first two digits of an AI: the length of AI and value together, when it is fixed and no separator follows
 * (GS1 General Specifications, figure 7.8.5-2). 0: it runs to the next separator. */
static int
fixed_length (int first_two)
{
  static const guint8 lengths[100] = {
    [0] = 20, [1] = 16, [2] = 16, [3] = 16, [4] = 18,  [11] = 8,  [12] = 8,  [13] = 8,  [14] = 8,  [15] = 8,  [16] = 8,
    [17] = 8, [18] = 8, [19] = 8, [20] = 4, [31] = 10, [32] = 10, [33] = 10, [34] = 10, [35] = 10, [36] = 10, [41] = 16,
  };

  return lengths[first_two];
}

static char *
normalise (const char *digits, gsize length)
{
  g_autofree char *copy = g_strndup (digits, length);

  return strspn (copy, "0123456789") == length ? madaf_gtin_normalise (copy, NULL) : NULL;
}

static char *
find_in_elements (const char *text)
{
  const char *p = text;

  while (*p == MADAF_GS1_SEPARATOR)
    p++;
  while (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]))
    {
      int fixed = fixed_length ((p[0] - '0') * 10 + (p[1] - '0'));

      if (p[0] == '0' && p[1] == '1')
        return strlen (p) >= 16 ? normalise (p + 2, 14) : NULL;
      if (fixed > 0 && strlen (p) < (gsize)fixed)
        return NULL;
      p = fixed > 0 ? p + fixed : strchrnul (p, MADAF_GS1_SEPARATOR);
      while (*p == MADAF_GS1_SEPARATOR)
        p++;
    }
  return NULL;
}

static char *
find_in_brackets (const char *text)
{
  const char *value = strstr (text, "(01)");

  if (value == NULL)
    return NULL;
  value += 4;
  return strspn (value, "0123456789") == 14 && (value[14] == '\0' || value[14] == '(') ? normalise (value, 14) : NULL;
}

/* GS1 Digital Link: https://anything/01/GTIN[/qualifier/value…][?attributes] (uncompressed form). */
static char *
find_in_uri (const char *text)
{
  g_autofree char *path = NULL;
  g_auto (GStrv) parts = NULL;

  if (g_ascii_strncasecmp (text, "https://", 8) != 0 && g_ascii_strncasecmp (text, "http://", 7) != 0)
    return NULL;
  text = strstr (text, "://") + 3;
  path = g_strndup (text, strcspn (text, "?#"));
  parts = g_strsplit (path, "/", 64);
  if (*parts[0] == '\0')
    return NULL;
  for (guint i = 1; parts[i] != NULL && parts[i + 1] != NULL; i++)
    if (strcmp (parts[i], "01") == 0)
      {
        g_autofree char *digits = g_uri_unescape_string (parts[i + 1], NULL);
        char *gtin = digits ? normalise (digits, strlen (digits)) : NULL;

        if (gtin != NULL)
          return gtin;
      }
  return NULL;
}

char *
madaf_upc_e_expand (const char *digits)
{
  const char *d = digits + 1;
  g_autofree char *upc_a = NULL;
  g_autofree char *gtin = NULL;

  if (strlen (digits) != 8 || strspn (digits, "0123456789") != 8 || digits[0] > '1')
    return NULL;
  if (d[5] <= '2')
    upc_a = g_strdup_printf ("%c%c%c%c0000%c%c%c%c", digits[0], d[0], d[1], d[5], d[2], d[3], d[4], d[6]);
  else if (d[5] == '3')
    upc_a = g_strdup_printf ("%c%c%c%c00000%c%c%c", digits[0], d[0], d[1], d[2], d[3], d[4], d[6]);
  else if (d[5] == '4')
    upc_a = g_strdup_printf ("%c%c%c%c%c00000%c%c", digits[0], d[0], d[1], d[2], d[3], d[4], d[6]);
  else
    upc_a = g_strdup_printf ("%c%c%c%c%c%c0000%c%c", digits[0], d[0], d[1], d[2], d[3], d[4], d[5], d[6]);

  gtin = madaf_gtin_normalise (upc_a, NULL);
  return gtin != NULL ? g_steal_pointer (&upc_a) : NULL;
}

char *
madaf_gtin_find (const char *text, gboolean is_gs1)
{
  gsize length = strlen (text);

  if (is_gs1 || *text == MADAF_GS1_SEPARATOR)
    return find_in_elements (text);
  if (strspn (text, "0123456789") == length)
    return length == 8 || length == 12 || length == 13 || length == 14 ? normalise (text, length) : NULL;
  if (*text == '(')
    return find_in_brackets (text);
  return find_in_uri (text);
}
