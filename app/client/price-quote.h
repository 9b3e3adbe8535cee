/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/coupon-info.h"
#include "model/price.h"

G_BEGIN_DECLS

/* A step on the way to a total. */
typedef struct
{
  MadafPriceStepKind kind;
  MadafMoney amount; /* what it adds; negative for a reduction */
  char *coupon_id;   /* (owned) (nullable): of a coupon */
  MadafText *title;  /* (owned) (nullable): of a coupon */
  gint64 points;     /* how many that were; 0: not said */
} MadafTotalStep;

void madaf_total_step_free (MadafTotalStep *step);

/* What pays a part of a total. */
typedef struct
{
  char *last_four; /* (owned) (nullable): of a gift card; NULL: stored value */
  MadafMoney amount;
} MadafPaidPart;

void madaf_paid_part_free (MadafPaidPart *part);

/* One of the lines asked about. */
typedef struct
{
  MadafText *title; /* (owned) */
  int quantity;
  MadafPrice *unit_price; /* (owned) */
  GPtrArray *steps;       /* (owned) (element-type MadafTotalStep): coupons and points, as far as this line has them */
  MadafMoney total;
} MadafQuotedLine;

typedef enum
{
  MADAF_GIFT_CARD_COUNTS,
  MADAF_GIFT_CARD_UNKNOWN,
  MADAF_GIFT_CARD_EMPTY,
  MADAF_GIFT_CARD_DUPLICATE, /* it was put down before */
} MadafGiftCardFault;

#define MADAF_TYPE_GIFT_CARD_FAULT (madaf_gift_card_fault_get_type ())
GType madaf_gift_card_fault_get_type (void) G_GNUC_CONST;

/* A gift card that was put down. */
typedef struct
{
  char *last_four;    /* (owned) (nullable) */
  MadafMoney balance; /* before */
  MadafMoney paid;    /* what it pays here */
  MadafGiftCardFault fault;
} MadafCardInfo;

void madaf_card_info_free (MadafCardInfo *info);

/* A member's points. */
typedef struct
{
  gboolean exist;         /* FALSE for a guest, and in a shop without points */
  gint64 balance;         /* how many there are */
  MadafMoney point_value; /* what one takes off */
  MadafMoney earn_per;    /* what earns one */
} MadafPointsInfo;

/**
 * MadafPriceQuote:
 *
 * What lines cost now, with what was put down, and why, step by step (Quote of the contract). Immutable, counted, its
 * fields are read as they are. Of money that was not told the currency is empty.
 */
typedef struct
{
  GPtrArray *lines; /* (owned) (element-type MadafQuotedLine): in the order in which they were asked */
  GPtrArray *steps; /* (owned) (element-type MadafTotalStep): they add up to the total */
  MadafMoney total;
  MadafMoney vat;
  GPtrArray *payments; /* (owned) (element-type MadafPaidPart) */
  MadafMoney due;      /* the total without the payments */
  GPtrArray *coupons;  /* (owned) (element-type MadafCouponInfo): those asked for, in that order */
  GPtrArray *cards;    /* (owned) (element-type MadafCardInfo): those asked for, in that order */
  MadafPointsInfo points;
  gint64 points_useful; /* the most of them that could be used */
  gint64 points_used;
  gint64 earns;            /* the points it will earn */
  MadafMoney stored_value; /* what there is of it; a member's only */
  GPtrArray *waiting;      /* (owned) (element-type MadafCouponInfo): in the member's profile, judged on these lines */
} MadafPriceQuote;

/* For the decoder, which fills it. (transfer full) */
MadafPriceQuote *madaf_price_quote_new (void);
MadafPriceQuote *madaf_price_quote_ref (MadafPriceQuote *quote);
void madaf_price_quote_unref (MadafPriceQuote *quote);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPriceQuote, madaf_price_quote_unref)

void madaf_quoted_line_free (MadafQuotedLine *line);

G_END_DECLS
