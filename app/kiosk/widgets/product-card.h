/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/widgets/picture-loader.h"
#include "model/money.h"

G_BEGIN_DECLS

/**
 * MadafProductCard:
 *
 * A product in a grid or a row: picture, quiet brand line, name, price. It is one button; connect to `clicked`.
 * Set it from the model object in the factory's bind (it recycles: every setter may be called again).
 */
#define MADAF_TYPE_PRODUCT_CARD (madaf_product_card_get_type ())
G_DECLARE_FINAL_TYPE (MadafProductCard, madaf_product_card, MADAF, PRODUCT_CARD, GtkButton)

GtkWidget *madaf_product_card_new (MadafPictureLoader *loader);
void madaf_product_card_set_picture (MadafProductCard *self, const char *key);
/** brand may be NULL. */
void madaf_product_card_set_texts (MadafProductCard *self, const char *name, const char *brand);
void madaf_product_card_set_price (MadafProductCard *self, const MadafMoney *price, const MadafMoney *regular);
/** A short word on the picture ("New", "Last sizes"), or NULL. */
void madaf_product_card_set_badge (MadafProductCard *self, const char *badge);
/** What clicked opens: the id or GTIN, kept for the handler. */
void madaf_product_card_set_id (MadafProductCard *self, const char *id);
const char *madaf_product_card_get_id (MadafProductCard *self);

G_END_DECLS
