/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/look/look-tile.h"

G_BEGIN_DECLS

/**
 * MadafTileRow:
 *
 * Tiles of one width beside each other; more than fit are swiped to.
 */
#define MADAF_TYPE_TILE_ROW (madaf_tile_row_get_type ())
G_DECLARE_FINAL_TYPE (MadafTileRow, madaf_tile_row, MADAF, TILE_ROW, GtkWidget)

GtkWidget *madaf_tile_row_new (void);
void madaf_tile_row_append (MadafTileRow *self, GtkWidget *tile);
void madaf_tile_row_clear (MadafTileRow *self);

G_END_DECLS
