/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/order.h"

G_BEGIN_DECLS

/**
 * MadafPurchaseCard:
 *
 * One order: when and in which channel, where each part of it stands, its lines and what they cost. Signals: `again`
 * when it is to be bought again, `receipt` when its receipt is wanted.
 */
#define MADAF_TYPE_PURCHASE_CARD (madaf_purchase_card_get_type ())
G_DECLARE_FINAL_TYPE (MadafPurchaseCard, madaf_purchase_card, MADAF, PURCHASE_CARD, GtkBox)

GtkWidget *madaf_purchase_card_new (MadafContext *context, MadafOrder *order);
/* (transfer none) */
MadafOrder *madaf_purchase_card_get_order (MadafPurchaseCard *self);

G_END_DECLS
