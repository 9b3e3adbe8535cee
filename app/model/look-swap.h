/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/picture.h"
#include "model/price.h"
#include "model/product-summary.h"

G_BEGIN_DECLS

/**
 * MadafLookSwap:
 *
 * What may stand in for a piece that is missing. Immutable.
 *
 * Properties, each with its getter:
 * - kind: other_colour, other_size or similar
 * - variant-id: what it is
 * - product: its product
 * - size: its size, or NULL
 * - colour-id: its colour, or NULL
 * - picture: in that colour, or NULL
 * - price: what one costs where it can be had
 * - branch-id: where it can be collected, or NULL when it can only be shipped
 * - completes: whether all can be had with it
 */
#define MADAF_TYPE_LOOK_SWAP (madaf_look_swap_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookSwap, madaf_look_swap, MADAF, LOOK_SWAP, GObject)

const char *madaf_look_swap_get_kind (MadafLookSwap *look_swap);
const char *madaf_look_swap_get_variant_id (MadafLookSwap *look_swap);
MadafProductSummary *madaf_look_swap_get_product (MadafLookSwap *look_swap);
const char *madaf_look_swap_get_size (MadafLookSwap *look_swap);
const char *madaf_look_swap_get_colour_id (MadafLookSwap *look_swap);
MadafPicture *madaf_look_swap_get_picture (MadafLookSwap *look_swap);
MadafPrice *madaf_look_swap_get_price (MadafLookSwap *look_swap);
const char *madaf_look_swap_get_branch_id (MadafLookSwap *look_swap);
gboolean madaf_look_swap_get_completes (MadafLookSwap *look_swap);

G_END_DECLS
