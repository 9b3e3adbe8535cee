/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* A coupon or the number of a gift card, typed. The number of a card is money: it is hidden while it is typed unless
 * the shopper wants to see it. What the central says of it stands there at once. near: any widget on the stage. */
void madaf_code_sheet_present (MadafContext *context, GtkWidget *near);

G_END_DECLS
