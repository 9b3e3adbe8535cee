/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafStockLabel:
 *
 * A dot and words: how many are there (green enough / amber last ones / hollow none: shape and words differ too, not
 * colour alone). Role status, so a change while it is looked at is announced.
 */
#define MADAF_TYPE_STOCK_LABEL (madaf_stock_label_get_type ())
G_DECLARE_FINAL_TYPE (MadafStockLabel, madaf_stock_label, MADAF, STOCK_LABEL, GtkWidget)

GtkWidget *madaf_stock_label_new (void);
/** units < 0: unknown. A change of the number flashes the dot once if motion is allowed. */
void madaf_stock_label_set_units (MadafStockLabel *self, int units);
/** "7" instead of "In stock: 7 units". */
void madaf_stock_label_set_short (MadafStockLabel *self, gboolean is_short);

G_END_DECLS
