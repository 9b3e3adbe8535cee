/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/choice.h"
#include "kiosk/pages/product/stock-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafChooser:
 *
 * The colours and sizes of a product as chips that say where each is. Changes the choice when one is touched.
 */
#define MADAF_TYPE_CHOOSER (madaf_chooser_get_type ())
G_DECLARE_FINAL_TYPE (MadafChooser, madaf_chooser, MADAF, CHOOSER, GtkBox)

/* Makes the chips and follows both from now on. */
void madaf_chooser_set (MadafChooser *self, MadafChoice *choice, MadafStockBoard *board);

G_END_DECLS
