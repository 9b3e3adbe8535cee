/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/purchase.h"

#include <string.h>

#include "central/shop/error.h"
#include "central/shop/event.h"
#include "central/shop/private.h"

#define GUESTS_KEPT_US (90 * G_TIME_SPAN_DAY)

/* What the line's variant costs now, where it is still sold. */
static gboolean
read_price_now (MadafTransaction *transaction, MadafShopOrderLine *line, gint64 now_us, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT v.price, coalesce (v.sale_price, -1), v.sale_from_us, v.sale_until_us FROM variant v"
               " JOIN product p ON p.id = v.product_id AND p.hidden = 0 WHERE v.id = $1 AND v.hidden = 0",
               TEXT (line->variant_id));

  if (rows != NULL && madaf_rows_next (rows, error))
    line->price_now = madaf_price_now (madaf_rows_int (rows, 0), madaf_rows_int (rows, 1), madaf_rows_int (rows, 2),
                                       madaf_rows_int (rows, 3), now_us);
  return rows != NULL && !madaf_rows_failed (rows);
}

static MadafShopOrder *
get_priced (MadafTransaction *transaction, const char *order_id, gint64 now_us, GError **error)
{
  g_autoptr (MadafShopOrder) order = madaf_order_get (transaction, order_id, error);

  for (guint i = 0; order != NULL && i < order->fulfilments->len; i++)
    {
      MadafShopFulfilment *fulfilment = g_ptr_array_index (order->fulfilments, i);

      for (guint j = 0; j < fulfilment->lines->len; j++)
        if (!read_price_now (transaction, g_ptr_array_index (fulfilment->lines, j), now_us, error))
          return NULL;
    }
  return g_steal_pointer (&order);
}

gboolean
madaf_purchase_is_of (
    MadafTransaction *transaction, const char *order_id, const char *member_id, gboolean *is, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT 1 FROM customer_order WHERE id = $1 AND member_id = $2", TEXT (order_id),
               TEXT (member_id));

  *is = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

MadafShopOrder *
madaf_purchase_get (
    MadafTransaction *transaction, const char *member_id, const char *order_id, gint64 now_us, GError **error)
{
  gboolean is = FALSE;

  if (!madaf_purchase_is_of (transaction, order_id, member_id, &is, error))
    return NULL;
  if (is)
    return get_priced (transaction, order_id, now_us, error);
  madaf_shop_not_found (error, "order", order_id);
  return NULL;
}

/* "TIME.ID" of the last order of the page before. */
static gboolean
read_cursor (const char *cursor, gint64 *time_us, char **id, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (cursor != NULL ? cursor : "", ".", 2);

  *time_us = G_MAXINT64;
  *id = g_strdup ("");
  if (cursor == NULL)
    return TRUE;
  if (g_strv_length (parts) == 2 && g_ascii_string_to_signed (parts[0], 10, 0, G_MAXINT64, time_us, NULL))
    {
      g_free (*id);
      *id = g_strdup (parts[1]);
      return TRUE;
    }
  g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID, "There is no such page");
  return FALSE;
}

MadafPurchases *
madaf_purchase_list (
    MadafTransaction *transaction, const char *member_id, const char *cursor, int limit, gint64 now_us, GError **error)
{
  g_autoptr (MadafPurchases) purchases = g_new0 (MadafPurchases, 1);
  g_autofree char *before_id = NULL;
  g_autoptr (MadafRows) rows = NULL;
  gint64 before_us;

  purchases->orders = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_shop_order_free);
  if (!read_cursor (cursor, &before_us, &before_id, error))
    return NULL;
  rows = QUERY (transaction, error,
                "SELECT id, placed_us FROM customer_order WHERE member_id = $1 AND (placed_us, id) < ($2, $3)"
                " ORDER BY placed_us DESC, id DESC LIMIT $4",
                TEXT (member_id), INT (before_us), TEXT (before_id), INT (limit + 1));
  while (rows != NULL && (int)purchases->orders->len < limit && madaf_rows_next (rows, error))
    {
      MadafShopOrder *order = get_priced (transaction, madaf_rows_text (rows, 0), now_us, error);

      if (order == NULL)
        return NULL;
      g_ptr_array_add (purchases->orders, order);
    }
  if (rows != NULL && (int)purchases->orders->len == limit && madaf_rows_next (rows, error))
    {
      const MadafShopOrder *last = g_ptr_array_index (purchases->orders, purchases->orders->len - 1);

      purchases->next = g_strdup_printf ("%" G_GINT64_FORMAT ".%s", last->placed_us, last->id);
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&purchases);
}

gboolean
madaf_purchase_adopt (MadafTransaction *transaction, const char *member_id, const char *phone, GError **error)
{
  return RUN (transaction, error, "UPDATE customer_order SET member_id = $1 WHERE phone = $2 AND member_id IS NULL",
              TEXT (member_id), TEXT (phone));
}

static gboolean
tell_late (MadafTransaction *transaction, const char *order_id, gint64 now_us, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT state FROM customer_order WHERE id = $1", TEXT (order_id));
  MadafShopEvent event = { .kind = (char *)"order", .order_id = (char *)order_id };

  if (rows == NULL || !madaf_rows_next (rows, error))
    return FALSE;
  event.state = (char *)madaf_rows_text (rows, 0);
  return madaf_event_append (transaction, &event, now_us, error);
}

gboolean
madaf_purchase_mark_late (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "UPDATE fulfilment SET late_us = $1 WHERE late_us IS NULL AND state IN ('placed', 'picking')"
               " AND ready_us < $1 RETURNING order_id",
               INT (now_us));

  while (rows != NULL && madaf_rows_next (rows, error))
    if (!g_ptr_array_find_with_equal_func (orders, madaf_rows_text (rows, 0), g_str_equal, NULL))
      g_ptr_array_add (orders, madaf_rows_dup_text (rows, 0));
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  for (guint i = 0; i < orders->len; i++)
    if (!tell_late (transaction, g_ptr_array_index (orders, i), now_us, error))
      return FALSE;
  return TRUE;
}

gboolean
madaf_purchase_forget_guests (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error,
              "UPDATE customer_order SET name = '', phone = '', street = NULL, city = NULL, postal_code = NULL,"
              " address_note = NULL WHERE member_id IS NULL AND phone <> '' AND placed_us < $1"
              " AND state IN ('collected', 'delivered', 'cancelled', 'returned')",
              INT (now_us - GUESTS_KEPT_US));
}

void
madaf_purchases_free (MadafPurchases *purchases)
{
  g_ptr_array_unref (purchases->orders);
  g_free (purchases->next);
  g_free (purchases);
}
