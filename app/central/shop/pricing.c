/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/pricing.h"

#define WHOLE_BASIS_POINTS 10000

gint64
madaf_price_now (gint64 price, gint64 sale_price, gint64 sale_from_us, gint64 sale_until_us, gint64 now_us)
{
  gboolean on_sale = sale_price >= 0 && sale_price < price && (sale_from_us == 0 || now_us >= sale_from_us)
                     && (sale_until_us == 0 || now_us < sale_until_us);

  return on_sale ? sale_price : price;
}

gint64
madaf_price_tax_in (gint64 total, int vat_rate_basis_points)
{
  gint64 divisor = WHOLE_BASIS_POINTS + vat_rate_basis_points;
  /* In two parts, so that no total a shop can have overflows. */
  gint64 whole = total / divisor * vat_rate_basis_points;
  gint64 rest = total % divisor * vat_rate_basis_points;

  return whole + (rest + divisor / 2) / divisor;
}

gboolean
madaf_price_line (gint64 price,
                  gint64 sale_price,
                  gint64 sale_from_us,
                  gint64 sale_until_us,
                  gint64 now_us,
                  gint64 quantity,
                  int vat_rate_basis_points,
                  MadafLinePrice *result)
{
  gint64 unit = madaf_price_now (price, sale_price, sale_from_us, sale_until_us, now_us);
  gint64 total;

  if (price < 0 || quantity < 0 || __builtin_mul_overflow (unit, quantity, &total))
    return FALSE;
  *result = (MadafLinePrice){
    .unit = unit,
    .total = total,
    .tax = madaf_price_tax_in (total, vat_rate_basis_points),
    .n_steps = 1,
    .steps = { { MADAF_PRICE_STEP_SHELF, price } },
  };
  if (unit < price)
    result->steps[result->n_steps++] = (MadafPriceStep){ MADAF_PRICE_STEP_SALE, unit - price };
  return TRUE;
}

void
madaf_price_tell_branch (MadafLinePrice *price, gint64 elsewhere)
{
  gint64 difference = price->steps[0].amount - elsewhere;

  if (difference == 0)
    return;
  if (price->n_steps > 1)
    price->steps[2] = price->steps[1];
  price->steps[0].amount = elsewhere;
  price->steps[1] = (MadafPriceStep){ MADAF_PRICE_STEP_BRANCH, difference };
  price->n_steps++;
}

static const char *const kinds[] = {
  [MADAF_PRICE_STEP_SHELF] = "shelf",
  [MADAF_PRICE_STEP_BRANCH] = "branch_price",
  [MADAF_PRICE_STEP_SALE] = "sale",
  [MADAF_PRICE_STEP_COUPON] = "coupon",
  [MADAF_PRICE_STEP_POINTS] = "points",
  [MADAF_PRICE_STEP_GIFT_CARD] = "gift_card",
  [MADAF_PRICE_STEP_STORED_VALUE] = "stored_value",
};

const char *
madaf_price_step_kind_to_string (MadafPriceStepKind kind)
{
  return kinds[kind];
}

gboolean
madaf_price_step_kind_from_string (const char *text, MadafPriceStepKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i], text) == 0)
      {
        *kind = (MadafPriceStepKind)i;
        return TRUE;
      }
  return FALSE;
}
