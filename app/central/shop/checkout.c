/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/checkout.h"

#include "central/shop/private.h"
#include "central/shop/split.h"

void
madaf_checkout_free (MadafCheckout *checkout)
{
  g_ptr_array_unref (checkout->coupons);
  g_array_unref (checkout->gift_cards);
  g_clear_pointer (&checkout->bill, madaf_bill_free);
  g_free (checkout);
}

gboolean
madaf_tender_is_empty (const MadafTender *tender)
{
  return tender->member_id == NULL && tender->n_coupons == 0 && tender->points == 0 && tender->gift_cards == NULL
         && !tender->stored_value;
}

static gboolean
judge_coupons (MadafTransaction *transaction,
               MadafCheckout *self,
               const MadafTender *tender,
               const MadafCouponCase *about,
               GError **error)
{
  for (gsize i = 0; i < tender->n_coupons; i++)
    {
      MadafCoupon *coupon = madaf_coupon_judge (transaction, &tender->coupons[i], about, error);

      if (coupon == NULL)
        return FALSE;
      g_ptr_array_add (self->coupons, coupon);
    }
  madaf_coupon_combine (self->coupons);
  return TRUE;
}

static gboolean
find_cards (MadafTransaction *transaction, MadafCheckout *self, const MadafTender *tender, GError **error)
{
  for (int i = 0; tender->gift_cards != NULL && tender->gift_cards[i] != NULL; i++)
    {
      MadafGiftCard card = { 0 };

      if (!madaf_gift_card_find (transaction, tender->gift_cards[i], &card.purse, error))
        return FALSE;
      for (guint j = 0; j < self->gift_cards->len; j++)
        card.duplicate = card.duplicate
                         || (card.purse.number != 0
                             && g_array_index (self->gift_cards, MadafGiftCard, j).purse.number == card.purse.number);
      g_array_append_val (self->gift_cards, card);
    }
  return TRUE;
}

/* Percents before amounts, which is never dearer for the shopper than the other way round; then by id. */
static int
compare_coupons (gconstpointer a, gconstpointer b)
{
  const MadafCoupon *first = *(MadafCoupon *const *)a;
  const MadafCoupon *second = *(MadafCoupon *const *)b;

  if ((first->percent > 0) != (second->percent > 0))
    return first->percent > 0 ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

static void
take_coupons (MadafCheckout *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->coupons, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_coupons);
  for (guint i = 0; i < sorted->len; i++)
    {
      MadafCoupon *coupon = g_ptr_array_index (sorted, i);
      gint64 amount = coupon->amount;
      MadafBillStep *step;

      if (coupon->reason != MADAF_COUPON_GOOD)
        continue;
      if (coupon->percent > 0)
        amount = madaf_split_percent (madaf_bill_left (self->bill, coupon->counts), coupon->percent);
      step = madaf_bill_take_off (self->bill, MADAF_PRICE_STEP_COUPON, amount, coupon->counts);
      if (step == NULL)
        continue;
      coupon->taken = step->amount;
      step->reference = g_strdup (coupon->id);
      step->code = g_strdup (coupon->code);
      step->title = g_strdup (coupon->title);
    }
}

static void
take_points (MadafCheckout *self, gint64 wanted)
{
  MadafBillStep *step;

  if (self->rule.point_value <= 0)
    return;
  self->points_useful = MIN (self->points.balance, self->bill->total / self->rule.point_value);
  self->points_used = MIN (wanted, self->points_useful);
  step = madaf_bill_take_off (self->bill, MADAF_PRICE_STEP_POINTS, self->points_used * self->rule.point_value, NULL);
  if (step == NULL)
    return;
  step->points = self->points_used;
  step->purse = self->points.number;
}

static void
pay (MadafCheckout *self, gboolean stored_value)
{
  MadafBillStep *step;

  for (guint i = 0; i < self->gift_cards->len; i++)
    {
      MadafGiftCard *card = &g_array_index (self->gift_cards, MadafGiftCard, i);

      if (card->duplicate)
        continue;
      step = madaf_bill_pay (self->bill, MADAF_PRICE_STEP_GIFT_CARD, card->purse.balance);
      if (step == NULL)
        continue;
      card->paid = step->amount;
      step->reference = g_strdup (card->purse.last_four);
      step->purse = card->purse.number;
    }
  step = stored_value ? madaf_bill_pay (self->bill, MADAF_PRICE_STEP_STORED_VALUE, self->stored_value.balance) : NULL;
  if (step != NULL)
    step->purse = self->stored_value.number;
}

static gboolean
read_purses (MadafTransaction *transaction, MadafCheckout *self, const char *member_id, gint64 now_us, GError **error)
{
  return madaf_reward_rule_get (transaction, &self->rule, error)
         && (member_id == NULL
             || (madaf_purse_of_member (transaction, MADAF_PURSE_POINTS, member_id, FALSE, now_us, &self->points, error)
                 && madaf_purse_of_member (transaction, MADAF_PURSE_STORED_VALUE, member_id, FALSE, now_us,
                                           &self->stored_value, error)));
}

MadafCheckout *
madaf_checkout_new (MadafTransaction *transaction,
                    const MadafTender *tender,
                    const MadafCouponLine *lines,
                    gsize n_lines,
                    gint64 now_us,
                    GError **error)
{
  const MadafCouponCase about = { tender->member_id, lines, n_lines, now_us };
  g_autoptr (MadafCheckout) self = g_new0 (MadafCheckout, 1);
  g_autofree gint64 *totals = g_new0 (gint64, n_lines);

  self->coupons = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_coupon_free);
  self->gift_cards = g_array_new (FALSE, TRUE, sizeof (MadafGiftCard));
  for (gsize i = 0; i < n_lines; i++)
    totals[i] = lines[i].total;
  self->bill = madaf_bill_new (totals, n_lines);
  if (!judge_coupons (transaction, self, tender, &about, error) || !find_cards (transaction, self, tender, error)
      || !read_purses (transaction, self, tender->member_id, now_us, error))
    return NULL;
  take_coupons (self);
  take_points (self, tender->points);
  self->earns = tender->member_id != NULL && self->rule.earn_per > 0 ? self->bill->total / self->rule.earn_per : 0;
  pay (self, tender->stored_value);
  return g_steal_pointer (&self);
}
