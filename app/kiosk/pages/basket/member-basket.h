/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "kiosk/session.h"
#include "model/random.h"

G_BEGIN_DECLS

/**
 * MadafMemberBasket:
 *
 * Keeps the basket of the session and the one basket of the member who is signed in the same, for as long as they are:
 * puts both together at the sign-in, tells the central at once what is changed here, line by line, and takes what is
 * changed in another channel as the stream tells of it. Whatever two devices do at once, no line is lost. Does nothing
 * for a guest, whose basket is MadafBasketSync's.
 *
 * While an order is on its way its lines stay in the member's basket; they go once it is confirmed. When the member
 * leaves, the screen forgets their basket, but for what the central has not heard of yet.
 */
#define MADAF_TYPE_MEMBER_BASKET (madaf_member_basket_get_type ())
G_DECLARE_FINAL_TYPE (MadafMemberBasket, madaf_member_basket, MADAF, MEMBER_BASKET, GObject)

/* retry_ms: after a failure. It works while it is referenced. */
MadafMemberBasket *madaf_member_basket_new (
    MadafSession *session, MadafCentralClient *central, MadafClock *clock, MadafRandom *random, guint retry_ms);

G_END_DECLS
