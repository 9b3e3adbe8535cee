/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/adding.h"

#include "kiosk/pages/product/offer.h"

static MadafBasketLine *
make_line (MadafChoice *choice, MadafVariant *variant, MadafFulfilment *fulfilment, MadafPrice *price)
{
  MadafProduct *product = madaf_choice_get_product (choice);
  MadafColour *colour = madaf_choice_find_colour (choice);
  MadafPicture *picture = madaf_product_pick_picture (product, madaf_variant_get_colour_id (variant));

  return g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", madaf_variant_get_id (variant), "product-id",
                       madaf_product_get_id (product), "title", madaf_product_get_title (product), "colour",
                       colour != NULL ? madaf_colour_get_name (colour) : NULL, "size", madaf_variant_get_size (variant),
                       "picture-id", picture != NULL ? madaf_picture_get_id (picture) : NULL, "unit-price",
                       price != NULL ? price : madaf_variant_get_price (variant), "quantity", 1, "fulfilment",
                       fulfilment, NULL);
}

MadafAdding
madaf_adding_add (MadafBasket *basket, MadafChoice *choice, MadafFulfilment *fulfilment, int units, MadafPrice *price)
{
  MadafVariant *variant = madaf_choice_get_variant (choice);
  MadafBasketLine *there;
  g_autoptr (MadafBasketLine) line = NULL;

  g_return_val_if_fail (variant != NULL, MADAF_ADDING_FULL);
  there = madaf_basket_find (basket, madaf_variant_get_id (variant), fulfilment);
  if (there != NULL && !madaf_offer_has_more (units, madaf_basket_line_get_quantity (there)))
    return MADAF_ADDING_ALL_TAKEN;
  line = make_line (choice, variant, fulfilment, price);
  return madaf_basket_add (basket, line) ? MADAF_ADDING_DONE : MADAF_ADDING_FULL;
}
