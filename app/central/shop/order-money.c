/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/order-money.h"

#include "central/shop/error.h"
#include "central/shop/private.h"
#include "central/shop/split.h"

#define SOURCE "order"

static gboolean
refuse (GError **error, MadafShopError code, const char *message)
{
  g_set_error_literal (error, MADAF_SHOP_ERROR, code, message);
  return FALSE;
}

static gboolean
check_cards (const MadafCheckout *checkout, MadafRefusal *refusal, GError **error)
{
  for (guint i = 0; i < checkout->gift_cards->len; i++)
    {
      const MadafGiftCard *card = &g_array_index (checkout->gift_cards, MadafGiftCard, i);

      if (card->purse.number == 0)
        refusal->wrong_cards++;
      if (card->purse.number == 0 || card->duplicate)
        madaf_faults_add (&refusal->faults, card->duplicate ? "duplicate" : "unknown_id", "/gift_cards/%u", i);
    }
  if (madaf_faults_any (&refusal->faults))
    return madaf_faults_set_error (&refusal->faults, error);
  for (guint i = 0; i < checkout->gift_cards->len; i++)
    {
      const MadafGiftCard *card = &g_array_index (checkout->gift_cards, MadafGiftCard, i);

      if (card->purse.balance > 0)
        continue;
      g_strlcpy (refusal->card_last_four, card->purse.last_four, sizeof refusal->card_last_four);
      return refuse (error, MADAF_SHOP_ERROR_GIFT_CARD_EMPTY, "The gift card is empty");
    }
  return TRUE;
}

gboolean
madaf_order_money_check (const MadafCheckout *checkout,
                         const MadafTender *tender,
                         MadafRefusal *refusal,
                         GError **error)
{
  for (guint i = 0; i < checkout->coupons->len; i++)
    {
      const MadafCoupon *coupon = g_ptr_array_index (checkout->coupons, i);

      if (coupon->reason == MADAF_COUPON_GOOD)
        continue;
      if (refusal->coupons == NULL)
        refusal->coupons = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_refused_coupon_free);
      g_ptr_array_add (refusal->coupons, madaf_refused_coupon_new (coupon));
    }
  if (refusal->coupons != NULL)
    return refuse (error, MADAF_SHOP_ERROR_COUPON, "A coupon does not count here");
  refusal->points_balance = checkout->points.balance;
  if (tender->points > checkout->points.balance)
    return refuse (error, MADAF_SHOP_ERROR_NOT_ENOUGH_POINTS, "There are not that many points");
  return check_cards (checkout, refusal, error);
}

/* The guards below hold whatever was read before; a step that fails them is refused like one that was looked at. */
static gboolean
take_coupon (MadafTransaction *transaction, const MadafOrderMoney *money, const MadafBillStep *step, GError **error)
{
  gboolean taken;

  if (!madaf_coupon_redeem (transaction, step->reference, step->code, money->member_id, money->order_id, money->now_us,
                            &taken, error))
    return FALSE;
  return taken || refuse (error, MADAF_SHOP_ERROR_COUPON, "The coupon is used up");
}

static gint64
spent (const MadafBillStep *step)
{
  return step->kind == MADAF_PRICE_STEP_POINTS ? step->points : step->amount;
}

static gboolean
spend (MadafTransaction *transaction,
       const MadafOrderMoney *money,
       const MadafBillStep *step,
       guint number,
       GError **error)
{
  g_autofree char *source_id = g_strdup_printf ("%s.%u.spend", money->order_id, number);
  const MadafPurseEntry entry = { step->purse, MADAF_PURSE_SPEND, spent (step), SOURCE, source_id, money->order_id };
  MadafPurseResult result;

  if (!madaf_purse_move (transaction, &entry, money->now_us, &result, error))
    return FALSE;
  return result == MADAF_PURSE_APPLIED
         || refuse (error, MADAF_SHOP_ERROR_NOT_ENOUGH_POINTS, "There is not that much left");
}

static gboolean
write_shares (MadafTransaction *transaction,
              const MadafOrderMoney *money,
              const MadafBillStep *step,
              guint number,
              GError **error)
{
  for (guint i = 0; step->shares != NULL && i < money->takes->len; i++)
    if (step->shares[i] > 0
        && !RUN (transaction, error,
                 "INSERT INTO order_share (fulfilment_id, position, step, amount) VALUES ($1, $2, $3, $4)",
                 TEXT (g_ptr_array_index (money->fulfilment_ids, money->owners[i])), INT (money->positions[i]),
                 INT (number), INT (step->shares[i])))
      return FALSE;
  return TRUE;
}

