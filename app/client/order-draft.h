/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "client/member-pass.h"
#include "client/tender-draft.h"
#include "model/fulfilment.h"
#include "model/money.h"

G_BEGIN_DECLS

/**
 * MadafOrderDraft:
 *
 * An order as the shopper asks for it (OrderDraft of the contract): filled by a page, then given to the outbox and left
 * alone. Counted, main thread. It holds a name, a phone and perhaps an address: the last reference wipes them from
 * memory.
 */
typedef struct _MadafOrderDraft MadafOrderDraft;

#define MADAF_TYPE_ORDER_DRAFT (madaf_order_draft_get_type ())

GType madaf_order_draft_get_type (void) G_GNUC_CONST;
/* @language: BCP 47, what the order is answered in. */
MadafOrderDraft *madaf_order_draft_new (const char *language);
MadafOrderDraft *madaf_order_draft_ref (MadafOrderDraft *draft);
void madaf_order_draft_unref (MadafOrderDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafOrderDraft, madaf_order_draft_unref)

/* @fulfilment says how it reaches the shopper; never NULL in an order. */
void madaf_order_draft_add (MadafOrderDraft *draft, const char *variant_id, int quantity, MadafFulfilment *fulfilment);
/* Adds all of a GListModel of MadafBasketLine, such as a MadafBasket; each must have its fulfilment. */
void madaf_order_draft_add_lines (MadafOrderDraft *draft, GListModel *lines);
/* @phone as typed; the central normalises it. */
void madaf_order_draft_set_contact (MadafOrderDraft *draft, const char *name, const char *phone);
/* Needed when a line is shipped. @postal_code and @note may be NULL or empty. */
void madaf_order_draft_set_address (
    MadafOrderDraft *draft, const char *street, const char *city, const char *postal_code, const char *note);
/* TILL when never called. */
void madaf_order_draft_set_payment (MadafOrderDraft *draft, MadafPayment payment);
/* Whose order it is, if somebody is signed in; goes with the request and never to the disk. (nullable) */
void madaf_order_draft_set_member (MadafOrderDraft *draft, MadafMemberPass *pass);
MadafMemberPass *madaf_order_draft_get_member (MadafOrderDraft *draft);
/* What is put down beside money; nothing when never called. */
void madaf_order_draft_set_tender (MadafOrderDraft *draft, MadafTenderDraft *tender);
/* Whether it takes something that only the member who is signed in can give: without their token the central refuses
 * it. */
gboolean madaf_order_draft_needs_member (MadafOrderDraft *draft);
/* The total that the shopper saw; another one is refused as PRICE_CHANGED. */
void madaf_order_draft_set_expected_total (MadafOrderDraft *draft, const MadafMoney *total);
/* What the shopper saw was left to pay, likewise. */
void madaf_order_draft_set_expected_due (MadafOrderDraft *draft, const MadafMoney *due);

/* The body of the request (transfer full). */
GBytes *madaf_order_draft_to_bytes (MadafOrderDraft *draft);

G_END_DECLS
