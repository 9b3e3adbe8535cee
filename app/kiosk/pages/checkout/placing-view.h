/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/checkout/placing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafPlacingView:
 *
 * Says where an order is on its way: being kept, being sent, kept without a connection, or not taken. Role status.
 * Signals: `hurry` (try again now), `leave` (the shopper goes), `basket` (back to the basket).
 */
#define MADAF_TYPE_PLACING_VIEW (madaf_placing_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafPlacingView, madaf_placing_view, MADAF, PLACING_VIEW, GtkBox)

GtkWidget *madaf_placing_view_new (void);
void madaf_placing_view_show (MadafPlacingView *self, MadafPlacing *placing);
/* This kiosk cannot take orders at all; the basket stays. */
void madaf_placing_view_show_closed (MadafPlacingView *self);

G_END_DECLS
