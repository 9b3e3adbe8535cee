/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/allocate.h"
#include "central/shop/checkout.h"
#include "central/shop/ledger.h"
#include "central/shop/order.h"

G_BEGIN_DECLS

/* What an order does to purses and coupons, in the transaction of the order itself. An order that is nobody's, with
 * nothing put down, has none of it and costs nothing here. */

typedef struct
{
  const char *order_id;
  const char *member_id; /* (nullable) */
  const MadafCheckout *checkout;
  GPtrArray *takes;          /* (element-type MadafTake) the lines of the bill */
  const guint *positions;    /* by take, within its fulfilment */
  const guint *owners;       /* by take, which of the fulfilments */
  GPtrArray *fulfilment_ids; /* (element-type utf8) */
  gint64 now_us;
} MadafOrderMoney;

/* Refuses what the order cannot have of what was put down; @tender is what was asked, with its faults below
 * "/gift_cards". */
gboolean madaf_order_money_check (const MadafCheckout *checkout,
                                  const MadafTender *tender,
                                  MadafRefusal *refusal,
                                  GError **error);

/* Takes it all and writes it down. */
gboolean madaf_order_money_write (MadafTransaction *transaction, const MadafOrderMoney *money, GError **error);

/* What follows from a step of a fulfilment: @step is what stock does. */
gboolean madaf_order_money_follow (MadafTransaction *transaction,
                                   const MadafShopOrder *order,
                                   const char *fulfilment_id,
                                   MadafLedgerKind step,
                                   gint64 now_us,
                                   GError **error);

/* Gives the coupons of an order back of which every fulfilment was cancelled. */
gboolean madaf_order_money_release_coupons (MadafTransaction *transaction,
                                            const MadafShopOrder *order,
                                            gint64 now_us,
                                            GError **error);

/* Fills the steps of @order and the shares of its lines. */
gboolean madaf_order_money_read (MadafTransaction *transaction, MadafShopOrder *order, GError **error);

G_END_DECLS
