/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/offer.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafBuyBar:
 *
 * What stays at the bottom of the screen: what is chosen, what it costs, and the one big button. The button is disabled
 * until it can do something, and then says why it cannot. Signal: `activated` (int offer, a MadafOffer).
 */
#define MADAF_TYPE_BUY_BAR (madaf_buy_bar_get_type ())
G_DECLARE_FINAL_TYPE (MadafBuyBar, madaf_buy_bar, MADAF, BUY_BAR, GtkBox)

void madaf_buy_bar_set (MadafBuyBar *self, MadafChoice *choice, MadafStockBoard *board);

G_END_DECLS
