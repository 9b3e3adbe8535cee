/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/basket/branch-book.h"
#include "model/fulfilment.h"
#include "model/money.h"
#include "model/text.h"

G_BEGIN_DECLS

/* What is said of lines, ways and times: pure functions of what is handed in, translated, all (transfer full). */

/* "Blue · M"; "" for what has neither. */
char *madaf_order_words_variant (MadafText *colour, const char *size);

/* "Collect at Tel Aviv, Dizengoff", "Ship it home", "Choose how you get it". */
char *madaf_order_words_way (MadafFulfilment *fulfilment, MadafBranchBook *book);

/* "Ready today at 18:30", "Ready tomorrow at 10:00", "Ready on 24.11. at 10:00"; NULL when ready_us is 0. zone:
 * (nullable): UTC. */
char *madaf_order_words_ready (gint64 ready_us, gint64 now_us, GTimeZone *zone);
/* The same of a parcel: "On its way to you from 24.11." */
char *madaf_order_words_sent (gint64 ready_us, GTimeZone *zone);

/* Why there can be no more of a thing that comes this way: "Only 3 are left at Haifa.", "We cannot ship it any more."
 */
char *madaf_order_words_limit (int available, MadafFulfilment *fulfilment, MadafBranchBook *book);

/* In the program's language. */
char *madaf_order_words_money (const MadafMoney *money);
/* "Including ₪38.12 VAT" */
char *madaf_order_words_vat (const MadafMoney *vat);

/* What became of it: "We have your order", "Being prepared", "Ready to collect" … */
const char *madaf_order_words_state (MadafOrderState state);

G_END_DECLS
