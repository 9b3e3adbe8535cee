/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/checkout/checkout-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafPaymentStep:
 *
 * Where the shopper pays; what is chosen is written into the form at once.
 */
#define MADAF_TYPE_PAYMENT_STEP (madaf_payment_step_get_type ())
G_DECLARE_FINAL_TYPE (MadafPaymentStep, madaf_payment_step, MADAF, PAYMENT_STEP, GtkBox)

GtkWidget *madaf_payment_step_new (MadafCheckoutForm *form);
/* Whether something is shipped: then it is paid at the till. Shows the choice as the form has it. */
void madaf_payment_step_update (MadafPaymentStep *self, gboolean shipped);

G_END_DECLS
