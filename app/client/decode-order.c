/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode-order.h"

#include "client/carried.h"
#include "client/decode.h"
#include "client/purchase-list.h"
#include "model/json.h"
#include "model/order-event.h"
#include "model/order-fulfilment.h"
#include "model/order-line.h"

#define CURSOR_MAXIMUM 200
/* More does not fit a QR code that a phone reads from a screen. */
#define URL_BYTES 512

/* What the lines of baskets and orders share, while it is read. */
typedef struct
{
  const char *variant_id;
  const char *product_id;
  MadafText *title;
  MadafText *colour;
  const char *size;
  const char *picture_id;
  int quantity;
  MadafPrice *unit_price;
  MadafMoney total;
} LineParts;

static void
line_parts_clear (LineParts *parts)
{
  g_clear_pointer (&parts->title, madaf_text_unref);
  g_clear_pointer (&parts->colour, madaf_text_unref);
  g_clear_pointer (&parts->unit_price, madaf_price_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LineParts, line_parts_clear)

static gboolean
read_line_parts (JsonObject *object, LineParts *parts, GError **error)
{
  return madaf_decode_id (object, "variant_id", &parts->variant_id, error)
         && madaf_decode_id (object, "product_id", &parts->product_id, error)
         && madaf_decode_text (object, "title", &parts->title, error)
         && madaf_decode_optional_text (object, "colour", &parts->colour, error)
         && madaf_json_read_optional_string (object, "size", &parts->size, error)
         && madaf_decode_optional_id (object, "picture_id", &parts->picture_id, error)
         && madaf_decode_int (object, "quantity", 1, &parts->quantity, error)
         && madaf_decode_price (object, "unit_price", &parts->unit_price, error)
         && madaf_decode_money (object, "total", &parts->total, error);
}

static gpointer
decode_fulfilment (JsonObject *object, GError **error)
{
  int kind;
  const char *branch_id;

  if (!madaf_decode_word (object, "kind", MADAF_TYPE_FULFILMENT_KIND, &kind, error))
    return NULL;
  if (kind == MADAF_FULFILMENT_SHIP)
    return madaf_fulfilment_new_ship ();
  if (!madaf_decode_id (object, "branch_id", &branch_id, error))
    return NULL;

  return madaf_fulfilment_new_collect (branch_id);
}

static gpointer
decode_basket_line (JsonObject *object, GError **error)
{
  g_auto (LineParts) parts = { 0 };
  g_autoptr (MadafFulfilment) fulfilment = NULL;

  if (!read_line_parts (object, &parts, error))
    return NULL;
  if (json_object_has_member (object, "fulfilment")
      && !madaf_decode_member (object, "fulfilment", decode_fulfilment, &fulfilment, error))
    return NULL;
  if (parts.quantity > MADAF_BASKET_LINE_MOST)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "quantity: out of range");
      return NULL;
    }

  return g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", parts.variant_id, "product-id", parts.product_id, "title",
                       parts.title, "colour", parts.colour, "size", parts.size, "picture-id", parts.picture_id,
                       "unit-price", parts.unit_price, "quantity", parts.quantity, "fulfilment", fulfilment, NULL);
}

static gpointer
decode_gone_line (JsonObject *object, GError **error)
{
  g_auto (LineParts) parts = { 0 };

  if (!madaf_decode_id (object, "variant_id", &parts.variant_id, error)
      || !madaf_decode_id (object, "product_id", &parts.product_id, error)
      || !madaf_decode_text (object, "title", &parts.title, error)
      || !madaf_decode_optional_text (object, "colour", &parts.colour, error)
      || !madaf_json_read_optional_string (object, "size", &parts.size, error)
      || !madaf_decode_optional_id (object, "picture_id", &parts.picture_id, error)
      || !madaf_decode_int (object, "quantity", 1, &parts.quantity, error))
    return NULL;

  return g_object_new (MADAF_TYPE_BASKET_LINE, "variant-id", parts.variant_id, "product-id", parts.product_id, "title",
                       parts.title, "colour", parts.colour, "size", parts.size, "picture-id", parts.picture_id,
                       "quantity", MIN (parts.quantity, MADAF_BASKET_LINE_MOST), NULL);
}

gpointer
madaf_decode_basket (JsonObject *object, GError **error)
{
  const char *id;
  g_autoptr (GListModel) lines = NULL;
  g_autoptr (GListModel) gone = NULL;
  MadafMoney total;
  MadafMoney vat;
  MadafBasket *basket;

  if (!madaf_decode_id (object, "id", &id, error)
      || !madaf_decode_list (object, "lines", MADAF_TYPE_BASKET_LINE, decode_basket_line, &lines, error)
      || !madaf_decode_money (object, "total", &total, error) || !madaf_decode_money (object, "vat", &vat, error)
      || (json_object_has_member (object, "gone")
          && !madaf_decode_list (object, "gone", MADAF_TYPE_BASKET_LINE, decode_gone_line, &gone, error)))
    return NULL;

  basket = madaf_basket_new ();
  madaf_basket_set_lines (basket, lines);
  if (gone != NULL)
    madaf_basket_set_gone (basket, gone);
  madaf_basket_set_id (basket, id);
  madaf_basket_set_totals (basket, &total, &vat);

  return basket;
}

