/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/encode.h"

/* Products, categories, branches, reviews and stock as the contract has them. */

void
madaf_encode_shop (
    MadafJsonWriter *writer, const MadafShopSettings *settings, gboolean has_page, gboolean can_send, gint64 now_us)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", settings->id);
  madaf_json_writer_member_raw (writer, "name", settings->name);
  madaf_json_writer_member_string (writer, "currency", settings->currency);
  madaf_json_writer_member_int (writer, "vat_rate", settings->vat_rate_basis_points);
  madaf_json_writer_member_raw (writer, "languages", settings->languages);
  madaf_json_writer_member_string (writer, "country", settings->country);
  madaf_json_writer_member (writer, "sign_in");
  madaf_json_writer_begin_array (writer);
  if (has_page && can_send)
    madaf_json_writer_string (writer, "phone_page");
  madaf_json_writer_string (writer, "member_code");
  if (can_send)
    madaf_json_writer_string (writer, "one_time_code");
  madaf_json_writer_end_array (writer);
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
encode_variant (MadafJsonWriter *writer, gconstpointer item, gconstpointer data)
{
  const MadafShopVariant *variant = item;
  const MadafPriceContext *context = data;
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
encode_colour (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  madaf_encode_colour (writer, item);
}

static void
encode_picture (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  madaf_encode_picture (writer, item);
}

static void
encode_card (MadafJsonWriter *writer, gconstpointer item, gconstpointer currency)
{
  madaf_encode_card (writer, item, currency);
}

static void
encode_id (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  madaf_json_writer_string (writer, item);
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
  madaf_encode_list (writer, "category_ids", product->categories, encode_id, NULL);
  madaf_json_writer_member_raw (writer, "details", product->details);
  madaf_encode_list (writer, "colours", product->colours, encode_colour, NULL);
  encode_sizes (writer, product->variants);
  madaf_encode_list (writer, "variants", product->variants, encode_variant, context);
  madaf_encode_list (writer, "pictures", product->pictures, encode_picture, NULL);
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
  madaf_encode_list (writer, "colours", card->colours, encode_colour, NULL);
  madaf_encode_stars (writer, "review_summary", card->stars);
  madaf_json_writer_end_object (writer);
}

static void
encode_facet (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafShopFacet *facet = item;

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

void
madaf_encode_product_page (MadafJsonWriter *writer, const MadafProductPage *page, const char *currency)
{
  madaf_json_writer_begin_object (writer);
  madaf_encode_list (writer, "items", page->cards, encode_card, currency);
  madaf_encode_optional (writer, "next_cursor", page->next);
  if (page->total >= 0)
    madaf_json_writer_member_int (writer, "total", page->total);
  madaf_encode_optional (writer, "retyped", page->retyped);
  madaf_json_writer_member (writer, "facets");
  madaf_json_writer_begin_object (writer);
  madaf_encode_list (writer, "colours", page->colours, encode_facet, NULL);
  madaf_encode_list (writer, "sizes", page->sizes, encode_facet, NULL);
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
  if (branch->fitting_rooms > 0)
    madaf_json_writer_member_int (writer, "fitting_rooms", branch->fitting_rooms);
  if (ready_us > 0)
    madaf_encode_time (writer, "collect_ready_at", ready_us);
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
