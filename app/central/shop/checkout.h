/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/bill.h"
#include "central/shop/coupon.h"
#include "central/shop/purse.h"
#include "central/shop/reward.h"

G_BEGIN_DECLS

/* What lines come to with the coupons, points and cards a shopper puts down. It only looks: the same for somebody who
 * asks what it would cost and for an order about to be placed, which then takes what the bill says. */

#define MADAF_GIFT_CARD_MAX_ON_ORDER 5

/* What is put down. Borrowed; all zero is nothing. */
typedef struct
{
  const char *member_id; /* (nullable) whose order it is */
  const MadafCouponRequest *coupons;
  gsize n_coupons;
  gint64 points;           /* as many as are needed of these */
  const char **gift_cards; /* (nullable) codes, NULL-ended */
  gboolean stored_value;   /* as much of it as is needed */
} MadafTender;

typedef struct
{
  MadafPurse purse;   /* number 0: unknown */
  gboolean duplicate; /* the same as one before */
  gint64 paid;
} MadafGiftCard;

typedef struct
{
  GPtrArray *coupons; /* (element-type MadafCoupon) as asked for */
  GArray *gift_cards; /* (element-type MadafGiftCard) as asked for */
  MadafRewardRule rule;
  MadafPurse points;
  MadafPurse stored_value;
  gint64 points_used;
  gint64 points_useful; /* the most that could be used here */
  gint64 earns;         /* points, once it is handed over; 0 for nobody's order */
  MadafBill *bill;
} MadafCheckout;

/* Steps come in one order whatever was asked first: coupons by percent, coupons by amount, points; then gift cards as
 * asked, stored value. NULL on an error of the store. */
MadafCheckout *madaf_checkout_new (MadafTransaction *transaction,
                                   const MadafTender *tender,
                                   const MadafCouponLine *lines,
                                   gsize n_lines,
                                   gint64 now_us,
                                   GError **error);

gboolean madaf_tender_is_empty (const MadafTender *tender);

void madaf_checkout_free (MadafCheckout *checkout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCheckout, madaf_checkout_free)

G_END_DECLS
