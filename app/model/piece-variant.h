/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/price.h"

G_BEGIN_DECLS

/**
 * MadafPieceVariant:
 *
 * A variant of a piece of a look, and whether one can be had now. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - colour-id: its colour, or NULL
 * - size: its size as printed on the label, or NULL
 * - price: what it costs
 * - available-here: how many this branch has
 * - branches: how many branches hand one out now
 * - can-ship: whether one can be shipped now
 */
#define MADAF_TYPE_PIECE_VARIANT (madaf_piece_variant_get_type ())
G_DECLARE_FINAL_TYPE (MadafPieceVariant, madaf_piece_variant, MADAF, PIECE_VARIANT, GObject)

const char *madaf_piece_variant_get_id (MadafPieceVariant *piece_variant);
const char *madaf_piece_variant_get_colour_id (MadafPieceVariant *piece_variant);
const char *madaf_piece_variant_get_size (MadafPieceVariant *piece_variant);
MadafPrice *madaf_piece_variant_get_price (MadafPieceVariant *piece_variant);
int madaf_piece_variant_get_available_here (MadafPieceVariant *piece_variant);
int madaf_piece_variant_get_branches (MadafPieceVariant *piece_variant);
gboolean madaf_piece_variant_get_can_ship (MadafPieceVariant *piece_variant);

G_END_DECLS
