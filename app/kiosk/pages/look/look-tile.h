/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/product-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafLookTile:
 *
 * A product as a card with a quiet line under it: how many there are, or why it is here. Signal `clicked` when the card
 * is touched.
 */
#define MADAF_TYPE_LOOK_TILE (madaf_look_tile_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookTile, madaf_look_tile, MADAF, LOOK_TILE, GtkBox)

/* picture_id: (nullable): the product's own. price: (nullable): the product's lowest. */
GtkWidget *
madaf_look_tile_new (MadafContext *context, MadafProductSummary *product, const char *picture_id, MadafPrice *price);
void madaf_look_tile_set_price (MadafLookTile *self, MadafPrice *price);
/* note: (nullable): no line. */
void madaf_look_tile_set_note (MadafLookTile *self, const char *note);
const char *madaf_look_tile_get_product_id (MadafLookTile *self);

G_END_DECLS
