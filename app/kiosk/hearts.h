/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/wish-lists.h"
#include "model/wished.h"

G_BEGIN_DECLS

#define MADAF_HEARTS_MOST 500

/**
 * MadafHearts:
 *
 * What this person gave a heart to. Of a guest it is kept here only; who signs in has theirs put together with what was
 * on their list, and from then on the list at the central is the truth: each change shows at once, is sent in its
 * order, and is sent again until the central answers. What changes elsewhere is heard on the member's stream. It leaves
 * with the member, and with the session.
 *
 * Properties (read-only, notified): `waiting`, TRUE while something here has not reached the central because it does
 * not answer. Signals: `changed` (), what has a heart or which lists there are; `refused` (), the central did not take
 * a change and never will: what it has is shown again.
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

/* Whether the product, or any variant of it, has one. */
gboolean madaf_hearts_has (MadafHearts *self, const char *product_id);
/* FALSE when there are MADAF_HEARTS_MOST already. */
gboolean madaf_hearts_add (MadafHearts *self, MadafWished *wished);
/* This one only, told by its ids. */
void madaf_hearts_remove (MadafHearts *self, MadafWished *wished);
/* The product and all of its variants. */
void madaf_hearts_remove_product (MadafHearts *self, const char *product_id);

/* Reads the lists again. */
void madaf_hearts_reload (MadafHearts *self);

G_END_DECLS