gpointer
madaf_decode_carried_basket (JsonObject *object, GError **error)
{
  const char *id;
  const char *url;
  int expires_in;
  MadafCarried *carried;

  if (!madaf_decode_id (object, "id", &id, error)
      || !madaf_json_read_string_bounded (object, "url", 1, URL_BYTES, &url, error)
      || !madaf_decode_int (object, "expires_in", 1, &expires_in, error))
    return NULL;
  if (!g_str_has_prefix (url, "http://") && !g_str_has_prefix (url, "https://"))
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "url: no address of a page");
      return NULL;
    }
  carried = g_new0 (MadafCarried, 1);
  carried->id = g_strdup (id);
  carried->url = g_strdup (url);
  carried->expires_in = expires_in;
  return carried;
}

static gpointer
decode_order_line (JsonObject *object, GError **error)
{
  g_auto (LineParts) parts = { 0 };
  MadafMoney price_now;
  gboolean is_sold = json_object_has_member (object, "price_now");

  if (!read_line_parts (object, &parts, error)
      || (is_sold && !madaf_decode_money (object, "price_now", &price_now, error)))
    return NULL;

  return g_object_new (MADAF_TYPE_ORDER_LINE, "variant-id", parts.variant_id, "product-id", parts.product_id, "title",
                       parts.title, "colour", parts.colour, "size", parts.size, "picture-id", parts.picture_id,
                       "unit-price", parts.unit_price, "quantity", parts.quantity, "total", &parts.total, "price-now",
                       is_sold ? &price_now : NULL, NULL);
}

static gpointer
decode_order_fulfilment (JsonObject *object, GError **error)
{
  const char *id;
  int kind;
  const char *branch_id = NULL;
  int state;
  const char *code = NULL;
  gint64 ready_at_us = 0;
  gint64 late_at_us = 0;
  g_autoptr (GListModel) lines = NULL;

  if (!madaf_decode_id (object, "id", &id, error)
      || !madaf_decode_word (object, "kind", MADAF_TYPE_FULFILMENT_KIND, &kind, error)
      || !madaf_decode_optional_id (object, "branch_id", &branch_id, error)
      || !madaf_decode_word (object, "state", MADAF_TYPE_ORDER_STATE, &state, error)
      || !madaf_json_read_optional_string_bounded (object, "collection_code", 10, 10, &code, error)
      || !madaf_decode_optional_time (object, "ready_at", &ready_at_us, error)
      || !madaf_decode_optional_time (object, "late_at", &late_at_us, error)
      || !madaf_decode_list (object, "lines", MADAF_TYPE_ORDER_LINE, decode_order_line, &lines, error))
    return NULL;

  return g_object_new (MADAF_TYPE_ORDER_FULFILMENT, "id", id, "kind", kind, "branch-id", branch_id, "state", state,
                       "collection-code", code, "ready-at-us", ready_at_us, "late-at-us", late_at_us, "lines", lines,
                       NULL);
}

static gpointer
decode_event (JsonObject *object, GError **error)
{
  int state;
  gint64 at_us;
  const char *by;
  const char *fulfilment_id = NULL;
  const char *branch_id = NULL;

  if (!madaf_decode_word (object, "state", MADAF_TYPE_ORDER_STATE, &state, error)
      || !madaf_decode_time (object, "at", &at_us, error) || !madaf_json_read_string (object, "by", &by, error)
      || !madaf_decode_optional_id (object, "fulfilment_id", &fulfilment_id, error)
      || !madaf_decode_optional_id (object, "branch_id", &branch_id, error))
    return NULL;

  return g_object_new (MADAF_TYPE_ORDER_EVENT, "state", state, "at-us", at_us, "by", by, "fulfilment-id", fulfilment_id,
                       "branch-id", branch_id, NULL);
}

static gpointer
decode_address (JsonObject *object, GError **error)
{
  const char *street;
  const char *city;
  const char *postal_code = NULL;
  const char *note = NULL;

  if (!madaf_json_read_string (object, "street", &street, error)
      || !madaf_json_read_string (object, "city", &city, error)
      || !madaf_json_read_optional_string (object, "postal_code", &postal_code, error)
      || !madaf_json_read_optional_string (object, "note", &note, error))
    return NULL;

  return g_object_new (MADAF_TYPE_ADDRESS, "street", street, "city", city, "postal-code", postal_code, "note", note,
                       NULL);
}

