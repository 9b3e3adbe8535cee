/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

/**
 * madaf_why_sheet_present:
 * @near: any widget on the stage
 *
 * How the total of the basket comes about, as the central computed it: for each line every step from the shelf price
 * on, coupons and points with what they take off it, and what of it all is VAT; each coupon and card can be taken back
 * here. Follows the basket while it is open.
 *
 * Returns: (transfer none): the sheet, open
 */
MadafSheet *madaf_why_sheet_present (MadafContext *context, GtkWidget *near);

G_END_DECLS
