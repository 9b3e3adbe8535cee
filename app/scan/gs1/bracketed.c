/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/message.h"

#include "scan/gs1/error.h"

#include <string.h>

/* The value up to the next bracket that begins an AI; *end is set to it or to the end. */
static char *
read_value (const char *text, const char **end)
{
  GString *value = g_string_new (NULL);

  while (*text != '\0' && *text != '(')
    {
      gboolean is_escape = text[0] == '\\' && text[1] == '(';

      g_string_append_c (value, is_escape ? '(' : *text);
      text += is_escape ? 2 : 1;
    }
  *end = text;
  return g_string_free (value, FALSE);
}

/* Reads "(01)value". Returns: (nullable): what is behind it. */
static const char *
read_element (const char *message, GPtrArray *elements, GError **error)
{
  const char *close = *message == '(' ? strchr (message, ')') : NULL;
  const MadafGs1Ai *ai = close != NULL ? madaf_gs1_ai_find (message + 1, close - message - 1) : NULL;
  const MadafGs1Element *element;
  g_autofree char *value = NULL;
  const char *end;

  if (close != NULL && ai == NULL)
    madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Unrecognised AI: %.*s", (int)(close - message - 1), message + 1);
  else if (close == NULL || close[1] == '\0')
    madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Failed to parse AI data");
  if (ai == NULL || close[1] == '\0')
    return NULL;

  value = read_value (close + 1, &end);
  element = madaf_gs1_elements_add (elements, ai, value, strlen (value), error);
  return element != NULL && madaf_gs1_element_check_size (element, error) ? end : NULL;
}

gboolean
madaf_gs1_read_bracketed (const char *message, GPtrArray *elements, GError **error)
{
  guint first = elements->len;

  if (*message == '\0')
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Missing FNC1 in first position");
  while (message != NULL && *message != '\0')
    message = read_element (message, elements, error);
  return message != NULL && madaf_gs1_elements_check_values (elements, first, error);
}
