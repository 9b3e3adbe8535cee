/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/checkout/placing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafRefusalView:
 *
 * An order that was refused for its lines or its price: what it is about, that nothing was taken, and what can be done,
 * each with one touch. Signals: `again` (place it as it is now), `leave` (back to the basket).
 */
#define MADAF_TYPE_REFUSAL_VIEW (madaf_refusal_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafRefusalView, madaf_refusal_view, MADAF, REFUSAL_VIEW, GtkBox)

/* placing is REFUSED as SOLD_OUT, PRICE_CHANGED or BENEFIT; seen: what was left to pay when it was placed. */
GtkWidget *madaf_refusal_view_new (MadafContext *context, MadafPlacing *placing, const MadafMoney *seen);

G_END_DECLS
