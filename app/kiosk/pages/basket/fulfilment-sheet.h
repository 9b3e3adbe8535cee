/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/basket-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * madaf_fulfilment_sheet_open:
 * @near: any widget on the stage
 *
 * Asks how a line of the session's basket is to reach the shopper: the branches that have enough, nearest first, and
 * "Ship it home" where that is possible. What is chosen is written into the line at once.
 */
void madaf_fulfilment_sheet_open (MadafContext *context, MadafBasketLine *line, GtkWidget *near);

/* A big button with a sign, a headline and a quiet line, as in the sheet; hint may be NULL. For the checkout as well.
 */
GtkWidget *madaf_way_button_new (const char *icon_name, const char *headline, const char *hint, gboolean chosen);

G_END_DECLS
