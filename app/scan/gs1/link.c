/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/message.h"

#include "scan/gs1/error.h"

#include <string.h>

/* GS1 Digital Link: https://anything/01/GTIN/10/LOT?17=261231. */

#define URI_CHARACTERS  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%"
#define NOT_IN_A_DOMAIN "_~?#@!$&'()*+,;=%"

/* A piece of the URI. */
typedef struct
{
  const char *start;
  const char *end;
} Span;

gboolean
madaf_gs1_looks_like_link (const char *text)
{
  return g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")
         || g_str_has_prefix (text, "HTTPS://") || g_str_has_prefix (text, "HTTP://");
}

/* (transfer full) (nullable): @span with its percent escapes undone; a "%" that begins none stands for itself. NULL if
 * a NUL is among them. */
static char *
unescape (Span span, gboolean plus_is_space)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = span.start; p < span.end; p++)
    {
      gboolean is_escape = *p == '%' && span.end - p > 2 && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]);

      if (is_escape)
        {
          char c = (char)(g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]));

          if (c == '\0')
            return NULL;
          g_string_append_c (text, c);
          p += 2;
        }
      else
        g_string_append_c (text, plus_is_space && *p == '+' ? ' ' : *p);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether @ais, in this order, are some of the qualifiers in @sequence ("22,10,21" up to "|" or the end), in its order.
 */
static gboolean
follows_sequence (const char *sequence, gsize length, const MadafGs1Ai *const *ais, guint n_ais)
{
  const char *end = sequence + length;
  guint i = 0;

  while (i < n_ais && sequence < end)
    {
      gsize word = strcspn (sequence, ",|");

      if (madaf_gs1_ai_matches (ais[i], sequence, word))
        i++;
      sequence += word + 1;
    }
  return i == n_ais;
}

/* Whether @ais are a primary key and qualifiers of it. */
static gboolean
is_key_and_qualifiers (const MadafGs1Ai *const *ais, guint n_ais)
{
  const char *sequence = ais[0]->qualifiers;

  while (sequence != NULL)
    {
      gsize length = strcspn (sequence, "|");

      if (follows_sequence (sequence, length, ais + 1, n_ais - 1))
        return TRUE;
      sequence = sequence[length] == '|' ? sequence + length + 1 : NULL;
    }
  return FALSE;
}

/* Where the slash stands that ends the piece before @p; NULL: there is none. */
static const char *
slash_before (const char *start, const char *p)
{
  while (p > start)
    if (*--p == '/')
      return p;
  return NULL;
}

/* Pairs of AI and value are walked from the end of the path back to the first primary key met; before it is the stem.
 * Returns: (nullable): the slash before that key. */
static const char *
find_key (Span path)
{
  const char *p = path.end;

  for (;;)
    {
      const char *middle = slash_before (path.start, p);
      const char *slash = middle != NULL ? slash_before (path.start, middle) : NULL;
      const MadafGs1Ai *ai = slash != NULL ? madaf_gs1_ai_find (slash + 1, middle - slash - 1) : NULL;

      if (ai == NULL || ai->qualifiers != NULL)
        return ai != NULL ? slash : NULL;
      p = slash;
    }
}

static gboolean
read_pair (const MadafGs1Ai *ai, Span span, gboolean is_in_path, GPtrArray *elements, GError **error)
{
  const char *where = is_in_path ? "path" : "query";
  g_autofree char *value = NULL;
  MadafGs1Element *element;

  if (span.start == span.end)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE, "AI (%s) value %s element is empty", ai->ai, where);
  value = unescape (span, !is_in_path);
  if (value == NULL)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE,
                           is_in_path ? "Decoded AI (%s) from DL path info contains illegal null character"
                                      : "Decoded AI (%s) value from DL query params contains illegal null character",
                           ai->ai);
  element = madaf_gs1_elements_add (elements, ai, value, strlen (value), error);
  if (element == NULL)
    return FALSE;
  element->is_in_path = is_in_path;
  return madaf_gs1_element_check_size (element, error);
}

/* @path: from the slash before the key */
static gboolean
read_path (Span path, GPtrArray *elements, GError **error)
{
  const char *p = path.start;

  while (p < path.end)
    {
      const char *middle = memchr (p + 1, '/', path.end - p - 1);
      const char *end = memchr (middle + 1, '/', path.end - middle - 1);
      Span value = { middle + 1, end != NULL ? end : path.end };

      if (!read_pair (madaf_gs1_ai_find (p + 1, middle - p - 1), value, TRUE, elements, error))
        return FALSE;
      p = value.end;
    }
  return TRUE;
}

