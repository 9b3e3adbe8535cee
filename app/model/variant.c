/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/variant.h"

#include "model/fields.h"

struct _MadafVariant
{
  GObject parent_instance;

  char *id;          /* (owned) (nullable) */
  char *gtin;        /* (owned) (nullable) */
  char *colour_id;   /* (owned) (nullable) */
  char *size;        /* (owned) (nullable) */
  MadafPrice *price; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafVariant, madaf_variant, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafVariant, id, "id", G_TYPE_STRING),
  MADAF_FIELD (MadafVariant, gtin, "gtin", G_TYPE_STRING),
  MADAF_FIELD (MadafVariant, colour_id, "colour-id", G_TYPE_STRING),
  MADAF_FIELD (MadafVariant, size, "size", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafVariant, price, "price", madaf_price_get_type),
};

static void
madaf_variant_class_init (MadafVariantClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_variant_init (MadafVariant *self)
{
}

const char *
madaf_variant_get_id (MadafVariant *self)
{
  g_return_val_if_fail (MADAF_IS_VARIANT (self), NULL);

  return self->id;
}

const char *
madaf_variant_get_gtin (MadafVariant *self)
{
  g_return_val_if_fail (MADAF_IS_VARIANT (self), NULL);

  return self->gtin;
}

const char *
madaf_variant_get_colour_id (MadafVariant *self)
{
  g_return_val_if_fail (MADAF_IS_VARIANT (self), NULL);

  return self->colour_id;
}

const char *
madaf_variant_get_size (MadafVariant *self)
{
  g_return_val_if_fail (MADAF_IS_VARIANT (self), NULL);

  return self->size;
}

MadafPrice *
madaf_variant_get_price (MadafVariant *self)
{
  g_return_val_if_fail (MADAF_IS_VARIANT (self), NULL);

  return self->price;
}
