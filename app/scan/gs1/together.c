/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/element.h"

#include "scan/gs1/error.h"

#include <string.h>

/* The rules for elements together. All of them run over the elements in order of their AIs, so that the first reason
 * found does not depend on the order on the label. */

/* (nullable): an element whose AI is named by @pattern, other than @self, which is never in its own way. */
static const MadafGs1Element *
find_other (GPtrArray *sorted, const char *pattern, gsize length, const MadafGs1Ai *self)
{
  for (guint i = 0; i < sorted->len; i++)
    {
      const MadafGs1Element *element = g_ptr_array_index (sorted, i);

      if (element->ai != self && madaf_gs1_ai_matches (element->ai, pattern, length))
        return element;
    }
  return NULL;
}

static gboolean
check_excluded (GPtrArray *sorted, const MadafGs1Ai *ai, GError **error)
{
  const char *pattern = ai->excluded;

  while (pattern != NULL && *pattern != '\0')
    {
      gsize length = strcspn (pattern, ",");
      const MadafGs1Element *other = find_other (sorted, pattern, length, ai);

      if (other != NULL)
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_COMBINATION, "It is invalid to pair AI (%s) with AI (%s)", ai->ai,
                               other->ai->ai);
      pattern += length + (pattern[length] == ',');
    }
  return TRUE;
}

/* Whether all of "01+21" up to a comma or the end are there. Advances @group behind it. */
static gboolean
has_group (GPtrArray *sorted, const char **group, const MadafGs1Ai *self)
{
  gboolean has_all = TRUE;

  for (;;)
    {
      gsize length = strcspn (*group, "+,");

      if (find_other (sorted, *group, length, self) == NULL)
        has_all = FALSE;
      *group += length;
      if (**group == '\0')
        return has_all;
      *group += 1;
      if ((*group)[-1] == ',')
        return has_all;
    }
}

static gboolean
check_required (GPtrArray *sorted, const MadafGs1Ai *ai, GError **error)
{
  for (const char *const *required = ai->required; *required != NULL; required++)
    {
      const char *group = *required;
      gboolean is_there = FALSE;

      while (!is_there && *group != '\0')
        is_there = has_group (sorted, &group, ai);
      if (!is_there)
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_COMBINATION, "Required AIs for AI (%s) are not satisfied: %s",
                               ai->ai, *required);
    }
  return TRUE;
}

static gboolean
check_repeats (GPtrArray *sorted, GError **error)
{
  for (guint i = 1; i < sorted->len; i++)
    {
      const MadafGs1Element *before = g_ptr_array_index (sorted, i - 1);
      const MadafGs1Element *element = g_ptr_array_index (sorted, i);

      if (before->ai == element->ai && strcmp (before->value, element->value) != 0)
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_COMBINATION,
                               "Multiple instances of AI (%s) have different values", element->ai->ai);
    }
  return TRUE;
}

static gboolean
check_signature (GPtrArray *sorted, GError **error)
{
  static const char *const keys[] = { "253", "255", "8003" };

  if (find_other (sorted, "8030", 4, NULL) == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const MadafGs1Element *key = find_other (sorted, keys[i], strlen (keys[i]), NULL);

      if (key != NULL && strlen (key->value) == madaf_gs1_ai_min_length (key->ai))
        return madaf_gs1_fail (error, MADAF_GS1_ERROR_COMBINATION,
                               "Serial component must be present for AI (%s) when used with AI (8030)", keys[i]);
    }
  return TRUE;
}

gboolean
madaf_gs1_elements_check_together (GPtrArray *elements, GError **error)
{
  g_autoptr (GPtrArray) sorted = madaf_gs1_elements_sort (elements);

  for (guint i = 0; i < sorted->len; i++)
    if (!check_excluded (sorted, ((MadafGs1Element *)g_ptr_array_index (sorted, i))->ai, error))
      return FALSE;
  for (guint i = 0; i < sorted->len; i++)
    if (!check_required (sorted, ((MadafGs1Element *)g_ptr_array_index (sorted, i))->ai, error))
      return FALSE;
  return check_repeats (sorted, error) && check_signature (sorted, error);
}
