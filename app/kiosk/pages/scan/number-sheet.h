/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

/** gtin: the 14 digits that were typed. The sheet is closed already. */
typedef void (*MadafNumberFunc) (const char *gtin, gpointer user_data);

/**
 * Asks for the number under a barcode, on the keypad; chosen is not called when the sheet is closed without one.
 * Returns: (transfer none): the sheet, for its signal `closed`
 */
MadafSheet *madaf_number_sheet_present (GtkWidget *near, MadafNumberFunc chosen, GObject *owner);

G_END_DECLS
