/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/basket-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafLineRow:
 *
 * A line of the basket: picture, what it is, its price, how many, how it comes, and the way out. Follows the line.
 * Signal: `remove`.
 */
#define MADAF_TYPE_LINE_ROW (madaf_line_row_get_type ())
G_DECLARE_FINAL_TYPE (MadafLineRow, madaf_line_row, MADAF, LINE_ROW, GtkBox)

GtkWidget *madaf_line_row_new (MadafContext *context, MadafBasketLine *line);
MadafBasketLine *madaf_line_row_get_line (MadafLineRow *self);

G_END_DECLS
