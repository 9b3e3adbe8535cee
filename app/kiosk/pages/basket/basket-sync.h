/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "kiosk/session.h"
#include "model/random.h"

G_BEGIN_DECLS

/**
 * MadafBasketSync:
 *
 * Asks the central what the basket of the session costs: tells it of each change, a moment later and all at once, and
 * puts id, etag and totals of the answer into the basket. When somebody else changed the basket meanwhile it reads it
 * again and puts both together, so that no line is lost. While a member is signed in it
 * does nothing: their basket is MadafMemberBasket's. Keeps trying while the central does not answer; until it does
 * the basket has no total. Ends with the session.
 *
 * It works while it is referenced; pages share the one that madaf_basket_sync_for () keeps in the session.
 */
#define MADAF_TYPE_BASKET_SYNC (madaf_basket_sync_get_type ())
G_DECLARE_FINAL_TYPE (MadafBasketSync, madaf_basket_sync, MADAF, BASKET_SYNC, GObject)

/* delay_ms: how long after the last change the central is asked; retry_ms: after a failure. */
MadafBasketSync *madaf_basket_sync_new (
    MadafSession *session, MadafCentralClient *central, MadafRandom *random, guint delay_ms, guint retry_ms);

/* The one of this session, made when there is none (transfer none); NULL without a central. */
MadafBasketSync *madaf_basket_sync_for (MadafSession *session, MadafCentralClient *central);

/**
 * madaf_basket_sync_merge:
 * @ours: as the shopper left them
 * @base: as both sides last knew them
 * @theirs: as the central has them now
 *
 * What the lines are when both changed: what either added or changed is there; what either took out is out, unless the
 * other changed it; a quantity that only the other side changed is theirs, else the shopper's. Lines are told apart by
 * variant and fulfilment.
 *
 * Returns: (transfer full): a list of MadafBasketLine
 */
GListModel *madaf_basket_sync_merge (GListModel *ours, GListModel *base, GListModel *theirs);

G_END_DECLS
