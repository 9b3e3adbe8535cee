/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/encode.h"

/* Why a price is what it is, and what members and cards have. */

void
madaf_unit_steps_add (MadafUnitSteps *sums, const MadafLinePrice *price, gint64 quantity)
{
  for (int i = 0; i < price->n_steps; i++)
    sums->amounts[price->steps[i].kind] += price->steps[i].amount * quantity;
}

static void
encode_step (MadafJsonWriter *writer, MadafPriceStepKind kind, gint64 amount, const char *currency)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "kind", madaf_price_step_kind_to_string (kind));
  madaf_encode_money (writer, "amount", amount, currency);
}

static gboolean
takes_off (const MadafBillStep *step)
{
  return step->kind == MADAF_PRICE_STEP_COUPON || step->kind == MADAF_PRICE_STEP_POINTS;
}

/* @shares: (nullable) by step: of one line; its points are not told by line. */
static void
encode_bill_steps (MadafJsonWriter *writer, const GPtrArray *steps, const gint64 *shares, const char *currency)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const MadafBillStep *step = g_ptr_array_index (steps, i);

      if (!takes_off (step) || (shares != NULL && shares[i] == 0))
        continue;
      encode_step (writer, step->kind, -(shares != NULL ? shares[i] : step->amount), currency);
      if (step->kind == MADAF_PRICE_STEP_COUPON)
        madaf_encode_optional (writer, "coupon_id", step->reference);
      madaf_encode_optional_json (writer, "title", step->title);
      if (step->points > 0 && shares == NULL)
        madaf_json_writer_member_int (writer, "points", step->points);
      madaf_json_writer_end_object (writer);
    }
}

void
madaf_encode_steps (MadafJsonWriter *writer, const MadafUnitSteps *sums, const GPtrArray *steps, const char *currency)
{
  madaf_json_writer_member (writer, "steps");
  madaf_json_writer_begin_array (writer);
  for (int kind = 0; kind < MADAF_PRICE_STEP_COUPON; kind++)
    if (kind == MADAF_PRICE_STEP_SHELF || sums->amounts[kind] != 0)
      {
        encode_step (writer, (MadafPriceStepKind)kind, sums->amounts[kind], currency);
        madaf_json_writer_end_object (writer);
      }
  if (steps != NULL)
    encode_bill_steps (writer, steps, NULL, currency);
  madaf_json_writer_end_array (writer);
}

void
madaf_encode_line_steps (MadafJsonWriter *writer, const GPtrArray *steps, const gint64 *shares, const char *currency)
{
  if (shares == NULL)
    return;
  madaf_json_writer_member (writer, "steps");
  madaf_json_writer_begin_array (writer);
  encode_bill_steps (writer, steps, shares, currency);
  madaf_json_writer_end_array (writer);
}

void
madaf_encode_payments (MadafJsonWriter *writer, const GPtrArray *steps, gint64 due, const char *currency)
{
  madaf_json_writer_member (writer, "payments");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < steps->len; i++)
    {
      const MadafBillStep *step = g_ptr_array_index (steps, i);

      if (takes_off (step))
        continue;
      encode_step (writer, step->kind, step->amount, currency);
      madaf_encode_optional (writer, "last_four", step->reference);
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
  madaf_encode_money (writer, "due", due, currency);
}

static void
encode_terms (MadafJsonWriter *writer, gint64 minimum, gint64 from_us, gint64 until_us, const char *currency)
{
  if (minimum > 0)
    madaf_encode_money (writer, "minimum", minimum, currency);
  if (from_us > 0)
    madaf_encode_time (writer, "from", from_us);
  if (until_us > 0)
    madaf_encode_time (writer, "until", until_us);
}

void
madaf_encode_coupon (MadafJsonWriter *writer, gconstpointer item, gconstpointer currency)
{
  const MadafCoupon *coupon = item;

  madaf_json_writer_begin_object (writer);
  madaf_encode_optional (writer, "code", coupon->code);
  madaf_encode_optional (writer, "coupon_id", coupon->id);
  madaf_encode_optional_json (writer, "title", coupon->title);
  if (coupon->percent > 0)
    madaf_json_writer_member_int (writer, "percent", coupon->percent);
  if (coupon->amount > 0)
    madaf_encode_money (writer, "amount", coupon->amount, currency);
  encode_terms (writer, coupon->minimum, coupon->from_us, coupon->until_us, currency);
  if (coupon->reason != MADAF_COUPON_GOOD)
    madaf_json_writer_member_string (writer, "reason", madaf_coupon_reason_to_string (coupon->reason));
  else if (coupon->taken > 0)
    madaf_encode_money (writer, "taken", coupon->taken, currency);
  madaf_json_writer_end_object (writer);
}

