/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafOrderSide:
 *
 * What stands beside the basket and the checkout on a wide screen, and below them on a high one: the total and the big
 * button; on a wide screen also what is ordered and what happens next. Signal: `go`, the button was touched.
 */
#define MADAF_TYPE_ORDER_SIDE (madaf_order_side_get_type ())
G_DECLARE_FINAL_TYPE (MadafOrderSide, madaf_order_side, MADAF, ORDER_SIDE, GtkBox)

/* with_pictures: of the basket's lines, where they are not on the screen already. */
GtkWidget *madaf_order_side_new (MadafContext *context, gboolean with_pictures);

void madaf_order_side_set_button (MadafOrderSide *self, const char *label);
/* Whether the button can be touched. */
void madaf_order_side_set_open (MadafOrderSide *self, gboolean open);
void madaf_order_side_set_shape (MadafOrderSide *self, MadafShape shape);

G_END_DECLS
