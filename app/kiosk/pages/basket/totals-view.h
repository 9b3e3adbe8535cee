/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/basket.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafTotalsView:
 *
 * What it costs, and the part that is VAT. As long as the central has not said it the sum of the lines stands there,
 * quietly. Role status, so that a change is announced.
 */
#define MADAF_TYPE_TOTALS_VIEW (madaf_totals_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafTotalsView, madaf_totals_view, MADAF, TOTALS_VIEW, GtkBox)

GtkWidget *madaf_totals_view_new (void);
/* Follows a basket. */
void madaf_totals_view_set_basket (MadafTotalsView *self, MadafBasket *basket);
/* Shows these; vat NULL: total is not certain. total NULL: nothing. */
void madaf_totals_view_set (MadafTotalsView *self, const MadafMoney *total, const MadafMoney *vat);

G_END_DECLS
