/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/ai.h"

#include "scan/gs1/check.h"
#include "scan/gs1/error.h"

#include <stdlib.h>
#include <string.h>

/* Application Identifiers: the keys of GS1 data (GS1 General Specifications, section 3). */

static int
compare_to_row (const void *key, const void *row)
{
  return strcmp (key, ((const MadafGs1Ai *)row)->ai);
}

const MadafGs1Ai *
madaf_gs1_ai_find (const char *text, gsize length)
{
  char key[5] = { 0 };

  if (length < 2 || length > 4)
    return NULL;
  memcpy (key, text, length);
  return bsearch (key, madaf_gs1_ais, madaf_gs1_n_ais, sizeof *madaf_gs1_ais, compare_to_row);
}

const MadafGs1Ai *
madaf_gs1_ai_at_start (const char *data)
{
  gsize length;

  if (!g_ascii_isdigit (data[0]) || !g_ascii_isdigit (data[1]))
    return NULL;
  length = madaf_gs1_ai_lengths[(data[0] - '0') * 10 + (data[1] - '0')];
  return strnlen (data, length) == length ? madaf_gs1_ai_find (data, length) : NULL;
}

gsize
madaf_gs1_ai_min_length (const MadafGs1Ai *self)
{
  gsize length = 0;

  for (const MadafGs1Component *part = self->components; part->set != '\0'; part++)
    length += part->is_optional ? 0 : part->min;
  return length;
}

gsize
madaf_gs1_ai_max_length (const MadafGs1Ai *self)
{
  gsize length = 0;

  for (const MadafGs1Component *part = self->components; part->set != '\0'; part++)
    length += part->max;
  return length;
}

gboolean
madaf_gs1_ai_matches (const MadafGs1Ai *self, const char *pattern, gsize length)
{
  if (self->length != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] != 'n' && pattern[i] != self->ai[i])
      return FALSE;
  return TRUE;
}

static const char *
check_component (const MadafGs1Component *part, const char *data, gsize length)
{
  const char *reason = madaf_gs1_check_set (part->set, data, length);

  for (const MadafGs1Check *check = part->checks; reason == NULL && *check != NULL; check++)
    reason = (*check) (data, length);
  return reason;
}

gboolean
madaf_gs1_ai_check (const MadafGs1Ai *self, const char *data, gsize length, gsize *used, GError **error)
{
  gsize start = 0;

  if (length == 0)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE, "AI (%s) data is empty", self->ai);
  for (const MadafGs1Component *part = self->components; part->set != '\0'; part++)
    {
      gsize size = MIN (length - start, part->max);
      const char *reason;

      if (part->is_optional && size == 0)
        continue;
      if (size < part->min)
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE, "AI (%s) data has incorrect length", self->ai);
      reason = check_component (part, data + start, size);
      if (reason != NULL)
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE, "AI (%s): %s", self->ai, reason);
      start += size;
    }
  *used = start;
  return TRUE;
}
