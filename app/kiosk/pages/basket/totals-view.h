/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafTotalsView:
 *
 * What the basket costs: the coupons and points that are taken off and the cards that pay, the rest in large figures,
 * and the part of the total that is VAT. As long as the central has not said it the last figures stand there, quietly,
 * and when it does not answer the sum of the lines, with a word that nothing is taken off. Role status, so that a
 * change is announced.
 */
#define MADAF_TYPE_TOTALS_VIEW (madaf_totals_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafTotalsView, madaf_totals_view, MADAF, TOTALS_VIEW, GtkBox)

/* removable: each step and card has a button that takes it back. */
GtkWidget *madaf_totals_view_new (MadafContext *context, gboolean removable);

G_END_DECLS
