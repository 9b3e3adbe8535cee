/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/product-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafHeartedCard:
 *
 * The card of a product with its heart on the corner of the picture: two buttons, of which neither is inside the other,
 * so that each has its own touches. Tab goes to the card, then to its heart; arrows go from card to card. It may be set
 * again and again, as a grid does that uses its cards for other products. Signal: `clicked`, the card was touched.
 */
#define MADAF_TYPE_HEARTED_CARD (madaf_hearted_card_get_type ())
G_DECLARE_FINAL_TYPE (MadafHeartedCard, madaf_hearted_card, MADAF, HEARTED_CARD, GtkWidget)

GtkWidget *madaf_hearted_card_new (MadafContext *context);

/* The product as lists have it: with its brand, its own picture and its lowest price. */
void madaf_hearted_card_set_product (MadafHeartedCard *self, MadafProductSummary *product);
/* What a place shows in another way than that. brand: (nullable). picture_id: (nullable). */
void madaf_hearted_card_set_brand (MadafHeartedCard *self, const char *brand);
void madaf_hearted_card_set_picture (MadafHeartedCard *self, const char *picture_id);
void madaf_hearted_card_set_price (MadafHeartedCard *self, MadafPrice *price);

/* NULL until it is set (transfer none). */
MadafProductSummary *madaf_hearted_card_get_product (MadafHeartedCard *self);

G_END_DECLS
