/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/basket.h"

#include "central/shop/basket-lines.h"
#include "central/shop/branch.h"
#include "central/shop/error.h"
#include "central/shop/lines.h"
#include "central/shop/private.h"

#define KEPT_US (30 * G_TIME_SPAN_DAY)

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
      || !madaf_basket_lines_put (transaction, id, lines, error))
    return NULL;
  basket = madaf_basket_lines_new_basket (id, 1, lines, settings->currency);
  basket->created_us = now_us;
  basket->updated_us = now_us;
  return basket;
}

static gboolean
read_head (
    MadafTransaction *transaction, const char *id, gint64 *version, gint64 *created, gint64 *updated, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT version, created_us, updated_us FROM basket WHERE id = $1 AND member_id IS NULL", TEXT (id));

  if (rows == NULL)
    return FALSE;
  if (!madaf_rows_next (rows, error))
    return madaf_rows_failed (rows) ? FALSE : madaf_shop_not_found (error, "basket", id);
  *version = madaf_rows_int (rows, 0);
  *created = madaf_rows_int (rows, 1);
  *updated = madaf_rows_int (rows, 2);
  return TRUE;
}

MadafShopBasket *
madaf_basket_get (MadafTransaction *transaction, const char *id, gint64 now_us, GError **error)
{
  gint64 version = 0;
  gint64 created = 0;
  gint64 updated = 0;
  MadafShopBasket *basket;

  if (!read_head (transaction, id, &version, &created, &updated, error))
    return NULL;
  basket = madaf_basket_lines_get_basket (transaction, id, version, now_us, error);
  if (basket == NULL)
    return NULL;
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
      || !madaf_basket_lines_put (transaction, id, lines, error))
    return NULL;
  basket = madaf_basket_lines_new_basket (id, present + 1, lines, settings->currency);
  basket->created_us = created;
  basket->updated_us = now_us;
  return basket;
}

gboolean
madaf_basket_delete (MadafTransaction *transaction, const char *id, GError **error)
{
  gint64 changed = 0;

  if (!madaf_transaction_execute (transaction, "DELETE FROM basket WHERE id = $1 AND member_id IS NULL",
                                  MADAF_VALUES (TEXT (id)), &changed, error))
    return FALSE;
  return changed > 0 || madaf_shop_not_found (error, "basket", id);
}

gboolean
madaf_basket_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM basket WHERE updated_us < $1 AND member_id IS NULL",
              INT (now_us - KEPT_US));
}

void
madaf_shop_basket_free (MadafShopBasket *basket)
{
  g_free (basket->id);
  g_free (basket->currency);
  g_ptr_array_unref (basket->lines);
  g_ptr_array_unref (basket->gone);
  g_free (basket);
}
