/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

/**
 * madaf_sign_in_sheet_present:
 * @member_code: (nullable): what a member's app showed already; it is tried at once
 * @near: any widget on the stage
 *
 * The ways to sign in that work here, the phone's camera first. Whoever signs in is handed to the session; closing the
 * sheet takes everything back that was begun.
 *
 * Returns: (transfer none): the sheet, for who waits until it is closed
 */
MadafSheet *madaf_sign_in_sheet_present (MadafContext *context, const char *member_code, GtkWidget *near);

G_END_DECLS
