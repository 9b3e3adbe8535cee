/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/text.h"

G_BEGIN_DECLS

/* Flags. */
typedef enum
{
  MADAF_SIGN_IN_WAY_PHONE_PAGE = 1 << 0,    /* a page that their phone opens */
  MADAF_SIGN_IN_WAY_MEMBER_CODE = 1 << 1,   /* what their app shows to a camera */
  MADAF_SIGN_IN_WAY_ONE_TIME_CODE = 1 << 2, /* digits that are sent to their phone */
} MadafSignInWays;

/**
 * MadafShop:
 *
 * The retailer, as the central introduces itself. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - name: the name
 * - currency: ISO 4217
 * - vat-rate: per ten thousand: 1800 is 18 %
 * - languages: BCP 47, the first is the default
 * - country: ISO 3166-1 alpha-2, or NULL: how phones are dialled
 * - ways: by what members can sign in (MadafSignInWays)
 * - now-us: the time of the central when it answered
 */
#define MADAF_TYPE_SHOP (madaf_shop_get_type ())
G_DECLARE_FINAL_TYPE (MadafShop, madaf_shop, MADAF, SHOP, GObject)

const char *madaf_shop_get_id (MadafShop *shop);
MadafText *madaf_shop_get_name (MadafShop *shop);
const char *madaf_shop_get_currency (MadafShop *shop);
int madaf_shop_get_vat_rate (MadafShop *shop);
const char *const *madaf_shop_get_languages (MadafShop *shop);
const char *madaf_shop_get_country (MadafShop *shop);
MadafSignInWays madaf_shop_get_ways (MadafShop *shop);
gint64 madaf_shop_get_now_us (MadafShop *shop);

G_END_DECLS
