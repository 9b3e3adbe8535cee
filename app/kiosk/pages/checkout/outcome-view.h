/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/checkout/placing.h"

G_BEGIN_DECLS

/**
 * MadafOutcomeView:
 *
 * What became of an order that was placed, in place of the steps: on its way, kept here, or refused and what can be
 * done about it. Signals: `again` (place it as it is now), `leave` (back to the basket).
 */
#define MADAF_TYPE_OUTCOME_VIEW (madaf_outcome_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafOutcomeView, madaf_outcome_view, MADAF, OUTCOME_VIEW, GtkWidget)

GtkWidget *madaf_outcome_view_new (MadafContext *context, MadafPlacing *placing);

/**
 * madaf_outcome_view_update:
 * @seen: the total that was shown when the order was placed
 *
 * Shows the state of the placing. Returns: FALSE when there is nothing to show here: nothing was placed, or it was
 * refused for something that is put right in the steps.
 */
gboolean madaf_outcome_view_update (MadafOutcomeView *self, const MadafMoney *seen);

/* This kiosk cannot take orders at all; the basket stays. */
void madaf_outcome_view_show_closed (MadafOutcomeView *self);

G_END_DECLS
