/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/money.h"
#include "model/words.h"

G_BEGIN_DECLS

/**
 * MadafPrice:
 *
 * A price and the steps that led to it, as the central computed them: immutable, counted (thread-safe), a boxed type.
 */
typedef struct _MadafPrice MadafPrice;

typedef struct
{
  MadafPriceStepKind kind;
  MadafMoney amount; /* what this step adds; negative for a reduction */
} MadafPriceStep;

#define MADAF_TYPE_PRICE (madaf_price_get_type ())

GType madaf_price_get_type (void) G_GNUC_CONST;
MadafPrice *madaf_price_ref (MadafPrice *price);
void madaf_price_unref (MadafPrice *price);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPrice, madaf_price_unref)

/* Copies everything. @steps may be NULL when @n_steps is 0. */
MadafPrice *madaf_price_new (const MadafMoney *amount, const MadafPriceStep *steps, guint n_steps);

const MadafMoney *madaf_price_get_amount (MadafPrice *price);
const MadafPriceStep *madaf_price_get_steps (MadafPrice *price, guint *n_steps);

/* What it would cost without reductions: the shelf step, or the price itself when there is none. */
const MadafMoney *madaf_price_get_shelf (MadafPrice *price);

/* Whether the price is below the shelf price. */
gboolean madaf_price_is_reduced (MadafPrice *price);

G_END_DECLS
