/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MADAF_PRICE_STEP_SHELF,
  MADAF_PRICE_STEP_BRANCH, /* the branch has a price of its own */
  MADAF_PRICE_STEP_SALE,
  MADAF_PRICE_STEP_COUPON,
  MADAF_PRICE_STEP_POINTS,
  MADAF_PRICE_STEP_GIFT_CARD,    /* this and the next pay a price, and change none */
  MADAF_PRICE_STEP_STORED_VALUE, /* (keep last) */
} MadafPriceStepKind;

/* One step of "why this price", for one piece; the steps add up to the unit price, so a sale is negative. */
typedef struct
{
  MadafPriceStepKind kind;
  gint64 amount;
} MadafPriceStep;

#define MADAF_PRICE_MAX_STEPS 3

typedef struct
{
  gint64 unit; /* to pay for one */
  gint64 total;
  gint64 tax; /* the VAT that total contains */
  int n_steps;
  MadafPriceStep steps[MADAF_PRICE_MAX_STEPS];
} MadafLinePrice;

/* What a variant costs now. @sale_price -1 for none; a sale that is no lower than the shelf price is no sale. FALSE
 * when the sum does not fit (quantity or price from another world). */
gboolean madaf_price_line (gint64 price,
                           gint64 sale_price,
                           gint64 sale_from_us,
                           gint64 sale_until_us,
                           gint64 now_us,
                           gint64 quantity,
                           int vat_rate_basis_points,
                           MadafLinePrice *result);

gint64 madaf_price_now (gint64 price, gint64 sale_price, gint64 sale_from_us, gint64 sale_until_us, gint64 now_us);

/* Tells that @price->steps[0] is what it costs here, and @elsewhere what it costs everywhere else. */
void madaf_price_tell_branch (MadafLinePrice *price, gint64 elsewhere);

/* The VAT in a price that includes it, rounded half up. */
gint64 madaf_price_tax_in (gint64 total, int vat_rate_basis_points);

const char *madaf_price_step_kind_to_string (MadafPriceStepKind kind);
gboolean madaf_price_step_kind_from_string (const char *text, MadafPriceStepKind *kind);

G_END_DECLS
