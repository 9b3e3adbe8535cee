/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafTileRow:
 *
 * Tiles of one width beside each other, as high as the highest; more than fit are swiped to, beyond the page's margin.
 */
#define MADAF_TYPE_TILE_ROW (madaf_tile_row_get_type ())
G_DECLARE_FINAL_TYPE (MadafTileRow, madaf_tile_row, MADAF, TILE_ROW, GtkWidget)

GtkWidget *madaf_tile_row_new (void);
/* Before tiles are in it. @tall: on a tall screen. */
void madaf_tile_row_set_widths (MadafTileRow *self, int width, int tall);
void madaf_tile_row_append (MadafTileRow *self, GtkWidget *tile);
void madaf_tile_row_clear (MadafTileRow *self);

G_END_DECLS
