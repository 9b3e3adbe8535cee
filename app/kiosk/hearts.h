/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/wish-lists.h"
#include "model/wished.h"
#include "model/wishes.h"

G_BEGIN_DECLS

#define MADAF_HEARTS_MOST 500

/**
 * MadafHearts:
 *
 * What this person saved: the one place that all hearts and lists on the screen show. Of a guest it is kept here only;
 * who signs in has theirs put together with what was on their hearts, and from then on the lists at the central are the
 * truth: each change shows at once, is sent in its order, and is sent again until the central answers. What changes
 * elsewhere is heard on the member's stream. It leaves with the member, and with the session.
 *
 * Property (read-only, notified): `waiting`, TRUE while something here has not reached the central because it does not
 * answer. Signals: `changed` (), what is on the lists or which there are; `gone` (char *list_id, GListModel of
 * MadafWished), that list was deleted elsewhere before these could be put on it, so they are on none; `refused` (), the
 * central did not take a change and never will: what it has is shown again.
 */
#define MADAF_TYPE_HEARTS (madaf_hearts_get_type ())
G_DECLARE_FINAL_TYPE (MadafHearts, madaf_hearts, MADAF, HEARTS, GObject)

/* The one of this session, made when there is none (transfer none). */
MadafHearts *madaf_hearts_for (MadafContext *context);
/* retry_ms: how long after it did not answer the central is asked again. */
MadafHearts *madaf_hearts_new (MadafContext *context, guint retry_ms);

/* Of MadafWished, the newest first (transfer none); of a member they may have their ids only. */
GListModel *madaf_hearts_get_entries (MadafHearts *self);
/* All lists of the member, as last heard; NULL for a guest and until they are known (transfer none). */
MadafWishLists *madaf_hearts_get_lists (MadafHearts *self);
gboolean madaf_hearts_is_waiting (MadafHearts *self);

/* Whether the central has everything that was touched here. */
gboolean madaf_hearts_is_settled (MadafHearts *self);

/* One of the lists by its id, or NULL (transfer full); what is on it has its ids, and more where that is known. */
MadafWishes *madaf_hearts_find_list (MadafHearts *self, const char *id);
/* The hearts are always one. */
guint madaf_hearts_count_lists (MadafHearts *self);

/* The list that a touch of a heart puts things on: the one that was chosen last, at first the hearts. */
const char *madaf_hearts_get_target (MadafHearts *self);
void madaf_hearts_set_target (MadafHearts *self, const char *list_id);

/* Whether the product, or any variant of it, is on any list. */
gboolean madaf_hearts_has (MadafHearts *self, const char *product_id);
/* FALSE when there are MADAF_HEARTS_MOST already on that list. */
gboolean madaf_hearts_add (MadafHearts *self, MadafWished *wished);
/* What was added so last, or NULL (transfer none). */
MadafWished *madaf_hearts_get_saved (MadafHearts *self);
gboolean madaf_hearts_add_to (MadafHearts *self, const char *list_id, MadafWished *wished);
/* It stays where it was when the other list turns out to be gone. */
void madaf_hearts_move (MadafHearts *self, MadafWished *wished, const char *from_id, const char *to_id);
/* This one only, told by its ids. */
void madaf_hearts_take_off (MadafHearts *self, const char *list_id, MadafWished *wished);
/* The product and all of its variants, from every list; and all of that again. */
void madaf_hearts_remove_product (MadafHearts *self, const char *product_id);
void madaf_hearts_put_back (MadafHearts *self);

/* Reads the lists again. */
void madaf_hearts_reload (MadafHearts *self);

G_END_DECLS
