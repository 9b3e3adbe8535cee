/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/encode.h"

/* Products, categories, branches, reviews and stock as the contract has them. */

void
madaf_encode_shop (MadafJsonWriter *writer, const MadafShopSettings *settings, gint64 now_us)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", settings->id);
  madaf_json_writer_member_raw (writer, "name", settings->name);
  madaf_json_writer_member_string (writer, "currency", settings->currency);
  madaf_json_writer_member_int (writer, "vat_rate", settings->vat_rate_basis_points);
  madaf_json_writer_member_raw (writer, "languages", settings->languages);
  madaf_json_writer_member_string (writer, "country", settings->country);
  madaf_encode_time (writer, "now", now_us);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_category (MadafJsonWriter *writer, const MadafShopCategory *category)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", category->id);
  madaf_encode_optional (writer, "parent_id", category->parent);
  madaf_json_writer_member_raw (writer, "name", category->name);
  madaf_encode_optional (writer, "picture_id", category->picture_id);
  madaf_json_writer_member_int (writer, "product_count", category->product_count);
  madaf_json_writer_end_object (writer);
}

static void
encode_variant (MadafJsonWriter *writer, const MadafShopVariant *variant, const MadafPriceContext *context)
{
  MadafLinePrice price;

  if (!madaf_price_line (variant->price, variant->sale_price, variant->sale_from_us, variant->sale_until_us,
                         context->now_us, 1, context->vat_rate, &price))
    return;
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", variant->id);
  madaf_encode_optional (writer, "gtin", variant->gtin);
  madaf_encode_optional (writer, "colour_id", variant->colour);
  madaf_encode_optional (writer, "size", variant->size);
  madaf_encode_price (writer, "price", &price, context->currency);
  madaf_json_writer_end_object (writer);
}

static void
encode_colours (MadafJsonWriter *writer, const GPtrArray *colours)
{
  madaf_json_writer_member (writer, "colours");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < colours->len; i++)
    madaf_encode_colour (writer, g_ptr_array_index (colours, i));
  madaf_json_writer_end_array (writer);
}

/* Each size once, in the order of the variants. */
static void
encode_sizes (MadafJsonWriter *writer, const GPtrArray *variants)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  madaf_json_writer_member (writer, "sizes");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < variants->len; i++)
    {
      const MadafShopVariant *variant = g_ptr_array_index (variants, i);

      if (variant->size != NULL && variant->size[0] != '\0' && g_hash_table_add (seen, variant->size))
        madaf_json_writer_string (writer, variant->size);
    }
  madaf_json_writer_end_array (writer);
}

void
madaf_encode_product (MadafJsonWriter *writer, const MadafShopProduct *product, const MadafPriceContext *context)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", product->id);
  madaf_json_writer_member_raw (writer, "title", product->title);
  madaf_json_writer_member_raw (writer, "description", product->description);
  madaf_encode_optional (writer, "brand", product->brand);
  madaf_json_writer_member (writer, "category_ids");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < product->categories->len; i++)
    madaf_json_writer_string (writer, g_ptr_array_index (product->categories, i));
  madaf_json_writer_end_array (writer);
  madaf_json_writer_member_raw (writer, "details", product->details);
  encode_colours (writer, product->colours);
  encode_sizes (writer, product->variants);
  madaf_json_writer_member (writer, "variants");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < product->variants->len; i++)
    encode_variant (writer, g_ptr_array_index (product->variants, i), context);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_member (writer, "pictures");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < product->pictures->len; i++)
    madaf_encode_picture (writer, g_ptr_array_index (product->pictures, i));
  madaf_json_writer_end_array (writer);
  madaf_encode_stars (writer, "review_summary", product->stars);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_card (MadafJsonWriter *writer, const MadafShopCard *card, const char *currency)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", card->id);
  madaf_json_writer_member_raw (writer, "title", card->title);
  madaf_encode_optional (writer, "brand", card->brand);
  if (card->picture != NULL)
    {
      madaf_json_writer_member (writer, "picture");
      madaf_encode_picture (writer, card->picture);
    }
  madaf_encode_price (writer, "price_from", &card->price_from, currency);
  madaf_encode_price (writer, "price_to", &card->price_to, currency);
  encode_colours (writer, card->colours);
  madaf_encode_stars (writer, "review_summary", card->stars);
  madaf_json_writer_end_object (writer);
}

