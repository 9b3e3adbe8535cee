/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/order-money.h"

#include "central/shop/private.h"

#define SOURCE "order"

/* What a step of a fulfilment does to what hangs on it. */
static const struct
{
  MadafLedgerKind step;
  const char *stake;
  MadafPurseMove move;
} followings[] = {
  { MADAF_LEDGER_RELEASE, "spend", MADAF_PURSE_RELEASE },
  { MADAF_LEDGER_HAND_OUT, "earn", MADAF_PURSE_EARN },
  { MADAF_LEDGER_TAKE_BACK, "spend", MADAF_PURSE_REFUND },
  { MADAF_LEDGER_TAKE_BACK, "earn", MADAF_PURSE_TAKE_BACK },
};

typedef struct
{
  gint64 purse;
  gint64 amount;
} Stake;

static GArray *
read_stakes (MadafTransaction *transaction, const char *fulfilment_id, const char *kind, GError **error)
{
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error, "SELECT purse, amount FROM order_stake WHERE fulfilment_id = $1 AND kind = $2 ORDER BY purse",
      TEXT (fulfilment_id), TEXT (kind));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      Stake stake = { madaf_rows_int (rows, 0), madaf_rows_int (rows, 1) };

      g_array_append_val (stakes, stake);
    }
  return rows == NULL || madaf_rows_failed (rows) ? NULL : g_steal_pointer (&stakes);
}

static gboolean
move_stakes (MadafTransaction *transaction,
             const char *order_id,
             const char *fulfilment_id,
             guint following,
             gint64 now_us,
             GError **error)
{
  MadafPurseMove move = followings[following].move;
  g_autoptr (GArray) stakes = read_stakes (transaction, fulfilment_id, followings[following].stake, error);

  for (guint i = 0; stakes != NULL && i < stakes->len; i++)
    {
      const Stake *stake = &g_array_index (stakes, Stake, i);
      g_autofree char *source_id = g_strdup_printf ("%s.%" G_GINT64_FORMAT ".%s", fulfilment_id, stake->purse,
                                                    madaf_purse_move_to_string (move));
      const MadafPurseEntry entry = { stake->purse, move, stake->amount, SOURCE, source_id, order_id };
      MadafPurseResult result;

      if (!madaf_purse_move (transaction, &entry, now_us, &result, error))
        return FALSE;
    }
  return stakes != NULL;
}

gboolean
madaf_order_money_follow (MadafTransaction *transaction,
                          const MadafShopOrder *order,
                          const char *fulfilment_id,
                          MadafLedgerKind step,
                          gint64 now_us,
                          GError **error)
{
  for (guint i = 0; order->has_money && i < G_N_ELEMENTS (followings); i++)
    if (followings[i].step == step && !move_stakes (transaction, order->id, fulfilment_id, i, now_us, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_all_cancelled (MadafTransaction *transaction, const char *order_id, gboolean *all, GError **error)
{
  gint64 standing = 0;

  if (!madaf_shop_read_int (transaction,
                            "SELECT count (*) FROM fulfilment WHERE order_id = $1 AND state <> 'cancelled'", order_id,
                            0, &standing, error))
    return FALSE;
  *all = standing == 0;
  return TRUE;
}

gboolean
madaf_order_money_release_coupons (MadafTransaction *transaction,
                                   const MadafShopOrder *order,
                                   gint64 now_us,
                                   GError **error)
{
  gboolean all;

  if (!order->has_money)
    return TRUE;
  if (!is_all_cancelled (transaction, order->id, &all, error))
    return FALSE;
  for (guint i = 0; all && i < order->steps->len; i++)
    {
      const MadafBillStep *step = g_ptr_array_index (order->steps, i);

      if (step->kind == MADAF_PRICE_STEP_COUPON
          && !madaf_coupon_release (transaction, step->reference, step->code, order->member_id, order->id, now_us,
                                    error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_steps (MadafTransaction *transaction, MadafShopOrder *order, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT kind, amount, reference, code, title, points FROM order_step WHERE order_id = $1"
               " ORDER BY number",
               TEXT (order->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      MadafBillStep *step = g_new0 (MadafBillStep, 1);

      madaf_price_step_kind_from_string (madaf_rows_text (rows, 0), &step->kind);
      step->amount = madaf_rows_int (rows, 1);
      step->reference = madaf_rows_dup_text (rows, 2);
      step->code = madaf_rows_dup_text (rows, 3);
      step->title = madaf_rows_dup_text (rows, 4);
      step->points = madaf_rows_int (rows, 5);
      g_ptr_array_add (order->steps, step);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
read_shares (MadafTransaction *transaction,
             MadafShopOrder *order,
             const MadafShopFulfilment *fulfilment,
             GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT position, step, amount FROM order_share WHERE fulfilment_id = $1",
               TEXT (fulfilment->id));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      guint position = (guint)madaf_rows_int (rows, 0);
      guint step = (guint)madaf_rows_int (rows, 1);
      MadafShopOrderLine *line;

      g_return_val_if_fail (position < fulfilment->lines->len && step < order->steps->len, FALSE);
      line = g_ptr_array_index (fulfilment->lines, position);
      if (line->shares == NULL)
        line->shares = g_new0 (gint64, order->steps->len);
      line->shares[step] = madaf_rows_int (rows, 2);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_order_money_read (MadafTransaction *transaction, MadafShopOrder *order, GError **error)
{
  if (!order->has_money)
    return TRUE;
  if (!read_steps (transaction, order, error))
    return FALSE;
  for (guint i = 0; order->steps->len > 0 && i < order->fulfilments->len; i++)
    if (!read_shares (transaction, order, g_ptr_array_index (order->fulfilments, i), error))
      return FALSE;
  return TRUE;
}
