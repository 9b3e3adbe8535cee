/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/picture.h"
#include "model/price.h"
#include "model/product-summary.h"

G_BEGIN_DECLS

/**
 * MadafPick:
 *
 * What the stylist adds to a look. Immutable.
 *
 * Properties, each with its getter:
 * - role: what it is in the look
 * - product: what it is
 * - colour-id: its colour, or NULL
 * - picture: in that colour, or NULL
 * - variant-id: the one to take, or NULL when the size must be chosen first
 * - price: of that variant, or NULL
 * - available-here: how many this branch has of that variant, else of all in this colour
 * - branches: how many branches hand it out
 * - can-ship: whether it can be shipped
 * - reasons: of MadafPickReason, the weightiest first
 */
#define MADAF_TYPE_PICK (madaf_pick_get_type ())
G_DECLARE_FINAL_TYPE (MadafPick, madaf_pick, MADAF, PICK, GObject)

const char *madaf_pick_get_role (MadafPick *pick);
MadafProductSummary *madaf_pick_get_product (MadafPick *pick);
const char *madaf_pick_get_colour_id (MadafPick *pick);
MadafPicture *madaf_pick_get_picture (MadafPick *pick);
const char *madaf_pick_get_variant_id (MadafPick *pick);
MadafPrice *madaf_pick_get_price (MadafPick *pick);
int madaf_pick_get_available_here (MadafPick *pick);
int madaf_pick_get_branches (MadafPick *pick);
gboolean madaf_pick_get_can_ship (MadafPick *pick);
GListModel *madaf_pick_get_reasons (MadafPick *pick);

G_END_DECLS
