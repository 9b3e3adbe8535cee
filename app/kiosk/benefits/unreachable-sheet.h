/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* That an order with coupons, points or cards needs the central, which does not answer: try again, or do without them.
 * Nothing is ordered by it. near: any widget on the stage. */
void madaf_unreachable_sheet_present (MadafContext *context, GtkWidget *near);

G_END_DECLS
