/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/category.h"

#include "model/fields.h"

struct _MadafCategory
{
  GObject parent_instance;

  char *id;         /* (owned) (nullable) */
  char *parent_id;  /* (owned) (nullable) */
  MadafText *name;  /* (owned) (nullable) */
  char *picture_id; /* (owned) (nullable) */
  int product_count;
};

G_DEFINE_FINAL_TYPE (MadafCategory, madaf_category, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafCategory, id, "id", G_TYPE_STRING),
  MADAF_FIELD (MadafCategory, parent_id, "parent-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafCategory, name, "name", madaf_text_get_type),
  MADAF_FIELD (MadafCategory, picture_id, "picture-id", G_TYPE_STRING),
  MADAF_FIELD (MadafCategory, product_count, "product-count", G_TYPE_INT),
};

static void
madaf_category_class_init (MadafCategoryClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_category_init (MadafCategory *self)
{
}

const char *
madaf_category_get_id (MadafCategory *self)
{
  g_return_val_if_fail (MADAF_IS_CATEGORY (self), NULL);

  return self->id;
}

const char *
madaf_category_get_parent_id (MadafCategory *self)
{
  g_return_val_if_fail (MADAF_IS_CATEGORY (self), NULL);

  return self->parent_id;
}

MadafText *
madaf_category_get_name (MadafCategory *self)
{
  g_return_val_if_fail (MADAF_IS_CATEGORY (self), NULL);

  return self->name;
}

const char *
madaf_category_get_picture_id (MadafCategory *self)
{
  g_return_val_if_fail (MADAF_IS_CATEGORY (self), NULL);

  return self->picture_id;
}

int
madaf_category_get_product_count (MadafCategory *self)
{
  g_return_val_if_fail (MADAF_IS_CATEGORY (self), 0);

  return self->product_count;
}
