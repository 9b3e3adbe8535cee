/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/wished.h"

#include "model/fields.h"

struct _MadafWished
{
  GObject parent_instance;

  char *product_id;  /* (owned) (nullable) */
  char *variant_id;  /* (owned) (nullable) */
  MadafText *title;  /* (owned) (nullable) */
  char *brand;       /* (owned) (nullable) */
  MadafText *colour; /* (owned) (nullable) */
  char *size;        /* (owned) (nullable) */
  char *picture_id;  /* (owned) (nullable) */
  gint64 saved_at_us;
  MadafMoney *saved_price; /* (owned) (nullable) */
  MadafMoney *price;       /* (owned) (nullable) */
  int available;
  int available_here;
};

G_DEFINE_FINAL_TYPE (MadafWished, madaf_wished, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafWished, product_id, "product-id", G_TYPE_STRING),
  MADAF_FIELD (MadafWished, variant_id, "variant-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafWished, title, "title", madaf_text_get_type),
  MADAF_FIELD (MadafWished, brand, "brand", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafWished, colour, "colour", madaf_text_get_type),
  MADAF_FIELD (MadafWished, size, "size", G_TYPE_STRING),
  MADAF_FIELD (MadafWished, picture_id, "picture-id", G_TYPE_STRING),
  MADAF_FIELD (MadafWished, saved_at_us, "saved-at-us", G_TYPE_INT64),
  MADAF_FIELD_OF (MadafWished, saved_price, "saved-price", madaf_money_get_type),
  MADAF_FIELD_OF (MadafWished, price, "price", madaf_money_get_type),
  MADAF_FIELD (MadafWished, available, "available", G_TYPE_INT),
  MADAF_FIELD (MadafWished, available_here, "available-here", G_TYPE_INT),
};

static void
madaf_wished_class_init (MadafWishedClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_wished_init (MadafWished *self)
{
}

const char *
madaf_wished_get_product_id (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->product_id;
}

const char *
madaf_wished_get_variant_id (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->variant_id;
}

MadafText *
madaf_wished_get_title (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->title;
}

const char *
madaf_wished_get_brand (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->brand;
}

MadafText *
madaf_wished_get_colour (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->colour;
}

const char *
madaf_wished_get_size (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->size;
}

const char *
madaf_wished_get_picture_id (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->picture_id;
}

gint64
madaf_wished_get_saved_at_us (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), 0);

  return self->saved_at_us;
}

const MadafMoney *
madaf_wished_get_saved_price (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->saved_price;
}

const MadafMoney *
madaf_wished_get_price (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), NULL);

  return self->price;
}

int
madaf_wished_get_available (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), 0);

  return self->available;
}

int
madaf_wished_get_available_here (MadafWished *self)
{
  g_return_val_if_fail (MADAF_IS_WISHED (self), 0);

  return self->available_here;
}
