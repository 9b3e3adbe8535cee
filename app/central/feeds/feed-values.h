/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/feeds/feed.h"
#include "model/money.h"

G_BEGIN_DECLS

/* The values that feeds write, by the product data specification of Google Merchant Center. */

/* "249.90 ILS", "ILS 249.90" or, with @currency given, "249.90". Never negative. */
gboolean madaf_feed_parse_price (const char *text, const char *currency, MadafMoney *money);

/* "2026-11-01T00:00+0200/2026-12-01T23:59+0200" (ISO 8601); a time without a zone is one of @zone. */
gboolean madaf_feed_parse_period (const char *text, GTimeZone *zone, gint64 *from_us, gint64 *until_us);

/* 0 … 1,000,000. */
gboolean madaf_feed_parse_quantity (const char *text, gint64 *quantity);

/* "Su-Th 09:00-21:00; Fr 09:00-14:00,18:00-20:00" as opening hours in JSON; NULL when it is not that. */
char *madaf_feed_parse_hours (const char *text, const char *time_zone);

/* Two capital letters, as ISO 3166-1 alpha-2 has them. */
gboolean madaf_feed_is_country (const char *text);

/* The id itself where it has the form of ids, else one made from it, the same each time. (transfer full) */
char *madaf_feed_make_id (const char *text);

/* The texts of a column in all languages as JSON: "title" in @language, "title:he" in Hebrew. NULL if there is none.
 * Texts longer than @longest characters are cut. (transfer full) */
char *madaf_feed_make_text (const MadafFeedRow *row, const char *name, const char *language, glong longest);

G_END_DECLS
