/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode-wishes.h"

#include "client/decode.h"
#include "model/json.h"

#define NAME_MAXIMUM (60 * 4)
#define URL_MAXIMUM  2000

/* What a wish is made of, while it is read. */
typedef struct
{
  const char *product_id;
  const char *variant_id;
  MadafText *title;
  const char *brand;
  MadafText *colour;
  const char *size;
  const char *picture_id;
  gint64 saved_at_us;
  MadafMoney saved_price;
  MadafMoney price;
  gboolean is_sold;
  int available;
  int available_here;
} WishParts;

static void
wish_parts_clear (WishParts *parts)
{
  g_clear_pointer (&parts->title, madaf_text_unref);
  g_clear_pointer (&parts->colour, madaf_text_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WishParts, wish_parts_clear)

static gboolean
read_ids (JsonObject *object, WishParts *parts, GError **error)
{
  return madaf_decode_id (object, "product_id", &parts->product_id, error)
         && madaf_decode_optional_id (object, "variant_id", &parts->variant_id, error);
}

static gboolean
read_wish (JsonObject *object, WishParts *parts, GError **error)
{
  parts->is_sold = json_object_has_member (object, "price");
  return read_ids (object, parts, error) && madaf_decode_text (object, "title", &parts->title, error)
         && madaf_json_read_optional_string (object, "brand", &parts->brand, error)
         && madaf_decode_optional_text (object, "colour", &parts->colour, error)
         && madaf_json_read_optional_string (object, "size", &parts->size, error)
         && madaf_decode_optional_id (object, "picture_id", &parts->picture_id, error)
         && madaf_decode_time (object, "saved_at", &parts->saved_at_us, error)
         && madaf_decode_money (object, "saved_price", &parts->saved_price, error)
         && (!parts->is_sold || madaf_decode_money (object, "price", &parts->price, error))
         && madaf_decode_int (object, "available", 0, &parts->available, error)
         && madaf_decode_int (object, "available_here", 0, &parts->available_here, error);
}

static gpointer
decode_wish (JsonObject *object, GError **error)
{
  g_auto (WishParts) parts = { 0 };

  if (!read_wish (object, &parts, error))
    return NULL;

  return g_object_new (MADAF_TYPE_WISHED, "product-id", parts.product_id, "variant-id", parts.variant_id, "title",
                       parts.title, "brand", parts.brand, "colour", parts.colour, "size", parts.size, "picture-id",
                       parts.picture_id, "saved-at-us", parts.saved_at_us, "saved-price", &parts.saved_price, "price",
                       parts.is_sold ? &parts.price : NULL, "available", parts.available, "available-here",
                       parts.available_here, NULL);
}

static gpointer
decode_wish_ids (JsonObject *object, GError **error)
{
  g_auto (WishParts) parts = { 0 };

  if (!read_ids (object, &parts, error))
    return NULL;

  return g_object_new (MADAF_TYPE_WISHED, "product-id", parts.product_id, "variant-id", parts.variant_id, "available",
                       -1, "available-here", -1, NULL);
}

static gpointer
decode_list (JsonObject *object, MadafDecoder decode_entry, GError **error)
{
  const char *id;
  const char *name = NULL;
  const char *share_url = NULL;
  g_autoptr (GListModel) entries = NULL;

  if (!madaf_decode_id (object, "id", &id, error)
      || !madaf_json_read_optional_string_bounded (object, "name", 1, NAME_MAXIMUM, &name, error)
      || !madaf_json_read_optional_string_bounded (object, "share_url", 8, URL_MAXIMUM, &share_url, error)
      || !madaf_decode_list (object, "entries", MADAF_TYPE_WISHED, decode_entry, &entries, error))
    return NULL;

  return g_object_new (MADAF_TYPE_WISHES, "id", id, "name", name, "share-url", share_url, "entries", entries, NULL);
}

gpointer
madaf_decode_wishes (JsonObject *object, GError **error)
{
  return decode_list (object, decode_wish, error);
}

static gpointer
decode_summary (JsonObject *object, GError **error)
{
  return decode_list (object, decode_wish_ids, error);
}

gpointer
madaf_decode_wish_lists (JsonObject *object, GError **error)
{
  const char *id;
  g_autoptr (GListModel) lists = NULL;

  if (!madaf_decode_id (object, "id", &id, error)
      || !madaf_decode_list (object, "items", MADAF_TYPE_WISHES, decode_summary, &lists, error))
    return NULL;

  return g_object_new (MADAF_TYPE_WISH_LISTS, "id", id, "lists", lists, NULL);
}