static void
encode_refused_coupon (MadafJsonWriter *writer, gconstpointer item, gconstpointer currency)
{
  const MadafRefusedCoupon *coupon = item;

  madaf_json_writer_begin_object (writer);
  madaf_encode_optional (writer, "code", coupon->code);
  madaf_encode_optional (writer, "coupon_id", coupon->coupon_id);
  madaf_json_writer_member_string (writer, "reason", madaf_coupon_reason_to_string (coupon->reason));
  encode_terms (writer, coupon->minimum, coupon->from_us, coupon->until_us, currency);
  madaf_json_writer_end_object (writer);
}

void
madaf_encode_refused_coupons (MadafJsonWriter *writer, const GPtrArray *coupons, const char *currency)
{
  madaf_encode_list (writer, "coupons", coupons, encode_refused_coupon, currency);
}

static void
encode_cards (MadafJsonWriter *writer, const MadafCheckout *checkout, const char *currency)
{
  madaf_json_writer_member (writer, "gift_cards");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < checkout->gift_cards->len; i++)
    {
      const MadafGiftCard *card = &g_array_index (checkout->gift_cards, MadafGiftCard, i);

      madaf_json_writer_begin_object (writer);
      if (card->purse.number == 0)
        madaf_json_writer_member_string (writer, "reason", "unknown");
      else
        {
          madaf_json_writer_member_string (writer, "last_four", card->purse.last_four);
          madaf_encode_money (writer, "balance", card->purse.balance, currency);
          madaf_encode_money (writer, "paid", card->paid, currency);
          if (card->duplicate || card->purse.balance == 0)
            madaf_json_writer_member_string (writer, "reason", card->duplicate ? "duplicate" : "empty");
        }
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
}

void
madaf_encode_points (MadafJsonWriter *writer,
                     const MadafPurse *points,
                     const MadafRewardRule *rule,
                     const char *currency)
{
  if (rule->point_value == 0)
    return;
  madaf_json_writer_member (writer, "points");
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_int (writer, "balance", points->balance);
  madaf_encode_money (writer, "point_value", rule->point_value, currency);
  madaf_encode_money (writer, "earn_per", rule->earn_per, currency);
  madaf_json_writer_end_object (writer);
}

static void
encode_lines (MadafJsonWriter *writer, const MadafQuote *quote)
{
  const MadafBill *bill = quote->checkout->bill;
  g_autofree gint64 *shares = g_new0 (gint64, bill->steps->len + 1);

  madaf_json_writer_member (writer, "lines");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < quote->lines->len; i++)
    {
      gboolean any = FALSE;

      for (guint j = 0; j < bill->steps->len; j++)
        {
          const MadafBillStep *step = g_ptr_array_index (bill->steps, j);

          shares[j] = step->shares != NULL ? step->shares[i] : 0;
          any = any || shares[j] > 0;
        }
      madaf_encode_quoted_line (writer, g_ptr_array_index (quote->lines, i), bill->totals[i], bill->steps,
                                any ? shares : NULL, quote->currency);
    }
  madaf_json_writer_end_array (writer);
}

/* What is only a member's. */
static void
encode_member_part (MadafJsonWriter *writer, const MadafQuote *quote)
{
  const MadafCheckout *checkout = quote->checkout;

  if (quote->waiting == NULL)
    return;
  madaf_encode_points (writer, &checkout->points, &checkout->rule, quote->currency);
  madaf_json_writer_member_int (writer, "points_useful", checkout->points_useful);
  madaf_json_writer_member_int (writer, "points_used", checkout->points_used);
  madaf_json_writer_member_int (writer, "earns", checkout->earns);
  madaf_encode_money (writer, "stored_value", checkout->stored_value.balance, quote->currency);
  madaf_encode_list (writer, "waiting", quote->waiting, madaf_encode_coupon, quote->currency);
}

void
madaf_encode_quote (MadafJsonWriter *writer, const MadafQuote *quote)
{
  const MadafBill *bill = quote->checkout->bill;
  MadafUnitSteps sums = { 0 };

  for (guint i = 0; i < quote->lines->len; i++)
    {
      const MadafPricedLine *line = g_ptr_array_index (quote->lines, i);

      madaf_unit_steps_add (&sums, &line->price, line->quantity);
    }
  madaf_json_writer_begin_object (writer);
  encode_lines (writer, quote);
  madaf_encode_steps (writer, &sums, bill->steps, quote->currency);
  madaf_encode_money (writer, "total", bill->total, quote->currency);
  madaf_encode_money (writer, "vat", quote->tax, quote->currency);
  madaf_encode_payments (writer, bill->steps, bill->due, quote->currency);
  madaf_encode_list (writer, "coupons", quote->checkout->coupons, madaf_encode_coupon, quote->currency);
  encode_cards (writer, quote->checkout, quote->currency);
  encode_member_part (writer, quote);
  madaf_json_writer_end_object (writer);
}
