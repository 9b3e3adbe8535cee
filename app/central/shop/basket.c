/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/basket.h"

#include "central/shop/branch.h"
#include "central/shop/error.h"
#include "central/shop/lines.h"
#include "central/shop/private.h"

#define KEPT_US (30 * G_TIME_SPAN_DAY)

static gboolean
write_lines (MadafTransaction *transaction, const char *id, GPtrArray *lines, GError **error)
{
  if (!RUN (transaction, error, "DELETE FROM basket_line WHERE basket_id = $1", TEXT (id)))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (lines, i);

      if (!RUN (transaction, error,
                "INSERT INTO basket_line (basket_id, position, variant_id, quantity, reach, branch_id)"
                " VALUES ($1, $2, $3, $4, $5, $6)",
                TEXT (id), INT (i), TEXT (line->variant_id), INT (line->quantity),
                TEXT (madaf_reach_to_string (line->reach)), TEXT (line->branch_id)))
        return FALSE;
    }
  return TRUE;
}

static MadafShopBasket *
basket_new (const char *id, gint64 version, GPtrArray *lines, const char *currency)
{
  MadafShopBasket *basket = g_new0 (MadafShopBasket, 1);

  basket->id = g_strdup (id);
  basket->version = version;
  basket->currency = g_strdup (currency);
  basket->lines = g_ptr_array_ref (lines);
  madaf_lines_sum (lines, &basket->total, &basket->tax);
  return basket;
}

MadafShopBasket *
madaf_basket_create (MadafTransaction *transaction,
                     const MadafLineRequest *requests,
                     gsize n_requests,
                     gint64 now_us,
                     MadafRandom *random,
                     MadafFaults *faults,
                     GError **error)
{
  g_autofree char *id = madaf_random_token (random);
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (GPtrArray) lines = NULL;
  MadafShopBasket *basket;

  if (settings == NULL)
    return NULL;
  lines = madaf_lines_price (transaction, requests, n_requests, settings, now_us, faults, error);
  if (lines == NULL
      || !RUN (transaction, error, "INSERT INTO basket (id, version, created_us, updated_us) VALUES ($1, 1, $2, $2)",
               TEXT (id), INT (now_us))
      || !write_lines (transaction, id, lines, error))
    return NULL;
  basket = basket_new (id, 1, lines, settings->currency);
  basket->created_us = now_us;
  basket->updated_us = now_us;
  return basket;
}

static gboolean
read_head (
    MadafTransaction *transaction, const char *id, gint64 *version, gint64 *created, gint64 *updated, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT version, created_us, updated_us FROM basket WHERE id = $1", TEXT (id));

  if (rows == NULL)
    return FALSE;
  if (!madaf_rows_next (rows, error))
    return madaf_rows_failed (rows) ? FALSE : madaf_shop_not_found (error, "basket", id);
  *version = madaf_rows_int (rows, 0);
  *created = madaf_rows_int (rows, 1);
  *updated = madaf_rows_int (rows, 2);
  return TRUE;
}

static void
request_clear (gpointer data)
{
  MadafLineRequest *request = data;

  g_free ((char *)request->variant_id);
  g_free ((char *)request->branch_id);
}

/* What is no longer sold is left out. */
static GArray *
read_requests (MadafTransaction *transaction, const char *id, GError **error)
{
  g_autoptr (GArray) requests = g_array_new (FALSE, TRUE, sizeof (MadafLineRequest));
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT l.variant_id, l.quantity, l.reach, l.branch_id FROM basket_line l"
               " JOIN variant v ON v.id = l.variant_id AND v.hidden = 0 WHERE l.basket_id = $1 ORDER BY l.position",
               TEXT (id));

  g_array_set_clear_func (requests, request_clear);
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafLineRequest request = { 0 };

      request.variant_id = madaf_rows_dup_text (rows, 0);
      request.quantity = madaf_rows_int (rows, 1);
      madaf_reach_from_string (madaf_rows_text (rows, 2), &request.reach);
      request.branch_id = madaf_rows_dup_text (rows, 3);
      g_array_append_val (requests, request);
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&requests);
}

MadafShopBasket *
madaf_basket_get (MadafTransaction *transaction, const char *id, gint64 now_us, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (GArray) requests = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 version = 0;
  gint64 created = 0;
  gint64 updated = 0;
  MadafShopBasket *basket;

  if (settings == NULL || !read_head (transaction, id, &version, &created, &updated, error))
    return NULL;
  requests = read_requests (transaction, id, error);
  if (requests == NULL)
    return NULL;
  lines = madaf_lines_price (transaction, (const MadafLineRequest *)(gpointer)requests->data, requests->len, settings,
                             now_us, NULL, error);
  if (lines == NULL)
    return NULL;
  basket = basket_new (id, version, lines, settings->currency);
  basket->created_us = created;
  basket->updated_us = updated;
  return basket;
}

MadafShopBasket *
madaf_basket_replace (MadafTransaction *transaction,
                      const char *id,
                      gint64 version,
                      const MadafLineRequest *requests,
                      gsize n_requests,
                      gint64 now_us,
                      MadafFaults *faults,
                      GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (GPtrArray) lines = NULL;
  gint64 present = 0;
  gint64 created = 0;
  gint64 updated = 0;
  MadafShopBasket *basket;

  if (settings == NULL || !read_head (transaction, id, &present, &created, &updated, error))
    return NULL;
  if (version >= 0 && version != present)
    {
      g_set_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_VERSION, "The basket %s has changed", id);
      return NULL;
    }
  lines = madaf_lines_price (transaction, requests, n_requests, settings, now_us, faults, error);
  if (lines == NULL
      || !RUN (transaction, error, "UPDATE basket SET version = version + 1, updated_us = $2 WHERE id = $1", TEXT (id),
               INT (now_us))
      || !write_lines (transaction, id, lines, error))
    return NULL;
  basket = basket_new (id, present + 1, lines, settings->currency);
  basket->created_us = created;
  basket->updated_us = now_us;
  return basket;
}

gboolean
madaf_basket_delete (MadafTransaction *transaction, const char *id, GError **error)
{
  gint64 changed = 0;

  if (!madaf_transaction_execute (transaction, "DELETE FROM basket WHERE id = $1", MADAF_VALUES (TEXT (id)), &changed,
                                  error))
    return FALSE;
  return changed > 0 || madaf_shop_not_found (error, "basket", id);
}

gboolean
madaf_basket_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM basket WHERE updated_us < $1", INT (now_us - KEPT_US));
}

void
madaf_shop_basket_free (MadafShopBasket *basket)
{
  g_free (basket->id);
  g_free (basket->currency);
  g_ptr_array_unref (basket->lines);
  g_free (basket);
}
