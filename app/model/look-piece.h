/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/picture.h"
#include "model/piece-variant.h"
#include "model/product-summary.h"

G_BEGIN_DECLS

/**
 * MadafLookPiece:
 *
 * A piece of a look, in the colour that it has there. Immutable.
 *
 * Properties, each with its getter:
 * - product: what it is
 * - role: what it is in the look, a word of the contract
 * - optional: whether the look is whole without it
 * - colour-id: its colour, or NULL where any goes
 * - picture: the picture in that colour, or NULL
 * - variant-id: the one to take, or NULL when the size must be chosen first
 * - variants: of MadafPieceVariant, in that colour
 */
#define MADAF_TYPE_LOOK_PIECE (madaf_look_piece_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookPiece, madaf_look_piece, MADAF, LOOK_PIECE, GObject)

/* The variant with that id (transfer none), or NULL. */
MadafPieceVariant *madaf_look_piece_find (MadafLookPiece *look_piece, const char *variant_id);

MadafProductSummary *madaf_look_piece_get_product (MadafLookPiece *look_piece);
const char *madaf_look_piece_get_role (MadafLookPiece *look_piece);
gboolean madaf_look_piece_get_optional (MadafLookPiece *look_piece);
const char *madaf_look_piece_get_colour_id (MadafLookPiece *look_piece);
MadafPicture *madaf_look_piece_get_picture (MadafLookPiece *look_piece);
const char *madaf_look_piece_get_variant_id (MadafLookPiece *look_piece);
GListModel *madaf_look_piece_get_variants (MadafLookPiece *look_piece);

G_END_DECLS
