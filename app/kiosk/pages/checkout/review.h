/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/checkout/checkout-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Everything about an order before it is placed: the lines by how they come, with when and where, and who it is for.
 * now_us: the central's time. */
GtkWidget *madaf_review_new (MadafContext *context, GListModel *lines, MadafCheckoutForm *form, gint64 now_us);

/* "Pay at the till", "Pay when you collect" */
const char *madaf_payment_to_words (MadafPayment payment);

G_END_DECLS
