/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/coupon-info.h"

/* The words of the contract; the first is of none of it. */
G_DEFINE_ENUM_TYPE (MadafCouponFault,
                    madaf_coupon_fault,
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_COUNTS, ""),
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_ENDED, "ended"),
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_NOT_YET, "not_yet"),
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_MINIMUM, "minimum"),
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_USED_UP, "used_up"),
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_NOT_FOR_THESE, "not_for_these"),
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_NOT_COMBINABLE, "not_combinable"),
                    G_DEFINE_ENUM_VALUE (MADAF_COUPON_MEMBERS_ONLY, "members_only"))

void
madaf_coupon_info_free (MadafCouponInfo *info)
{
  g_free (info->code);
  g_free (info->coupon_id);
  g_clear_pointer (&info->title, madaf_text_unref);
  g_free (info);
}

gboolean
madaf_money_is_told (const MadafMoney *money)
{
  return money->currency[0] != '\0';
}
