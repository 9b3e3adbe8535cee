/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/wallet.h"

G_BEGIN_DECLS

/* What is said of coupons, points, cards and stored value: pure functions of what is handed in, translated. Those that
 * give a char * are (transfer full), the others static. */

/* Whether a coupon cannot count, whatever else is in the basket. */
gboolean madaf_benefit_is_over (MadafCouponFault fault);

/* "Welcome"; the code of one without a name. */
char *madaf_benefit_words_coupon_name (const MadafCouponInfo *info);
/* "15% off · until 1.12.2026"; what its name says is not said again. */
char *madaf_benefit_words_coupon_terms (const MadafCouponInfo *info);
/* Why it does not count: "This coupon has ended."; NULL when it does. */
char *madaf_benefit_words_coupon_fault (const MadafCouponInfo *info);
/* A whole sentence: what it takes off, or why it does not. */
char *madaf_benefit_words_coupon (const MadafCouponInfo *info);

/* "Gift card •••• 0001"; @last_four: (nullable) */
char *madaf_benefit_words_card_name (const char *last_four);
char *madaf_benefit_words_card (const MadafCardInfo *info);
/* NULL when it counts. */
const char *madaf_benefit_words_card_fault (MadafGiftCardFault fault);

/* The same thing twice; more than an order takes; something put down while the basket is empty. */
const char *madaf_benefit_words_already (void);
const char *madaf_benefit_words_full (void);
const char *madaf_benefit_words_waits (void);
/* Why there was no answer. */
const char *madaf_benefit_words_error (const GError *error);

/* "240 points" */
char *madaf_benefit_words_points (gint64 points);
/* "240 points · worth ₪120.00" */
char *madaf_benefit_words_points_worth (gint64 points, const MadafMoney *point_value);
/* "You earn 40 points with this." */
char *madaf_benefit_words_earns (gint64 points);

/* A step on the way to a total: "Shelf price", "Coupon: Welcome", "40 points". */
char *madaf_benefit_words_step (const MadafTotalStep *step);
const char *madaf_benefit_words_price_step (MadafPriceStepKind kind);
/* "Gift card •••• 0001", "Stored value" */
char *madaf_benefit_words_payment (const MadafPaidPart *part);

/* What happened in a wallet: "Spent on an order" */
const char *madaf_benefit_words_move (MadafWalletMove move);
/* "+40 points", "−₪20.00" */
char *madaf_benefit_words_entry (const MadafWalletEntry *entry);
/* "24.11.2026" in the language of the process. */
char *madaf_benefit_words_date (gint64 at_us);

G_END_DECLS
