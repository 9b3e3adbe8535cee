/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/wish-lists.h"

#include "model/fields.h"

struct _MadafWishLists
{
  GObject parent_instance;

  char *id;          /* (owned) (nullable) */
  GListModel *lists; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafWishLists, madaf_wish_lists, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafWishLists, id, "id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafWishLists, lists, "lists", g_list_model_get_type),
};

static void
madaf_wish_lists_class_init (MadafWishListsClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_wish_lists_init (MadafWishLists *self)
{
}

const char *
madaf_wish_lists_get_id (MadafWishLists *self)
{
  g_return_val_if_fail (MADAF_IS_WISH_LISTS (self), NULL);

  return self->id;
}

GListModel *
madaf_wish_lists_get_lists (MadafWishLists *self)
{
  g_return_val_if_fail (MADAF_IS_WISH_LISTS (self), NULL);

  return self->lists;
}
