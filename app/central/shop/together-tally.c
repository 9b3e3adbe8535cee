/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/together-tally.h"

#include <string.h>

/* Products are numbered as they come, so that a pair is two small numbers. */
typedef struct
{
  guint32 low;
  guint32 high;
  gint64 orders;
} Pair;

struct _MadafTogetherTally
{
  GHashTable *numbers; /* name → number + 1; owns the names */
  GPtrArray *names;    /* by number */
  GHashTable *pairs;   /* set of Pair */
};

static guint
pair_hash (gconstpointer key)
{
  const Pair *pair = key;
  guint64 both = ((guint64)pair->low << 32 | pair->high) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint)(both >> 32);
}

static gboolean
pair_equal (gconstpointer a, gconstpointer b)
{
  const Pair *one = a;
  const Pair *other = b;

  return one->low == other->low && one->high == other->high;
}

MadafTogetherTally *
madaf_together_tally_new (void)
{
  MadafTogetherTally *self = g_new0 (MadafTogetherTally, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new ();
  self->pairs = g_hash_table_new_full (pair_hash, pair_equal, g_free, NULL);
  return self;
}

void
madaf_together_tally_free (MadafTogetherTally *self)
{
  g_hash_table_unref (self->pairs);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->numbers);
  g_free (self);
}

static guint32
number_of (MadafTogetherTally *self, const char *name)
{
  guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, name));
  char *own;

  if (number > 0)
    return number - 1;
  own = g_strdup (name);
  g_ptr_array_add (self->names, own);
  g_hash_table_insert (self->numbers, own, GUINT_TO_POINTER (self->names->len));
  return self->names->len - 1;
}

static void
count (MadafTogetherTally *self, guint32 one, guint32 other, int times)
{
  Pair key = { MIN (one, other), MAX (one, other), 0 };
  Pair *pair = g_hash_table_lookup (self->pairs, &key);

  if (pair == NULL)
    {
      pair = g_new (Pair, 1);
      *pair = key;
      g_hash_table_add (self->pairs, pair);
    }
  pair->orders += times;
}

void
madaf_together_tally_add (MadafTogetherTally *self, const GPtrArray *products, int times)
{
  guint32 numbers[MADAF_TOGETHER_MAX_PRODUCTS];

  if (products->len > MADAF_TOGETHER_MAX_PRODUCTS)
    return;
  for (guint i = 0; i < products->len; i++)
    {
      numbers[i] = number_of (self, g_ptr_array_index (products, i));
      for (guint j = 0; j <= i; j++)
        count (self, numbers[i], numbers[j], times);
    }
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const MadafTogetherCount *one = a;
  const MadafTogetherCount *other = b;
  int difference = one->product_id == other->product_id ? 0 : strcmp (one->product_id, other->product_id);

  return difference != 0 ? difference : strcmp (one->other_id, other->other_id);
}

GArray *
madaf_together_tally_list (MadafTogetherTally *self)
{
  GArray *list = g_array_sized_new (FALSE, FALSE, sizeof (MadafTogetherCount), 2 * g_hash_table_size (self->pairs));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Pair *pair = key;
      const char *low = g_ptr_array_index (self->names, pair->low);
      const char *high = g_ptr_array_index (self->names, pair->high);
      MadafTogetherCount forth = { low, high, pair->orders };
      MadafTogetherCount back = { high, low, pair->orders };

      if (pair->orders == 0)
        continue;
      g_array_append_val (list, forth);
      if (low != high)
        g_array_append_val (list, back);
    }
  g_array_sort (list, compare_counts);
  return list;
}
