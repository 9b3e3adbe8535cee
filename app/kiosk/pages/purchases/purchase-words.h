/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/order-fulfilment.h"
#include "model/order-line.h"
#include "model/order.h"

G_BEGIN_DECLS

/* What is said of something that was bought: pure functions, translated. */

/* Where: "Bought at Tel Aviv, Dizengoff", "Ordered online". branch: (nullable): its name, isolated. (transfer full) */
char *madaf_purchase_words_channel (const char *placed_by, const char *branch);

/* The day, "22.11.2026", isolated. zone: (nullable): UTC. (transfer full) */
char *madaf_purchase_words_day (gint64 at_us, GTimeZone *zone);

/* Whether it is not there though it should be, as the central saw. */
gboolean madaf_purchase_is_late (MadafOrderFulfilment *part);

/* "2 × ₪79.90"; "₪79.90" for one. (transfer full) */
char *madaf_purchase_words_price (MadafOrderLine *line);

/* What one costs now where that is another price; NULL else. (transfer full) (nullable) */
char *madaf_purchase_words_now (MadafOrderLine *line);

G_END_DECLS
