/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/pricing.h"

G_BEGIN_DECLS

/* What lines come to after everything that takes off their price (coupons, points) and everything that pays (gift
 * cards, stored value), step by step. It knows no database: whoever adds a step has looked whether it may be. Never
 * negative, and exact: the shares of a step add up to it. */

typedef struct
{
  MadafPriceStepKind kind; /* COUPON, POINTS, GIFT_CARD, STORED_VALUE */
  gint64 amount;           /* > 0: what it takes off, or pays */
  char *reference;         /* (owned) (nullable) the coupon's id; the last four of a gift card */
  char *code;              /* (owned) (nullable) with which the coupon came */
  char *title;             /* (owned) (nullable) JSON text of the coupon */
  gint64 points;           /* how many points that were */
  gint64 purse;            /* which pays, 0 for a coupon */
  gint64 *shares;          /* (owned) (nullable) by line; NULL for what pays */
} MadafBillStep;

typedef struct
{
  gsize n_lines;
  gint64 *totals;   /* by line, what is left of its price */
  gint64 total;     /* of all of them */
  gint64 due;       /* of the total, what is not paid yet */
  GPtrArray *steps; /* (element-type MadafBillStep) in the order they were taken */
} MadafBill;

/* @totals: what the lines come to with nothing taken off. */
MadafBill *madaf_bill_new (const gint64 *totals, gsize n_lines);

/* What is left of the lines that @counts (nullable: all). */
gint64 madaf_bill_left (const MadafBill *bill, const gboolean *counts);

/* Takes at most @amount off the lines that @counts, by what is left of them. (transfer none): the step, to be
 * described; NULL when there was nothing to take off. Only before anything pays. */
MadafBillStep *madaf_bill_take_off (MadafBill *bill, MadafPriceStepKind kind, gint64 amount, const gboolean *counts);

/* Pays at most @amount of what is due. (transfer none): the step; NULL when nothing was to pay, or nothing to pay with.
 */
MadafBillStep *madaf_bill_pay (MadafBill *bill, MadafPriceStepKind kind, gint64 amount);

void madaf_bill_step_free (MadafBillStep *step);
void madaf_bill_free (MadafBill *bill);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafBill, madaf_bill_free)

G_END_DECLS
