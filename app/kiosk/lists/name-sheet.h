/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

/* list_id: of the list that has the name now. */
typedef void (*MadafListNamed) (MadafContext *context, const char *list_id, gpointer user_data);

/**
 * madaf_name_sheet_present:
 * @list_id: (nullable): the list to be renamed; NULL: a new one is made
 *
 * Asks a member for the name of a list, checked while it is typed; the sheet stays until the central has it.
 *
 * @named: (nullable): called when it has, on whatever page the shopper is then. @destroy frees @user_data afterwards,
 * or when the sheet is closed without.
 */
void madaf_name_sheet_present (MadafContext *context,
                               const char *list_id,
                               MadafListNamed named,
                               gpointer user_data,
                               GDestroyNotify destroy,
                               GtkWidget *near);

G_END_DECLS