static gboolean
write_stakes (MadafTransaction *transaction,
              const MadafOrderMoney *money,
              const char *kind,
              gint64 purse,
              const gint64 *amounts,
              GError **error)
{
  for (guint i = 0; i < money->fulfilment_ids->len; i++)
    if (amounts[i] > 0
        && !RUN (transaction, error,
                 "INSERT INTO order_stake (fulfilment_id, kind, purse, amount) VALUES ($1, $2, $3, $4)",
                 TEXT (g_ptr_array_index (money->fulfilment_ids, i)), TEXT (kind), INT (purse), INT (amounts[i])))
      return FALSE;
  return TRUE;
}

/* Sums of @by_take by fulfilment. */
static gint64 *
by_fulfilment (const MadafOrderMoney *money, const gint64 *by_take)
{
  gint64 *sums = g_new0 (gint64, money->fulfilment_ids->len);

  for (guint i = 0; i < money->takes->len; i++)
    sums[money->owners[i]] += by_take[i];
  return sums;
}

/* Points go back with what they took off; what paid goes back with what is @left to pay of each fulfilment, which it
 * makes less. */
static gboolean
stake_step (MadafTransaction *transaction,
            const MadafOrderMoney *money,
            const MadafBillStep *step,
            gint64 *left,
            GError **error)
{
  guint n = money->fulfilment_ids->len;
  g_autofree gint64 *weights = step->shares != NULL ? by_fulfilment (money, step->shares) : NULL;
  g_autofree gint64 *amounts = g_new0 (gint64, n);

  madaf_split (spent (step), weights != NULL ? weights : left, n, amounts);
  for (guint i = 0; weights == NULL && i < n; i++)
    left[i] -= amounts[i];
  return write_stakes (transaction, money, "spend", step->purse, amounts, error);
}

static gboolean
write_step (MadafTransaction *transaction,
            const MadafOrderMoney *money,
            const MadafBillStep *step,
            guint number,
            GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO order_step (order_id, number, kind, amount, reference, code, title, points)"
              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
              TEXT (money->order_id), INT (number), TEXT (madaf_price_step_kind_to_string (step->kind)),
              INT (step->amount), TEXT (step->reference), TEXT (step->code), TEXT (step->title), INT (step->points))
         && write_shares (transaction, money, step, number, error);
}

/* What is handed over earns its part of the points. */
static gboolean
stake_earnings (MadafTransaction *transaction, const MadafOrderMoney *money, const gint64 *totals, GError **error)
{
  g_autofree gint64 *amounts = g_new0 (gint64, money->fulfilment_ids->len);
  MadafPurse purse;

  if (money->checkout->earns == 0)
    return TRUE;
  madaf_split (money->checkout->earns, totals, money->fulfilment_ids->len, amounts);
  return madaf_purse_of_member (transaction, MADAF_PURSE_POINTS, money->member_id, TRUE, money->now_us, &purse, error)
         && write_stakes (transaction, money, "earn", purse.number, amounts, error);
}

gboolean
madaf_order_money_write (MadafTransaction *transaction, const MadafOrderMoney *money, GError **error)
{
  const MadafBill *bill = money->checkout->bill;
  g_autofree gint64 *left = by_fulfilment (money, bill->totals);

  if (!RUN (transaction, error, "INSERT INTO order_money (order_id, member_id, due, earns) VALUES ($1, $2, $3, $4)",
            TEXT (money->order_id), TEXT (money->member_id), INT (bill->due), INT (money->checkout->earns))
      || !stake_earnings (transaction, money, left, error))
    return FALSE;
  for (guint i = 0; i < bill->steps->len; i++)
    {
      const MadafBillStep *step = g_ptr_array_index (bill->steps, i);

      if (!write_step (transaction, money, step, i, error))
        return FALSE;
      if (step->kind == MADAF_PRICE_STEP_COUPON
              ? !take_coupon (transaction, money, step, error)
              : !spend (transaction, money, step, i, error) || !stake_step (transaction, money, step, left, error))
        return FALSE;
    }
  return TRUE;
}
