/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "client/wallet.h"

G_BEGIN_DECLS

/* Decoders (MadafDecoder) of what prices and members' money are about; what they return is (transfer full). */
gpointer madaf_decode_price_quote (JsonObject *object, GError **error); /* MadafPriceQuote */
gpointer madaf_decode_wallet (JsonObject *object, GError **error);      /* MadafWallet */
gpointer madaf_decode_coupon (JsonObject *object, GError **error);      /* MadafCouponInfo */
gpointer madaf_decode_card (JsonObject *object, GError **error);        /* MadafCardInfo */

/* Lists of an order and of a problem; when the member is absent they are empty. (element-type MadafPaidPart),
 * (element-type MadafCouponInfo) */
gboolean madaf_decode_payments (JsonObject *object, const char *member, GPtrArray **payments, GError **error);
gboolean madaf_decode_coupons (JsonObject *object, const char *member, GPtrArray **coupons, GError **error);
/* The end of the code of a gift card; NULL when it is absent. (transfer full) */
gboolean madaf_decode_last_four (JsonObject *object, char **last_four, GError **error);
/* Left alone when it is absent. */
gboolean madaf_decode_optional_money (JsonObject *object, const char *member, MadafMoney *money, GError **error);

G_END_DECLS
