/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/look/look-choice.h"
#include "kiosk/widgets/picture-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafPieceRow:
 *
 * A piece of a look on its page: picture, name, price, its stock in the size chosen, the sizes to choose from, and a
 * button to leave it out or take it again. Follows the choice. Signal `product` (char *id) when the picture is touched.
 */
#define MADAF_TYPE_PIECE_ROW (madaf_piece_row_get_type ())
G_DECLARE_FINAL_TYPE (MadafPieceRow, madaf_piece_row, MADAF, PIECE_ROW, GtkBox)

GtkWidget *madaf_piece_row_new (MadafLookChoice *choice, guint piece, MadafPictureLoader *loader);

G_END_DECLS
