/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/catalogue.h"

void
madaf_shop_colour_free (MadafShopColour *colour)
{
  if (colour == NULL)
    return;
  g_free (colour->id);
  g_free (colour->name);
  g_free (colour->hex);
  g_free (colour);
}

void
madaf_shop_variant_free (MadafShopVariant *variant)
{
  g_free (variant->id);
  g_free (variant->product_id);
  g_free (variant->gtin);
  g_free (variant->colour);
  g_free (variant->size);
  g_free (variant);
}

void
madaf_shop_picture_free (MadafShopPicture *picture)
{
  if (picture == NULL)
    return;
  g_free (picture->id);
  g_free (picture->colour);
  g_free (picture);
}

MadafShopProduct *
madaf_shop_product_new (void)
{
  MadafShopProduct *product = g_new0 (MadafShopProduct, 1);

  product->categories = g_ptr_array_new_with_free_func (g_free);
  product->colours = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_colour_free);
  product->variants = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_variant_free);
  product->pictures = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_picture_free);
  return product;
}

void
madaf_shop_product_free (MadafShopProduct *product)
{
  g_free (product->id);
  g_free (product->source);
  g_free (product->title);
  g_free (product->description);
  g_free (product->brand);
  g_free (product->details);
  g_free (product->search);
  g_ptr_array_unref (product->categories);
  g_ptr_array_unref (product->colours);
  g_ptr_array_unref (product->variants);
  g_ptr_array_unref (product->pictures);
  g_free (product);
}

void
madaf_shop_card_free (MadafShopCard *card)
{
  g_free (card->id);
  g_free (card->title);
  g_free (card->brand);
  madaf_shop_picture_free (card->picture);
  g_ptr_array_unref (card->colours);
  g_free (card);
}

void
madaf_shop_category_free (MadafShopCategory *category)
{
  g_free (category->id);
  g_free (category->parent);
  g_free (category->name);
  g_free (category->picture_id);
  g_free (category);
}

void
madaf_shop_facet_free (MadafShopFacet *facet)
{
  madaf_shop_colour_free (facet->colour);
  g_free (facet->size);
  g_free (facet);
}

void
madaf_product_page_free (MadafProductPage *page)
{
  g_ptr_array_unref (page->cards);
  g_free (page->next);
  g_free (page->retyped);
  g_ptr_array_unref (page->colours);
  g_ptr_array_unref (page->sizes);
  g_free (page);
}
