/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "client/draft-line.h"
#include "model/money.h"

G_BEGIN_DECLS

/* Where it is paid: at a till on the way out, or when it is collected (only when nothing is shipped). */
typedef enum
{
  MADAF_PAYMENT_TILL,
  MADAF_PAYMENT_ON_COLLECTION,
} MadafDraftPayment;

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

void
madaf_order_draft_add_collected (MadafOrderDraft *draft, const char *variant_id, int quantity, const char *branch_id);
void madaf_order_draft_add_shipped (MadafOrderDraft *draft, const char *variant_id, int quantity);
/* @phone as typed; the central normalises it. */
void madaf_order_draft_set_contact (MadafOrderDraft *draft, const char *name, const char *phone);
/* Needed when a line is shipped. @postal_code and @note may be NULL or empty. */
void madaf_order_draft_set_address (
    MadafOrderDraft *draft, const char *street, const char *city, const char *postal_code, const char *note);
/* TILL when never called. */
void madaf_order_draft_set_payment (MadafOrderDraft *draft, MadafDraftPayment payment);
/* The total that the shopper saw; another one is refused as PRICE_CHANGED. */
void madaf_order_draft_set_expected_total (MadafOrderDraft *draft, const MadafMoney *total);

/* The body of the request (transfer full). */
GBytes *madaf_order_draft_to_bytes (MadafOrderDraft *draft);

G_END_DECLS
