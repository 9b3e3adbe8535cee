/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/element.h"

#include "scan/gs1/error.h"

#include <string.h>

/* Elements, and the rules for values. The rules for what stands together are in together.c. */

static void
element_free (gpointer data)
{
  MadafGs1Element *self = data;

  g_free (self->value);
  g_free (self);
}

GPtrArray *
madaf_gs1_elements_new (void)
{
  return g_ptr_array_new_with_free_func (element_free);
}

MadafGs1Element *
madaf_gs1_elements_add (GPtrArray *elements, const MadafGs1Ai *ai, const char *value, gsize length, GError **error)
{
  MadafGs1Element *element;

  if (elements->len >= MADAF_GS1_MAX_ELEMENTS)
    {
      madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Too many AIs");
      return NULL;
    }
  element = g_new0 (MadafGs1Element, 1);
  element->ai = ai;
  element->value = g_strndup (value, length);
  g_ptr_array_add (elements, element);
  return element;
}

gboolean
madaf_gs1_element_check_size (const MadafGs1Element *self, GError **error)
{
  gsize length = strlen (self->value);

  if (length < madaf_gs1_ai_min_length (self->ai))
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE, "AI (%s) value is too short", self->ai->ai);
  if (length > madaf_gs1_ai_max_length (self->ai))
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE, "AI (%s) value is too long", self->ai->ai);
  if (strchr (self->value, '^') != NULL)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE, "AI (%s) contains illegal ^ character", self->ai->ai);
  return TRUE;
}

gboolean
madaf_gs1_elements_check_values (GPtrArray *elements, guint first, GError **error)
{
  for (guint i = first; i < elements->len; i++)
    {
      const MadafGs1Element *element = g_ptr_array_index (elements, i);
      gsize used;

      if (!madaf_gs1_ai_check (element->ai, element->value, strlen (element->value), &used, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_ais (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const MadafGs1Element *const *)a)->ai->ai, (*(const MadafGs1Element *const *)b)->ai->ai);
}

GPtrArray *
madaf_gs1_elements_sort (GPtrArray *elements)
{
  GPtrArray *sorted = g_ptr_array_sized_new (elements->len);

  for (guint i = 0; i < elements->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (elements, i));
  g_ptr_array_sort (sorted, compare_ais);
  return sorted;
}
