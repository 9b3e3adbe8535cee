/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/basket/branch-book.h"
#include "kiosk/pages/look/look-choice.h"
#include "model/look-way.h"
#include "model/pick.h"

G_BEGIN_DECLS

/* What is said of looks: pure functions of what is handed in, translated, all (transfer full). */

/* Of one piece: "In stock: 7 units · M", "Not here; in 3 branches · M", "Choose a size", "You leave it out". */
char *madaf_look_words_stock (MadafLookChoice *choice, guint piece);

/* "All of it at Haifa, Horev", "Part at …, part at …", "All of it sent to your home". */
char *madaf_look_words_way (MadafLookWay *way, MadafBranchBook *book);
/* "1.2 km · Ready today at 18:30", or of two branches what each has, a line for each. "" when there is nothing to say.
 * zone: (nullable): UTC. */
char *madaf_look_words_way_hint (
    MadafLookWay *way, MadafLookChoice *choice, MadafBranchBook *book, gint64 now_us, GTimeZone *zone);

/* Why the stylist picked it, the two weightiest reasons that have words: "On your list · 2 here in your size"; "" for
 * none. basket: of MadafBasketLine. */
char *madaf_look_words_reason (MadafPick *pick, GListModel *basket);
/* "Bought together by 14" */
char *madaf_look_words_together (int orders);

/* What stands in: "In another colour: Blue · M", "In another size: L", "Something like it: M". */
char *madaf_look_words_swap (MadafLookSwap *swap);

G_END_DECLS
