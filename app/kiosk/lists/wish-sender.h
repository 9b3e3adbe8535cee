/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"

G_BEGIN_DECLS

/**
 * MadafWishSender:
 *
 * Sends what a member changes on their lists, one question at a time, in the order in which things were touched, and
 * again until the central answers; reads the lists when nothing is left to be sent.
 *
 * Property (read-only, notified): `waiting`, TRUE while something has not reached the central because it does not
 * answer. Signals: `lists` (MadafWishLists), they were read; `done` (MadafWishes), a change is in, and this is its list
 * now; `gone` (char *list_id, GListModel of MadafWished), there is no such list any more, and these were to be put on
 * it; `refused` (), the central did not take a change and never will.
 */
#define MADAF_TYPE_WISH_SENDER (madaf_wish_sender_get_type ())
G_DECLARE_FINAL_TYPE (MadafWishSender, madaf_wish_sender, MADAF, WISH_SENDER, GObject)

MadafWishSender *madaf_wish_sender_new (MadafCentralClient *central, const char *member_token, guint retry_ms);

/* wished: of MadafWished; taken as it is, and not to be changed. */
void madaf_wish_sender_add (MadafWishSender *self, const char *list_id, GListModel *wished);
void madaf_wish_sender_remove (MadafWishSender *self, const char *list_id, MadafWished *wished);
/* It is taken off the one only once it is on the other. */
void madaf_wish_sender_move (MadafWishSender *self, MadafWished *wished, const char *from_id, const char *to_id);
void madaf_wish_sender_read (MadafWishSender *self);

gboolean madaf_wish_sender_is_waiting (MadafWishSender *self);
/* Whether the central has everything. */
gboolean madaf_wish_sender_is_settled (MadafWishSender *self);

G_END_DECLS