/* What an order is made of, while it is read. */
typedef struct
{
  const char *id;
  int state;
  gint64 placed_at_us;
  GListModel *fulfilments;
  const char *name;
  const char *phone;
  MadafAddress *address;
  int payment;
  const char *language;
  MadafMoney total;
  MadafMoney vat;
  MadafMoney due;
  gint64 earns;
  const char *receipt_path;
  const char *receipt_url;
  GListModel *events;
} OrderParts;

static void
order_parts_clear (OrderParts *parts)
{
  g_clear_object (&parts->fulfilments);
  g_clear_object (&parts->address);
  g_clear_object (&parts->events);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OrderParts, order_parts_clear)

static gboolean
read_person (JsonObject *object, OrderParts *parts, GError **error)
{
  JsonObject *contact;

  if (!madaf_json_read_object (object, "contact", &contact, error)
      || !madaf_json_read_string (contact, "name", &parts->name, error)
      || !madaf_json_read_string (contact, "phone", &parts->phone, error))
    return FALSE;

  return !json_object_has_member (object, "address")
         || madaf_decode_member (object, "address", decode_address, &parts->address, error);
}

/* What orders and purchases share. */
static gboolean
read_order_parts (JsonObject *object, OrderParts *parts, GError **error)
{
  return madaf_decode_id (object, "id", &parts->id, error)
         && madaf_decode_word (object, "state", MADAF_TYPE_ORDER_STATE, &parts->state, error)
         && madaf_decode_time (object, "placed_at", &parts->placed_at_us, error)
         && madaf_decode_list (object, "fulfilments", MADAF_TYPE_ORDER_FULFILMENT, decode_order_fulfilment,
                               &parts->fulfilments, error)
         && madaf_decode_word (object, "payment", MADAF_TYPE_PAYMENT, &parts->payment, error)
         && madaf_decode_money (object, "total", &parts->total, error)
         && madaf_decode_money (object, "vat", &parts->vat, error)
         && madaf_decode_money (object, "due", &parts->due, error)
         && madaf_json_read_optional_int (object, "earns", 1, G_MAXINT32, &parts->earns, error)
         && madaf_json_read_string (object, "receipt_path", &parts->receipt_path, error)
         && madaf_json_read_optional_string (object, "receipt_url", &parts->receipt_url, error)
         && madaf_decode_list (object, "events", MADAF_TYPE_ORDER_EVENT, decode_event, &parts->events, error);
}

gpointer
madaf_decode_order (JsonObject *object, GError **error)
{
  g_auto (OrderParts) parts = { 0 };

  if (!read_order_parts (object, &parts, error) || !read_person (object, &parts, error)
      || !madaf_json_read_string (object, "language", &parts.language, error))
    return NULL;

  return g_object_new (MADAF_TYPE_ORDER, "id", parts.id, "state", parts.state, "placed-at-us", parts.placed_at_us,
                       "fulfilments", parts.fulfilments, "contact-name", parts.name, "contact-phone", parts.phone,
                       "address", parts.address, "payment", parts.payment, "language", parts.language, "total",
                       &parts.total, "vat", &parts.vat, "due", &parts.due, "earns", parts.earns, "receipt-path",
                       parts.receipt_path, "receipt-url", parts.receipt_url, "events", parts.events, NULL);
}

gpointer
madaf_decode_purchase (JsonObject *object, GError **error)
{
  g_auto (OrderParts) parts = { 0 };
  const char *placed_by;
  const char *branch_id = NULL;

  if (!read_order_parts (object, &parts, error) || !madaf_json_read_string (object, "placed_by", &placed_by, error)
      || !madaf_decode_optional_id (object, "branch_id", &branch_id, error))
    return NULL;

  return g_object_new (MADAF_TYPE_ORDER, "id", parts.id, "state", parts.state, "placed-at-us", parts.placed_at_us,
                       "fulfilments", parts.fulfilments, "payment", parts.payment, "total", &parts.total, "vat",
                       &parts.vat, "due", &parts.due, "earns", parts.earns, "receipt-path", parts.receipt_path,
                       "receipt-url", parts.receipt_url, "events", parts.events, "placed-by", placed_by, "branch-id",
                       branch_id, NULL);
}

gpointer
madaf_decode_purchase_list (JsonObject *object, GError **error)
{
  g_autoptr (GListModel) orders = NULL;
  const char *next = NULL;

  if (!madaf_decode_list (object, "items", MADAF_TYPE_ORDER, madaf_decode_purchase, &orders, error)
      || !madaf_json_read_optional_string_bounded (object, "next_cursor", 1, CURSOR_MAXIMUM, &next, error))
    return NULL;

  return g_object_new (MADAF_TYPE_PURCHASE_LIST, "orders", orders, "next-cursor", next, NULL);
}
