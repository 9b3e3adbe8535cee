/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/money.h"
#include "model/text.h"

G_BEGIN_DECLS

/* Why a coupon does not count. */
typedef enum
{
  MADAF_COUPON_COUNTS,
  MADAF_COUPON_UNKNOWN,
  MADAF_COUPON_ENDED,
  MADAF_COUPON_NOT_YET,
  MADAF_COUPON_MINIMUM, /* what it is for costs too little */
  MADAF_COUPON_USED_UP,
  MADAF_COUPON_NOT_FOR_THESE,
  MADAF_COUPON_NOT_COMBINABLE,
  MADAF_COUPON_MEMBERS_ONLY,
} MadafCouponFault;

#define MADAF_TYPE_COUPON_FAULT (madaf_coupon_fault_get_type ())
GType madaf_coupon_fault_get_type (void) G_GNUC_CONST;

/**
 * MadafCouponInfo:
 *
 * A coupon as the central tells of it. Immutable once made. Of money that was not told the currency is empty
 * (madaf_money_is_told ()).
 */
typedef struct
{
  char *code;       /* (owned) (nullable): as it was typed or scanned */
  char *coupon_id;  /* (owned) (nullable) */
  MadafText *title; /* (owned) (nullable) */
  int percent;      /* hundredths of a percent; 0: it takes off an amount */
  MadafMoney amount;
  MadafMoney minimum; /* of what it is for */
  gint64 from_us;     /* 0: always */
  gint64 until_us;    /* 0: always */
  MadafCouponFault fault;
  MadafMoney taken; /* what it takes off */
} MadafCouponInfo;

void madaf_coupon_info_free (MadafCouponInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCouponInfo, madaf_coupon_info_free)

/* Whether there is a currency in it at all. */
gboolean madaf_money_is_told (const MadafMoney *money);

G_END_DECLS
