/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "client/draft-line.h"

G_BEGIN_DECLS

/**
 * MadafBasketDraft:
 *
 * The lines that a basket shall have (BasketDraft of the contract). Counted, main thread; left alone once given away.
 */
typedef struct _MadafBasketDraft MadafBasketDraft;

#define MADAF_TYPE_BASKET_DRAFT (madaf_basket_draft_get_type ())

GType madaf_basket_draft_get_type (void) G_GNUC_CONST;
MadafBasketDraft *madaf_basket_draft_new (void);
MadafBasketDraft *madaf_basket_draft_ref (MadafBasketDraft *draft);
void madaf_basket_draft_unref (MadafBasketDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafBasketDraft, madaf_basket_draft_unref)

/* @branch_id only for COLLECT, else NULL. */
void madaf_basket_draft_add (
    MadafBasketDraft *draft, const char *variant_id, int quantity, MadafDraftWay way, const char *branch_id);

/* The body of the request (transfer full). */
GBytes *madaf_basket_draft_to_bytes (MadafBasketDraft *draft);

G_END_DECLS