static void
encode_facets (MadafJsonWriter *writer, const char *name, const GPtrArray *facets)
{
  madaf_json_writer_member (writer, name);
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < facets->len; i++)
    {
      const MadafShopFacet *facet = g_ptr_array_index (facets, i);

      madaf_json_writer_begin_object (writer);
      if (facet->colour != NULL)
        {
          madaf_json_writer_member (writer, "colour");
          madaf_encode_colour (writer, facet->colour);
        }
      else
        madaf_json_writer_member_string (writer, "size", facet->size);
      madaf_json_writer_member_int (writer, "count", facet->count);
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
}

void
madaf_encode_product_page (MadafJsonWriter *writer, const MadafProductPage *page, const char *currency)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "items");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < page->cards->len; i++)
    madaf_encode_card (writer, g_ptr_array_index (page->cards, i), currency);
  madaf_json_writer_end_array (writer);
  madaf_encode_optional (writer, "next_cursor", page->next);
  if (page->total >= 0)
    madaf_json_writer_member_int (writer, "total", page->total);
  madaf_encode_optional (writer, "retyped", page->retyped);
  madaf_json_writer_member (writer, "facets");
  madaf_json_writer_begin_object (writer);
  encode_facets (writer, "colours", page->colours);
  encode_facets (writer, "sizes", page->sizes);
  madaf_json_writer_end_object (writer);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_branch (MadafJsonWriter *writer, const MadafShopBranch *branch, gint64 now_us)
{
  gint64 ready_us = madaf_branch_collect_ready_us (branch, now_us);

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", branch->id);
  madaf_json_writer_member_raw (writer, "name", branch->name);
  madaf_json_writer_member_raw (writer, "address", branch->address);
  madaf_json_writer_member_raw (writer, "city", branch->city);
  madaf_encode_optional (writer, "country", branch->country);
  madaf_encode_optional (writer, "phone", branch->phone);
  if (branch->has_position)
    {
      madaf_json_writer_member_double (writer, "latitude", branch->latitude);
      madaf_json_writer_member_double (writer, "longitude", branch->longitude);
    }
  madaf_json_writer_member_raw (writer, "hours", branch->hours);
  madaf_json_writer_member_bool (writer, "can_collect", branch->can_collect);
  madaf_json_writer_member_bool (writer, "can_ship", branch->can_ship);
  if (ready_us > 0)
    madaf_encode_time (writer, "collect_ready_at", ready_us);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_review (MadafJsonWriter *writer, const MadafShopReview *review)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", review->id);
  madaf_json_writer_member_int (writer, "stars", review->stars);
  madaf_json_writer_member_string (writer, "language", review->language);
  madaf_encode_optional (writer, "title", review->title);
  madaf_json_writer_member_string (writer, "text", review->text != NULL ? review->text : "");
  madaf_json_writer_member_string (writer, "author", review->author);
  madaf_json_writer_member_string (writer, "written_on", review->written_on);
  madaf_encode_optional (writer, "size_bought", review->size);
  madaf_encode_optional (writer, "fit", review->fit);
  madaf_json_writer_member_bool (writer, "verified", review->verified);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_level (MadafJsonWriter *writer, const MadafShopLevel *level, const char *currency)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "variant_id", level->variant_id);
  madaf_json_writer_member_string (writer, "branch_id", level->branch_id);
  madaf_json_writer_member_int (writer, "available", level->available);
  madaf_encode_time (writer, "changed_at", level->changed_us);
  if (level->has_price)
    madaf_encode_price (writer, "price", &level->price, currency);
  madaf_json_writer_end_object (writer);
}
