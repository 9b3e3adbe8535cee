/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* Coupons are data: so much or so many percent off what they are for, under conditions. */

#define MADAF_COUPON_MAX_ON_ORDER 5
#define MADAF_COUPON_CODE_MAX     40

typedef enum
{
  MADAF_COUPON_GOOD,
  MADAF_COUPON_UNKNOWN, /* no such code; or not waiting for this member */
  MADAF_COUPON_ENDED,
  MADAF_COUPON_NOT_YET,
  MADAF_COUPON_MINIMUM,        /* too little of what it is for */
  MADAF_COUPON_USED_UP,        /* the code, the member's share, or all there were */
  MADAF_COUPON_NOT_FOR_THESE,  /* nothing here that it is for */
  MADAF_COUPON_NOT_COMBINABLE, /* not beside another; or the same twice */
  MADAF_COUPON_MEMBERS_ONLY,   /* sign in first */
} MadafCouponReason;

/* How one is asked for: by a code, typed or scanned, or by the id under which it waits in the member's profile. */
typedef struct
{
  const char *code;
  const char *coupon_id;
} MadafCouponRequest;

typedef struct
{
  char *id;    /* (nullable) NULL when UNKNOWN */
  char *code;  /* (nullable) as it is kept, or as it was typed when UNKNOWN */
  char *title; /* (nullable) JSON text */
  int percent; /* basis points; or */
  gint64 amount;
  gint64 minimum;  /* of what it is for */
  gint64 from_us;  /* 0: always */
  gint64 until_us; /* 0: for ever */
  gint64 per_member;
  gint64 total_limit;
  gboolean stackable;
  gboolean members_only;
  MadafCouponReason reason;
  gboolean *counts; /* (owned) (nullable) by line: what it is for; NULL is all */
  gint64 taken;     /* what it took off in the end */
} MadafCoupon;

/* What a coupon may meet. Borrowed. */
typedef struct
{
  const char *product_id;
  gint64 total;
} MadafCouponLine;

/* What a coupon is looked at with. Borrowed. */
typedef struct
{
  const char *member_id; /* (nullable) */
  const MadafCouponLine *lines;
  gsize n_lines;
  gint64 now_us;
} MadafCouponCase;

/* Finds it and says whether it counts here, alone. (transfer full), NULL on an error of the store. */
MadafCoupon *madaf_coupon_judge (MadafTransaction *transaction,
                                 const MadafCouponRequest *request,
                                 const MadafCouponCase *about,
                                 GError **error);

/* Refuses those that cannot be beside each other: the same twice, and what is not stackable beside anything. */
void madaf_coupon_combine (GPtrArray *coupons);

/* (element-type MadafCoupon): those that wait for the member, judged, the soonest to end first. */
GPtrArray *madaf_coupon_list_waiting (MadafTransaction *transaction, const MadafCouponCase *about, GError **error);

/* Takes one use for an order, or gives it back, once for each (order, coupon). *@taken FALSE: used up. */
gboolean madaf_coupon_redeem (MadafTransaction *transaction,
                              const char *coupon_id,
                              const char *code,
                              const char *member_id,
                              const char *order_id,
                              gint64 now_us,
                              gboolean *taken,
                              GError **error);
gboolean madaf_coupon_release (MadafTransaction *transaction,
                               const char *coupon_id,
                               const char *code,
                               const char *member_id,
                               const char *order_id,
                               gint64 now_us,
                               GError **error);

/* What the retailer says of one. Borrowed. */
typedef struct
{
  MadafCoupon coupon;      /* id, title and the conditions */
  const char **codes;      /* (nullable) NULL-ended; added to those there are */
  gint64 uses_of_code;     /* of each code; 0: no limit of its own */
  const char **products;   /* (nullable) */
  const char **categories; /* (nullable) with all below them */
  const char **member_ids; /* (nullable) in whose profile it waits, beside those where it does already */
} MadafCouponDraft;

/* Adds it, or changes its conditions; what was used stays used. *@code_taken: (transfer none) (nullable) a code that is
 * another coupon's, or can be none; then nothing may be kept. */
gboolean madaf_coupon_put (MadafTransaction *transaction,
                           const MadafCouponDraft *draft,
                           const char **code_taken,
                           GError **error);

/* As codes are kept: without spaces at the ends, in capitals. (transfer full) (nullable): NULL for nothing or too much.
 */
char *madaf_coupon_code_normalise (const char *typed);

const char *madaf_coupon_reason_to_string (MadafCouponReason reason);

void madaf_coupon_free (MadafCoupon *coupon);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCoupon, madaf_coupon_free)

G_END_DECLS
