/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/wishes.h"

#include "model/fields.h"

struct _MadafWishes
{
  GObject parent_instance;

  char *id;            /* (owned) (nullable) */
  char *name;          /* (owned) (nullable) */
  char *share_url;     /* (owned) (nullable) */
  GListModel *entries; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafWishes, madaf_wishes, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafWishes, id, "id", G_TYPE_STRING),
  MADAF_FIELD (MadafWishes, name, "name", G_TYPE_STRING),
  MADAF_FIELD (MadafWishes, share_url, "share-url", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafWishes, entries, "entries", g_list_model_get_type),
};

static void
madaf_wishes_class_init (MadafWishesClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_wishes_init (MadafWishes *self)
{
}

const char *
madaf_wishes_get_id (MadafWishes *self)
{
  g_return_val_if_fail (MADAF_IS_WISHES (self), NULL);

  return self->id;
}

const char *
madaf_wishes_get_name (MadafWishes *self)
{
  g_return_val_if_fail (MADAF_IS_WISHES (self), NULL);

  return self->name;
}

const char *
madaf_wishes_get_share_url (MadafWishes *self)
{
  g_return_val_if_fail (MADAF_IS_WISHES (self), NULL);

  return self->share_url;
}

GListModel *
madaf_wishes_get_entries (MadafWishes *self)
{
  g_return_val_if_fail (MADAF_IS_WISHES (self), NULL);

  return self->entries;
}
