/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/wish.h"

MadafWished *
madaf_wish_for_choice (MadafChoice *choice)
{
  MadafProduct *product = madaf_choice_get_product (choice);
  MadafVariant *variant = madaf_choice_get_variant (choice);
  MadafColour *colour = variant != NULL ? madaf_choice_find_colour (choice) : NULL;
  MadafPicture *picture = madaf_product_pick_picture (product, madaf_choice_get_colour_id (choice));
  gboolean from;
  MadafPrice *price = madaf_choice_get_price (choice, &from);
  const MadafMoney *amount = price != NULL ? madaf_price_get_amount (price) : NULL;

  return g_object_new (MADAF_TYPE_WISHED, "product-id", madaf_product_get_id (product), "variant-id",
                       variant != NULL ? madaf_variant_get_id (variant) : NULL, "title",
                       madaf_product_get_title (product), "brand", madaf_product_get_brand (product), "colour",
                       colour != NULL ? madaf_colour_get_name (colour) : NULL, "size",
                       variant != NULL ? madaf_variant_get_size (variant) : NULL, "picture-id",
                       picture != NULL ? madaf_picture_get_id (picture) : NULL, "saved-price", amount, "price", amount,
                       "available", -1, "available-here", -1, NULL);
}
