/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/product/choice.h"
#include "kiosk/pages/product/stock-board.h"

G_BEGIN_DECLS

/**
 * MadafBringButton:
 *
 * "Bring it to me": there when what is chosen lies in this shop, and says so when it is on its way.
 */
#define MADAF_TYPE_BRING_BUTTON (madaf_bring_button_get_type ())
G_DECLARE_FINAL_TYPE (MadafBringButton, madaf_bring_button, MADAF, BRING_BUTTON, GtkBox)

void
madaf_bring_button_set (MadafBringButton *self, MadafContext *context, MadafChoice *choice, MadafStockBoard *board);

G_END_DECLS
