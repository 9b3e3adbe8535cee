/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/lists/wish-book.h"

struct _MadafWishBook
{
  GObject parent_instance;

  GListStore *hearts;    /* (owned) */
  MadafWishLists *lists; /* (owned) (nullable) */
  GHashTable *products;  /* (owned): the ids of what is on any list, for many cards that ask at once */
};

G_DEFINE_FINAL_TYPE (MadafWishBook, madaf_wish_book, G_TYPE_OBJECT)

static void
place_free (gpointer data)
{
  MadafWishPlace *place = data;

  g_free (place->list_id);
  g_object_unref (place->wished);
  g_free (place);
}

static gboolean
is_same (MadafWished *one, MadafWished *other)
{
  return g_strcmp0 (madaf_wished_get_product_id (one), madaf_wished_get_product_id (other)) == 0
         && g_strcmp0 (madaf_wished_get_variant_id (one), madaf_wished_get_variant_id (other)) == 0;
}

static gboolean
is_hearts (const char *list_id)
{
  return g_str_equal (list_id, MADAF_WISHES_HEARTS);
}

static GListModel *
get_models (MadafWishBook *self)
{
  return madaf_wish_lists_get_lists (self->lists);
}

static void
note_products (MadafWishBook *self, GListModel *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (entries, i);

      g_hash_table_add (self->products, g_strdup (madaf_wished_get_product_id (wished)));
    }
}

/* Of the hearts it is better known here than in the list of lists. */
static void
note_all (MadafWishBook *self)
{
  g_hash_table_remove_all (self->products);
  note_products (self, G_LIST_MODEL (self->hearts));
  for (guint i = 1; i < madaf_wish_book_count_lists (self); i++)
    {
      g_autoptr (MadafWishes) list = g_list_model_get_item (get_models (self), i);

      note_products (self, madaf_wishes_get_entries (list));
    }
}

static void
madaf_wish_book_finalize (GObject *object)
{
  MadafWishBook *self = MADAF_WISH_BOOK (object);

  g_clear_object (&self->hearts);
  g_clear_object (&self->lists);
  g_clear_pointer (&self->products, g_hash_table_unref);
  G_OBJECT_CLASS (madaf_wish_book_parent_class)->finalize (object);
}

static void
madaf_wish_book_class_init (MadafWishBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_wish_book_finalize;
}

static void
madaf_wish_book_init (MadafWishBook *self)
{
  self->hearts = g_list_store_new (MADAF_TYPE_WISHED);
  self->products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

MadafWishBook *
madaf_wish_book_new (void)
{
  return g_object_new (MADAF_TYPE_WISH_BOOK, NULL);
}

void
madaf_wish_book_clear (MadafWishBook *self)
{
  g_list_store_remove_all (self->hearts);
  g_clear_object (&self->lists);
  note_all (self);
}

GListModel *
madaf_wish_book_get_hearts (MadafWishBook *self)
{
  return G_LIST_MODEL (self->hearts);
}

void
madaf_wish_book_set_hearts (MadafWishBook *self, GListModel *entries)
{
  guint n = g_list_model_get_n_items (entries);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (entries, i));
  g_list_store_splice (self->hearts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hearts)), items->pdata, n);
  note_all (self);
}

MadafWishLists *
madaf_wish_book_get_lists (MadafWishBook *self)
{
  return self->lists;
}

void
madaf_wish_book_set_lists (MadafWishBook *self, MadafWishLists *lists)
{
  g_set_object (&self->lists, lists);
  note_all (self);
}

