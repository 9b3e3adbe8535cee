/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/basket-line.h"

#include "model/fields.h"

struct _MadafBasketLine
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
  MadafFulfilment *fulfilment; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafBasketLine, madaf_basket_line, G_TYPE_OBJECT)

static const MadafField fields[] = {
  MADAF_FIELD (MadafBasketLine, variant_id, "variant-id", G_TYPE_STRING),
  MADAF_FIELD (MadafBasketLine, product_id, "product-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafBasketLine, title, "title", madaf_text_get_type),
  MADAF_FIELD_OF (MadafBasketLine, colour, "colour", madaf_text_get_type),
  MADAF_FIELD (MadafBasketLine, size, "size", G_TYPE_STRING),
  MADAF_FIELD (MadafBasketLine, picture_id, "picture-id", G_TYPE_STRING),
  MADAF_FIELD_OF (MadafBasketLine, unit_price, "unit-price", madaf_price_get_type),
  MADAF_FIELD_CHANGES (MadafBasketLine, quantity, "quantity", G_TYPE_INT),
  MADAF_FIELD_OF_CHANGES (MadafBasketLine, fulfilment, "fulfilment", madaf_fulfilment_get_type),
};

static void
madaf_basket_line_class_init (MadafBasketLineClass *klass)
{
  madaf_fields_install (G_OBJECT_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
madaf_basket_line_init (MadafBasketLine *self)
{
}

const char *
madaf_basket_line_get_variant_id (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return self->variant_id;
}

const char *
madaf_basket_line_get_product_id (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return self->product_id;
}

MadafText *
madaf_basket_line_get_title (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return self->title;
}

MadafText *
madaf_basket_line_get_colour (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return self->colour;
}

const char *
madaf_basket_line_get_size (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return self->size;
}

const char *
madaf_basket_line_get_picture_id (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return self->picture_id;
}

MadafPrice *
madaf_basket_line_get_unit_price (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return self->unit_price;
}

int
madaf_basket_line_get_quantity (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), 0);

  return self->quantity;
}

MadafFulfilment *
madaf_basket_line_get_fulfilment (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return self->fulfilment;
}

void
madaf_basket_line_set_quantity (MadafBasketLine *self, int quantity)
{
  g_return_if_fail (MADAF_IS_BASKET_LINE (self));

  g_object_set (self, "quantity", CLAMP (quantity, 1, MADAF_BASKET_LINE_MOST), NULL);
}

void
madaf_basket_line_set_fulfilment (MadafBasketLine *self, MadafFulfilment *fulfilment)
{
  g_return_if_fail (MADAF_IS_BASKET_LINE (self));

  if (!madaf_fulfilment_equal (self->fulfilment, fulfilment))
    g_object_set (self, "fulfilment", fulfilment, NULL);
}

MadafBasketLine *
madaf_basket_line_copy (MadafBasketLine *self)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), NULL);

  return g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", self->variant_id, "product-id", self->product_id, "title",
                       self->title, "colour", self->colour, "size", self->size, "picture-id", self->picture_id,
                       "unit-price", self->unit_price, "quantity", self->quantity, "fulfilment", self->fulfilment,
                       NULL);
}

GListModel *
madaf_basket_line_list_copy (GListModel *lines)
{
  GListStore *copies = g_list_store_new (MADAF_TYPE_BASKET_LINE);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (lines, i);
      g_autoptr (MadafBasketLine) copy = madaf_basket_line_copy (line);

      g_list_store_append (copies, copy);
    }
  return G_LIST_MODEL (copies);
}

MadafBasketLine *
madaf_basket_line_list_find (GListModel *lines, MadafBasketLine *wanted)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (MadafBasketLine) line = g_list_model_get_item (lines, i);

      if (g_strcmp0 (line->variant_id, wanted->variant_id) == 0
          && madaf_fulfilment_equal (line->fulfilment, wanted->fulfilment))
        return line;
    }
  return NULL;
}

gboolean
madaf_basket_line_get_total (MadafBasketLine *self, MadafMoney *total)
{
  g_return_val_if_fail (MADAF_IS_BASKET_LINE (self), FALSE);

  return self->unit_price != NULL
         && madaf_money_multiply (madaf_price_get_amount (self->unit_price), self->quantity, total);
}