static gboolean
is_number (Span span)
{
  for (const char *p = span.start; p < span.end; p++)
    if (!g_ascii_isdigit (*p))
      return FALSE;
  return span.start < span.end;
}

/* One parameter; what is not named by a number is somebody else's and left alone. */
static gboolean
read_parameter (Span parameter, GPtrArray *elements, GError **error)
{
  const char *equals = memchr (parameter.start, '=', parameter.end - parameter.start);
  Span name = { parameter.start, equals };
  const MadafGs1Ai *ai;

  if (equals == NULL || !is_number (name))
    return TRUE;
  ai = madaf_gs1_ai_find (name.start, name.end - name.start);
  if (ai == NULL)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Unknown AI (%.*s) in query parameters",
                           (int)(name.end - name.start), name.start);
  return read_pair (ai, (Span){ equals + 1, parameter.end }, FALSE, elements, error);
}

static gboolean
read_query (Span query, GPtrArray *elements, GError **error)
{
  const char *p = query.start;

  while (p < query.end)
    {
      const char *end = memchr (p, '&', query.end - p);
      Span parameter = { p, end != NULL ? end : query.end };

      if (!read_parameter (parameter, elements, error))
        return FALSE;
      p = parameter.end + 1;
    }
  return TRUE;
}

/* Whether @attribute would make a right path if it stood in it. */
static gboolean
belongs_in_path (const MadafGs1Ai *attribute, const MadafGs1Ai *const *path, guint n_path)
{
  const MadafGs1Ai *tried[MADAF_GS1_MAX_ELEMENTS + 1];

  for (guint at = 1; at <= n_path; at++)
    {
      for (guint i = 0; i <= n_path; i++)
        tried[i] = i < at ? path[i] : i == at ? attribute : path[i - 1];
      if (is_key_and_qualifiers (tried, n_path + 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_duplicates (GPtrArray *sorted, GError **error)
{
  for (guint i = 1; i < sorted->len; i++)
    {
      const MadafGs1Element *element = g_ptr_array_index (sorted, i);

      if (element->ai == ((MadafGs1Element *)g_ptr_array_index (sorted, i - 1))->ai)
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_COMBINATION, "AI (%s) is duplicated", element->ai->ai);
    }
  return TRUE;
}

/* Which AIs may stand where. */
static gboolean
check_places (GPtrArray *elements, guint first, GError **error)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) sorted = NULL;
  const MadafGs1Ai *path[MADAF_GS1_MAX_ELEMENTS];
  guint n_path = 0;

  for (guint i = first; i < elements->len; i++)
    {
      MadafGs1Element *element = g_ptr_array_index (elements, i);

      g_ptr_array_add (own, element);
      if (element->is_in_path)
        path[n_path++] = element->ai;
    }
  if (!is_key_and_qualifiers (path, n_path))
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_COMBINATION,
                           "The AIs in the path are not a valid key-qualifier sequence for the key");
  sorted = madaf_gs1_elements_sort (own);
  if (!check_duplicates (sorted, error))
    return FALSE;
  for (guint i = 0; i < sorted->len; i++)
    {
      const MadafGs1Element *element = g_ptr_array_index (sorted, i);

      if (element->is_in_path)
        continue;
      if (!element->ai->is_link_attribute)
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_COMBINATION, "AI (%s) is not a valid DL URI data attribute",
                               element->ai->ai);
      if (belongs_in_path (element->ai, path, n_path))
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_COMBINATION,
                               "AI (%s) from query params should be in the path info", element->ai->ai);
    }
  return TRUE;
}

gboolean
madaf_gs1_read_link (const char *uri, GPtrArray *elements, GError **error)
{
  guint first = elements->len;
  const char *domain, *slash, *end;
  Span path, query;

  if (uri[strspn (uri, URI_CHARACTERS)] != '\0')
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "URI contains illegal characters");
  if (!madaf_gs1_looks_like_link (uri))
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Scheme must be http:// or HTTP:// or https:// or HTTPS://");
  domain = strstr (uri, "://") + 3;
  slash = strchrnul (domain, '/');
  if (domain + strcspn (domain, NOT_IN_A_DOMAIN) < slash)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Domain contains illegal characters");
  if (*slash == '\0' || slash == domain)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "URI must contain a domain and path info");

  end = strchrnul (slash, '#');
  path = (Span){ slash, memchr (slash, '?', end - slash) };
  query = (Span){ path.end != NULL ? path.end + 1 : end, end };
  path.end = path.end != NULL ? path.end : end;
  path.start = find_key (path);
  if (path.start == NULL)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "No GS1 DL keys found in path info");
  return read_path (path, elements, error) && read_query (query, elements, error)
         && check_places (elements, first, error) && madaf_gs1_elements_check_values (elements, first, error);
}
