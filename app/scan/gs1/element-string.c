/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/message.h"

#include "scan/gs1/error.h"

#include <string.h>

#define SEPARATORS "^\x1d"

/* Reads the element that @message begins with. Returns: (nullable): what is behind it and behind its separator. */
static const char *
read_element (const char *message, GPtrArray *elements, GError **error)
{
  const MadafGs1Ai *ai = madaf_gs1_ai_at_start (message);
  const char *value = message + (ai != NULL ? ai->length : 0);
  gsize used;

  if (ai == NULL)
    {
      madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "No known AI is a prefix of: %.4s...", message);
      return NULL;
    }
  if (!madaf_gs1_ai_check (ai, value, strcspn (value, SEPARATORS), &used, error)
      || madaf_gs1_elements_add (elements, ai, value, used, error) == NULL)
    return NULL;
  value += used;
  if (*value == '\0')
    return value;
  if (strchr (SEPARATORS, *value) != NULL)
    return value + 1;
  if (!ai->needs_separator)
    return value;
  madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE, "AI (%s) data is too long", ai->ai);
  return NULL;
}

gboolean
madaf_gs1_read_element_string (const char *message, GPtrArray *elements, GError **error)
{
  if (*message == '\0')
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "The AI data is empty");
  while (message != NULL && *message != '\0')
    message = read_element (message, elements, error);
  return message != NULL;
}
