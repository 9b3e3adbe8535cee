/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "person.h"

G_BEGIN_DECLS

/**
 * MadafShopFloor:
 *
 * A shop for a journey: a central of its own with the demo goods and, from a feed, one thing more, "Field coat", whose
 * code is the one on the photograph: none in the branch of the kiosks, three pieces in another. Kiosks and tills are
 * enrolled as an operator would.
 */
typedef struct _MadafShopFloor MadafShopFloor;

MadafShopFloor *madaf_shop_floor_new (MadafRig *rig);
/** Only the demo goods, so that what would be sent to phones can be read there. */
MadafShopFloor *madaf_shop_floor_new_demo (MadafRig *rig);
void madaf_shop_floor_free (MadafShopFloor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopFloor, madaf_shop_floor_free)

/** The picture of a barcode to hold in front of a camera, and what it says. */
const char *madaf_shop_floor_get_photograph (MadafShopFloor *self);
const char *madaf_shop_floor_get_code (MadafShopFloor *self);

/** A picture for a camera that looks at nothing in particular. */
const char *madaf_shop_floor_get_empty_view (MadafShopFloor *self);

/**
 * A kiosk in the branch tel-aviv-dizengoff on a screen of its own, and somebody in front of it. camera: what its camera
 * sees, or NULL. shape: "1280x800". extra: further options, NULL-terminated, or NULL. (transfer full)
 */
MadafPerson *madaf_shop_floor_open_kiosk (
    MadafShopFloor *self, const char *shape, const char *language, const char *camera, const char *const *extra);

/** Everything the central's database says to this query, rows by newline, columns by "|". (transfer full) */
char *madaf_shop_floor_ask (MadafShopFloor *self, const char *sql);

/** How many orders were placed here. Those of the demo shop's past are of no device. */
guint madaf_shop_floor_count_orders (MadafShopFloor *self);

/** What happened earlier, or elsewhere: told to the central's database while it runs. */
void madaf_shop_floor_let_happen (MadafShopFloor *self, const char *sql);

/** Waits until the database says 1 to this query. */
void madaf_shop_floor_wait (MadafShopFloor *self, const char *sql);

/** When the kiosk that traces to this file of the rig wrote the event first, by the monotonic clock; waits for it. */
gint64 madaf_shop_floor_wait_traced (MadafShopFloor *self, const char *trace, const char *event);

/** The files of the kiosks, with what they wrote to their logs, that have this text in them. (transfer full) */
char *madaf_shop_floor_search_kiosks (MadafShopFloor *self, const char *text);

/**
 * What a shopper does on their own phone: "approve", "deny" or "erase" with a user code and a number, reads the
 * "digits" that came last, or "take"s a basket along by the address of its code, given as @user_code. Returns: those,
 * what the page says, or when the answer was given, in microseconds of the monotonic clock (transfer full)
 */
char *madaf_shop_floor_use_phone (MadafShopFloor *self, const char *what, const char *user_code, const char *number);

/** A member opens the retailer's app on their own phone, and puts so many of something into their basket there. */
void madaf_shop_floor_open_app (MadafShopFloor *self, const char *number);
void madaf_shop_floor_adds_in_app (MadafShopFloor *self, const char *variant_id, int pieces);

/** The app shows a code that is good for a minute, once; a camera that looks at this picture sees it. */
void madaf_shop_floor_shows_member_code (MadafShopFloor *self, const char *picture);

/** The same member deletes one of their lists there. */
void madaf_shop_floor_deletes_list_in_app (MadafShopFloor *self, const char *list_id);

/** The central goes away (as in a power cut) and comes back. */
void madaf_shop_floor_kill_central (MadafShopFloor *self);
void madaf_shop_floor_start_central (MadafShopFloor *self);

/** Somebody of the branch of the kiosks, with a device of their own, says of the first thing on their list that it is
 *  "taken", "brought" or "not_found". */
void madaf_shop_floor_bring (MadafShopFloor *self, const char *state);

/** The same person, who has read it, decides to "accept" or to "refuse" what a member wrote; why: (nullable). */
void
madaf_shop_floor_decide_review (MadafShopFloor *self, const char *review_id, const char *decision, const char *why);

/** Somebody changes what the shop has while the central is away for a moment. */
void madaf_shop_floor_change (MadafShopFloor *self, const char *sql);

/** A till of the branch haifa-carmel sells so many of the coat. */
void madaf_shop_floor_sell_in_haifa (MadafShopFloor *self, int pieces);

G_END_DECLS
