/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/order-line.h"

#include "model/fields.h"

struct _MadafOrderLine
{
  GObject parent_instance;

  char *variant_id;       /* (owned) (nullable) */
  char *product_id;       /* (owned) (nullable) */
  MadafText *title;       /* (owned) (nullable) */
  MadafText *colour;      /* (owned) (nullable) */
  char *size;             /* (owned) (nullable) */
  char *picture_id;       /* (owned) (nullable) */
  MadafPrice *unit_price; /* (owned) (nullable) */
  int quantity;
  MadafMoney *total;     /* (owned) (nullable) */
  MadafMoney *price_now; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafOrderLine, madaf_order_line, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafOrderLine, variant_id, "variant-id", G_TYPE_STRING),
  MADAF_FIELD (MadafOrderLine, product_id, "product-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafOrderLine, title, "title", madaf_text_get_type),
  MADAF_FIELD_OF (MadafOrderLine, colour, "colour", madaf_text_get_type),
  MADAF_FIELD (MadafOrderLine, size, "size", G_TYPE_STRING),
  MADAF_FIELD (MadafOrderLine, picture_id, "picture-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafOrderLine, unit_price, "unit-price", madaf_price_get_type),
  MADAF_FIELD (MadafOrderLine, quantity, "quantity", G_TYPE_INT),
  MADAF_FIELD_OF (MadafOrderLine, total, "total", madaf_money_get_type),
  MADAF_FIELD_OF (MadafOrderLine, price_now, "price-now", madaf_money_get_type),
};

static void
madaf_order_line_class_init (MadafOrderLineClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_order_line_init (MadafOrderLine *self)
{
}

const char *
madaf_order_line_get_variant_id (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->variant_id;
}

const char *
madaf_order_line_get_product_id (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->product_id;
}

MadafText *
madaf_order_line_get_title (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->title;
}

MadafText *
madaf_order_line_get_colour (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->colour;
}

const char *
madaf_order_line_get_size (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->size;
}

const char *
madaf_order_line_get_picture_id (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->picture_id;
}

MadafPrice *
madaf_order_line_get_unit_price (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->unit_price;
}

int
madaf_order_line_get_quantity (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), 0);

  return self->quantity;
}

const MadafMoney *
madaf_order_line_get_total (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->total;
}

const MadafMoney *
madaf_order_line_get_price_now (MadafOrderLine *self)
{
  g_return_val_if_fail (MADAF_IS_ORDER_LINE (self), NULL);

  return self->price_now;
}
