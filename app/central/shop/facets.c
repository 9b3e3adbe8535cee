/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/facets.h"

#include <string.h>

#include "central/shop/private.h"

typedef struct
{
  gint64 count;
  char *product_id; /* (owned) one that has it, to read the colour's name from */
} Count;

struct _MadafFacets
{
  GHashTable *colours; /* id → Count */
  GHashTable *sizes;   /* size → Count */
};

static void
count_free (gpointer data)
{
  g_free (((Count *)data)->product_id);
  g_free (data);
}

MadafFacets *
madaf_facets_new (void)
{
  MadafFacets *self = g_new0 (MadafFacets, 1);

  self->colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, count_free);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, count_free);
  return self;
}

void
madaf_facets_free (MadafFacets *self)
{
  g_hash_table_unref (self->colours);
  g_hash_table_unref (self->sizes);
  g_free (self);
}

static void
count_parts (GHashTable *counts, const char *product_id, const char *joined)
{
  char part[128];

  for (const char *start = joined + 1; *start != '\0';)
    {
      const char *end = strchr (start, '\n');
      gsize length = end != NULL ? (gsize)(end - start) : strlen (start);
      Count *count;

      if (length < sizeof part)
        {
          memcpy (part, start, length);
          part[length] = '\0';
          count = g_hash_table_lookup (counts, part);
          if (count == NULL)
            {
              count = g_new0 (Count, 1);
              count->product_id = g_strdup (product_id);
              g_hash_table_insert (counts, g_strdup (part), count);
            }
          count->count++;
        }
      start += end != NULL ? length + 1 : length;
    }
}

void
madaf_facets_count (MadafFacets *self, const char *product_id, const char *colours, const char *sizes)
{
  count_parts (self->colours, product_id, colours);
  count_parts (self->sizes, product_id, sizes);
}

static int
size_class (const char *size)
{
  static const char *const letters[]
      = { "XXXS", "XXS", "XS", "S", "M", "L", "XL", "XXL", "2XL", "XXXL", "3XL", "4XL", "5XL" };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_ascii_strcasecmp (size, letters[i]) == 0)
      return (int)i;
  return g_ascii_isdigit (size[0]) ? 100 : 200;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const MadafShopFacet *first = *(MadafShopFacet *const *)a;
  const MadafShopFacet *second = *(MadafShopFacet *const *)b;
  int difference = size_class (first->size) - size_class (second->size);
  double first_number = g_ascii_strtod (first->size, NULL);
  double second_number = g_ascii_strtod (second->size, NULL);

  if (difference != 0)
    return difference;
  if (first_number != second_number)
    return first_number < second_number ? -1 : 1;
  return strcmp (first->size, second->size);
}

static int
compare_colours (gconstpointer a, gconstpointer b)
{
  const MadafShopFacet *first = *(MadafShopFacet *const *)a;
  const MadafShopFacet *second = *(MadafShopFacet *const *)b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return strcmp (first->colour->id, second->colour->id);
}

static gboolean
add_colour (MadafTransaction *transaction, const char *id, const Count *count, GPtrArray *colours, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT name, hex FROM product_colour WHERE product_id = $1 AND colour_id = $2",
               TEXT (count->product_id), TEXT (id));

  if (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopFacet *facet = g_new0 (MadafShopFacet, 1);

      facet->count = count->count;
      facet->colour = g_new0 (MadafShopColour, 1);
      facet->colour->id = g_strdup (id);
      facet->colour->name = madaf_rows_dup_text (rows, 0);
      facet->colour->hex = madaf_rows_dup_text (rows, 1);
      g_ptr_array_add (colours, facet);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_facets_finish (
    MadafFacets *self, MadafTransaction *transaction, GPtrArray *colours, GPtrArray *sizes, GError **error)
{
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, self->sizes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      MadafShopFacet *facet = g_new0 (MadafShopFacet, 1);

      facet->size = g_strdup (key);
      facet->count = ((Count *)value)->count;
      g_ptr_array_add (sizes, facet);
    }
  g_ptr_array_sort (sizes, compare_sizes);

  g_hash_table_iter_init (&iter, self->colours);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (!add_colour (transaction, key, value, colours, error))
      return FALSE;
  g_ptr_array_sort (colours, compare_colours);
  return TRUE;
}
