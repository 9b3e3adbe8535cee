/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

/**
 * madaf_carry_sheet_present:
 * @near: any widget on the stage
 *
 * The basket for the shopper's own phone: a code that the first phone takes it with, and a button by which this screen
 * forgets all of them. When the central does not answer it says so, and the basket stays.
 *
 * Returns: (transfer none): the sheet, open
 */
MadafSheet *madaf_carry_sheet_present (MadafContext *context, GtkWidget *near);

G_END_DECLS
