/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "model/order-fulfilment.h"
#include "model/order-line.h"
#include "model/order.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One part of an order on its card: what is collected at one branch, with the code to show there, or what is sent.
 * now_us: the central's time. */
GtkWidget *madaf_part_card_new (MadafContext *context, MadafOrder *order, MadafOrderFulfilment *part, gint64 now_us);

G_END_DECLS