/* Lists do not change, so there is another one in its place. */
static void
replace_list (MadafWishBook *self, const char *id, GListModel *entries)
{
  g_autoptr (GListStore) lists = g_list_store_new (MADAF_TYPE_WISHES);
  g_autoptr (MadafWishLists) changed = NULL;

  for (guint i = 0; i < madaf_wish_book_count_lists (self); i++)
    {
      g_autoptr (MadafWishes) list = g_list_model_get_item (get_models (self), i);
      g_autoptr (MadafWishes) other
          = g_object_new (MADAF_TYPE_WISHES, "id", madaf_wishes_get_id (list), "name", madaf_wishes_get_name (list),
                          "share-url", madaf_wishes_get_share_url (list), "entries", entries, NULL);

      g_list_store_append (lists, g_strcmp0 (madaf_wishes_get_id (list), id) == 0 ? other : list);
    }
  changed = g_object_new (MADAF_TYPE_WISH_LISTS, "id", madaf_wish_lists_get_id (self->lists), "lists", lists, NULL);
  madaf_wish_book_set_lists (self, changed);
}

void
madaf_wish_book_set_entries (MadafWishBook *self, const char *list_id, GListModel *entries)
{
  if (is_hearts (list_id))
    madaf_wish_book_set_hearts (self, entries);
  else if (self->lists != NULL)
    replace_list (self, list_id, entries);
}

guint
madaf_wish_book_count_lists (MadafWishBook *self)
{
  return self->lists != NULL ? g_list_model_get_n_items (get_models (self)) : 0;
}

MadafWishes *
madaf_wish_book_find_list (MadafWishBook *self, const char *list_id)
{
  for (guint i = 0; i < madaf_wish_book_count_lists (self); i++)
    {
      g_autoptr (MadafWishes) list = g_list_model_get_item (get_models (self), i);

      if (g_strcmp0 (madaf_wishes_get_id (list), list_id) == 0)
        return g_steal_pointer (&list);
    }
  return NULL;
}

GListModel *
madaf_wish_book_copy_entries (MadafWishBook *self, const char *list_id)
{
  g_autoptr (MadafWishes) list = is_hearts (list_id) ? NULL : madaf_wish_book_find_list (self, list_id);
  GListModel *entries = is_hearts (list_id) ? G_LIST_MODEL (self->hearts)
                        : list != NULL      ? madaf_wishes_get_entries (list)
                                            : NULL;
  GListStore *copy = entries != NULL ? g_list_store_new (MADAF_TYPE_WISHED) : NULL;

  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (entries, i);

      g_list_store_append (copy, wished);
    }
  return G_LIST_MODEL (copy);
}

gboolean
madaf_wish_book_has (MadafWishBook *self, const char *product_id)
{
  return g_hash_table_contains (self->products, product_id);
}

static void
collect_places (const char *list_id, GListModel *entries, const char *product_id, GPtrArray *places)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (entries, i);
      MadafWishPlace *place;

      if (g_strcmp0 (madaf_wished_get_product_id (wished), product_id) != 0)
        continue;
      place = g_new0 (MadafWishPlace, 1);
      place->list_id = g_strdup (list_id);
      place->wished = g_steal_pointer (&wished);
      g_ptr_array_add (places, place);
    }
}

GPtrArray *
madaf_wish_book_find_places (MadafWishBook *self, const char *product_id)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);

  collect_places (MADAF_WISHES_HEARTS, G_LIST_MODEL (self->hearts), product_id, places);
  for (guint i = 1; i < madaf_wish_book_count_lists (self); i++)
    {
      g_autoptr (MadafWishes) list = g_list_model_get_item (get_models (self), i);

      collect_places (madaf_wishes_get_id (list), madaf_wishes_get_entries (list), product_id, places);
    }
  return places;
}

void
madaf_wish_book_put (MadafWishBook *self, const char *list_id, MadafWished *wished, gboolean is_on)
{
  g_autoptr (GListModel) entries = madaf_wish_book_copy_entries (self, list_id);

  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (MadafWished) there = g_list_model_get_item (entries, i);

      if (is_same (there, wished))
        g_list_store_remove (G_LIST_STORE (entries), i--);
    }
  if (entries == NULL)
    return;
  if (is_on)
    g_list_store_insert (G_LIST_STORE (entries), 0, wished);
  madaf_wish_book_set_entries (self, list_id, entries);
}
