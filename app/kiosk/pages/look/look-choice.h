/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/basket-line.h"
#include "model/colour.h"
#include "model/look-piece.h"
#include "model/look-swap.h"
#include "model/look.h"

G_BEGIN_DECLS

/**
 * MadafLookChoice:
 *
 * What a shopper takes of a look: which size of each piece, which pieces are left out, and what stands in for those
 * that nobody has. A size that they are known to wear is chosen from the start, and so is what there is only one of; a
 * piece that the look is whole without, and that cannot be had, is left out from the start.
 *
 * Signal `changed` after anything changed.
 */
#define MADAF_TYPE_LOOK_CHOICE (madaf_look_choice_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookChoice, madaf_look_choice, MADAF, LOOK_CHOICE, GObject)

/* sizes: (nullable): those that the shopper wears, the likeliest first. stock_known: FALSE when the figures are old. */
MadafLookChoice *madaf_look_choice_new (MadafLook *look, const char *const *sizes, gboolean stock_known);

MadafLook *madaf_look_choice_get_look (MadafLookChoice *self);
/* The same look with newer figures: what was chosen stays. */
void madaf_look_choice_update (MadafLookChoice *self, MadafLook *look);
gboolean madaf_look_choice_is_stock_known (MadafLookChoice *self);

/* Pieces are counted from 0. */
guint madaf_look_choice_get_n_pieces (MadafLookChoice *self);
/* (transfer none): as the shop put it into the look. */
MadafLookPiece *madaf_look_choice_get_piece (MadafLookChoice *self, guint piece);
/* (transfer none) (nullable): NULL when its size is not chosen, or something stands in for it. */
MadafPieceVariant *madaf_look_choice_get_variant (MadafLookChoice *self, guint piece);
void madaf_look_choice_set_variant (MadafLookChoice *self, guint piece, const char *variant_id);
gboolean madaf_look_choice_is_left_out (MadafLookChoice *self, guint piece);
void madaf_look_choice_set_left_out (MadafLookChoice *self, guint piece, gboolean left_out);
/* (transfer none) (nullable): what stands in for it. */
MadafLookSwap *madaf_look_choice_get_swap (MadafLookChoice *self, guint piece);
void madaf_look_choice_set_swap (MadafLookChoice *self, guint piece, MadafLookSwap *swap);

/* Of what is taken in its place: the piece, or what stands in. (transfer none), all but the first (nullable). */
MadafProductSummary *madaf_look_choice_get_product (MadafLookChoice *self, guint piece);
const char *madaf_look_choice_get_variant_id (MadafLookChoice *self, guint piece);
const char *madaf_look_choice_get_picture_id (MadafLookChoice *self, guint piece);
const char *madaf_look_choice_get_size (MadafLookChoice *self, guint piece);
MadafColour *madaf_look_choice_find_colour (MadafLookChoice *self, guint piece);
/* Of the variant chosen, else the lowest. */
MadafPrice *madaf_look_choice_get_price (MadafLookChoice *self, guint piece);

/* The first piece whose size has still to be chosen, or -1. */
int madaf_look_choice_find_open (MadafLookChoice *self);
/* The variants taken, each once; empty while a size is open or when nothing is taken. (transfer full) */
char **madaf_look_choice_list_variants (MadafLookChoice *self);
/* The piece that is taken as this variant, or -1. */
int madaf_look_choice_find_piece (MadafLookChoice *self, const char *variant_id);
/* What all that is taken costs; FALSE when that cannot be said. */
gboolean madaf_look_choice_get_total (MadafLookChoice *self, MadafMoney *total);

/* A line for the basket of a piece whose variant is chosen. (transfer full) */
MadafBasketLine *madaf_look_choice_make_line (MadafLookChoice *self, guint piece, MadafFulfilment *fulfilment);

G_END_DECLS
