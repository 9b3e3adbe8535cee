/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/order.h"

#include "central/shop/order-money.h"
#include "central/shop/private.h"
#include "model/collection-code.h"

static gboolean
read_head (MadafTransaction *transaction, const char *id, MadafShopOrder *order, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT id, state, placed_us, device_id, branch_id, language, name, phone, street, city, postal_code,"
               " address_note, payment, currency, tax, total, receipt_token, m.order_id, m.member_id,"
               " coalesce (m.due, total), m.earns FROM customer_order o LEFT JOIN order_money m ON m.order_id = o.id"
               " WHERE o.id = $1",
               TEXT (id));

  if (rows == NULL)
    return FALSE;
  if (!madaf_rows_next (rows, error))
    return madaf_rows_failed (rows) ? FALSE : madaf_shop_not_found (error, "order", id);
  order->id = madaf_rows_dup_text (rows, 0);
  madaf_order_step_from_string (madaf_rows_text (rows, 1), &order->state);
  order->placed_us = madaf_rows_int (rows, 2);
  order->device_id = madaf_rows_dup_text (rows, 3);
  order->branch_id = madaf_rows_dup_text (rows, 4);
  order->language = madaf_rows_dup_text (rows, 5);
  order->name = madaf_rows_dup_text (rows, 6);
  order->phone = madaf_rows_dup_text (rows, 7);
  order->street = madaf_rows_dup_text (rows, 8);
  order->city = madaf_rows_dup_text (rows, 9);
  order->postal_code = madaf_rows_dup_text (rows, 10);
  order->address_note = madaf_rows_dup_text (rows, 11);
  madaf_payment_from_string (madaf_rows_text (rows, 12), &order->payment);
  order->currency = madaf_rows_dup_text (rows, 13);
  order->tax = madaf_rows_int (rows, 14);
  order->total = madaf_rows_int (rows, 15);
  order->receipt_token = madaf_rows_dup_text (rows, 16);
  order->has_money = !madaf_rows_is_null (rows, 17);
  order->member_id = madaf_rows_dup_text (rows, 18);
  order->due = madaf_rows_int (rows, 19);
  order->earns = madaf_rows_int (rows, 20);
  return TRUE;
}

static MadafShopOrderLine *
line_from_row (MadafRows *rows)
{
  MadafShopOrderLine *line = g_new0 (MadafShopOrderLine, 1);
  gint64 shelf = madaf_rows_int (rows, 7);
  gint64 here = shelf + madaf_rows_int (rows, 11);

  line->variant_id = madaf_rows_dup_text (rows, 0);
  line->product_id = madaf_rows_dup_text (rows, 1);
  line->title = madaf_rows_dup_text (rows, 2);
  line->colour_name = madaf_rows_dup_text (rows, 3);
  line->size = madaf_rows_dup_text (rows, 4);
  line->picture_id = madaf_rows_dup_text (rows, 5);
  line->quantity = madaf_rows_int (rows, 6);
  line->price_now = -1;
  line->price.unit = madaf_rows_int (rows, 8);
  line->price.total = madaf_rows_int (rows, 9);
  line->price.tax = madaf_rows_int (rows, 10);
  line->price.steps[line->price.n_steps++] = (MadafPriceStep){ MADAF_PRICE_STEP_SHELF, shelf };
  if (here != shelf)
    line->price.steps[line->price.n_steps++] = (MadafPriceStep){ MADAF_PRICE_STEP_BRANCH, here - shelf };
  if (line->price.unit < here)
    line->price.steps[line->price.n_steps++] = (MadafPriceStep){ MADAF_PRICE_STEP_SALE, line->price.unit - here };
  return line;
}

static gboolean
read_lines (MadafTransaction *transaction, MadafShopFulfilment *fulfilment, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT variant_id, product_id, title, colour_name, size, picture_id, quantity, shelf, unit, total, tax,"
               " branch_step FROM order_line WHERE fulfilment_id = $1 ORDER BY position",
               TEXT (fulfilment->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    g_ptr_array_add (fulfilment->lines, line_from_row (rows));
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
read_fulfilments (MadafTransaction *transaction, MadafShopOrder *order, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error,
      "SELECT id, reach, branch_id, state, collection_code, ready_us, late_us FROM fulfilment WHERE order_id = $1"
      " ORDER BY position",
      TEXT (order->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopFulfilment *fulfilment = g_new0 (MadafShopFulfilment, 1);

      fulfilment->id = madaf_rows_dup_text (rows, 0);
      madaf_reach_from_string (madaf_rows_text (rows, 1), &fulfilment->reach);
      fulfilment->branch_id = madaf_rows_dup_text (rows, 2);
      madaf_order_step_from_string (madaf_rows_text (rows, 3), &fulfilment->state);
      fulfilment->collection_code = madaf_rows_dup_text (rows, 4);
      fulfilment->ready_us = madaf_rows_int (rows, 5);
      fulfilment->late_us = madaf_rows_int (rows, 6);
      fulfilment->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_order_line_free);
      g_ptr_array_add (order->fulfilments, fulfilment);
      if (!read_lines (transaction, fulfilment, error))
        return FALSE;
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
read_events (MadafTransaction *transaction, MadafShopOrder *order, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT time_us, fulfilment_id, state, actor, branch_id FROM order_event WHERE order_id = $1"
               " ORDER BY number",
               TEXT (order->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafShopOrderEvent *event = g_new0 (MadafShopOrderEvent, 1);

      event->time_us = madaf_rows_int (rows, 0);
      event->fulfilment_id = madaf_rows_dup_text (rows, 1);
      madaf_order_step_from_string (madaf_rows_text (rows, 2), &event->state);
      event->actor = madaf_rows_dup_text (rows, 3);
      event->branch_id = madaf_rows_dup_text (rows, 4);
      g_ptr_array_add (order->events, event);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

MadafShopOrder *
madaf_order_get (MadafTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (MadafShopOrder) order = g_new0 (MadafShopOrder, 1);

  order->fulfilments = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_fulfilment_free);
  order->events = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_order_event_free);
  order->steps = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_bill_step_free);
  if (!read_head (transaction, id, order, error) || !read_fulfilments (transaction, order, error)
      || !read_events (transaction, order, error) || !madaf_order_money_read (transaction, order, error))
    return NULL;
  return g_steal_pointer (&order);
}

/* @sql finds the order's id from @value; @what names it in the error. */
static MadafShopOrder *
get_by (MadafTransaction *transaction, const char *sql, const char *value, const char *what, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (MadafRows) rows = QUERY (transaction, error, sql, TEXT (value));

  if (rows == NULL)
    return NULL;
  if (madaf_rows_next (rows, error))
    id = madaf_rows_dup_text (rows, 0);
  if (id != NULL)
    return madaf_order_get (transaction, id, error);
  if (!madaf_rows_failed (rows))
    madaf_shop_not_found (error, "order", what);
  return NULL;
}

MadafShopOrder *
madaf_order_get_by_code (MadafTransaction *transaction, const char *code, GError **error)
{
  g_autofree char *digits = madaf_collection_code_normalise (code);

  return get_by (transaction, "SELECT order_id FROM fulfilment WHERE collection_code = $1", digits, "with this code",
                 error);
}

MadafShopOrder *
madaf_order_get_by_receipt (MadafTransaction *transaction, const char *token, GError **error)
{
  return get_by (transaction, "SELECT id FROM customer_order WHERE receipt_token = $1", token, "with this receipt",
                 error);
}
