/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/json-writer.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafTenderDraft:
 *
 * What a shopper puts down beside money: coupons, points, gift cards, stored value. The same in a question for a price
 * (QuoteDraft of the contract) as in an order (OrderDraft). Filled, then handed over and left alone. Counted; the codes
 * of gift cards are money: the last reference overwrites them.
 */
typedef struct _MadafTenderDraft MadafTenderDraft;

/* How many coupons, and how many cards, the central takes. */
#define MADAF_TENDER_MOST 5

MadafTenderDraft *madaf_tender_draft_new (void);
MadafTenderDraft *madaf_tender_draft_ref (MadafTenderDraft *tender);
void madaf_tender_draft_unref (MadafTenderDraft *tender);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafTenderDraft, madaf_tender_draft_unref)

/* A coupon by its code, as typed or scanned; one that waits in the member's profile by its id. */
void madaf_tender_draft_add_code (MadafTenderDraft *tender, const char *code);
void madaf_tender_draft_add_coupon (MadafTenderDraft *tender, const char *coupon_id);
void madaf_tender_draft_add_gift_card (MadafTenderDraft *tender, const char *code);
/* At most as many of the member's. */
void madaf_tender_draft_set_points (MadafTenderDraft *tender, gint64 points);
/* As much of the member's as is needed. */
void madaf_tender_draft_set_stored_value (MadafTenderDraft *tender, gboolean used);

gboolean madaf_tender_draft_is_empty (MadafTenderDraft *tender);
/* Whether some of it is a member's, and nobody else's to give. */
gboolean madaf_tender_draft_needs_member (MadafTenderDraft *tender);

/* The members of the contract, into the object that @writer is in. */
void madaf_tender_draft_write (MadafTenderDraft *tender, MadafJsonWriter *writer);

G_END_DECLS
