/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/form.h"

#include <string.h>

#include "central/http/target.h"

/* Twice what our largest form has. */
#define MAX_FIELDS 16

struct _MadafForm
{
  GHashTable *values; /* utf8 → utf8 */
};

static gboolean
parse_field (MadafForm *form, const char *field, gsize length)
{
  const char *equals = memchr (field, '=', length);
  gsize name_length = equals != NULL ? (gsize)(equals - field) : length;
  gsize value_start = MIN (name_length + 1, length);
  g_autofree char *name = madaf_target_decode (field, name_length, TRUE);
  g_autofree char *value = madaf_target_decode (field + value_start, length - value_start, TRUE);

  if (name == NULL || value == NULL || g_hash_table_contains (form->values, name))
    return FALSE;
  g_hash_table_insert (form->values, g_steal_pointer (&name), g_steal_pointer (&value));
  return g_hash_table_size (form->values) <= MAX_FIELDS;
}

MadafForm *
madaf_form_parse (const char *text, gsize length)
{
  g_autoptr (MadafForm) form = g_new0 (MadafForm, 1);
  const char *end = text + length;

  form->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (text < end)
    {
      const char *ampersand = memchr (text, '&', (gsize)(end - text));
      const char *stop = ampersand != NULL ? ampersand : end;

      if (stop > text && !parse_field (form, text, (gsize)(stop - text)))
        return NULL;
      text = stop + 1;
    }
  return g_steal_pointer (&form);
}

void
madaf_form_free (MadafForm *form)
{
  g_hash_table_unref (form->values);
  g_free (form);
}

const char *
madaf_form_get (MadafForm *form, const char *name)
{
  const char *value = g_hash_table_lookup (form->values, name);

  return value != NULL ? value : "";
}
