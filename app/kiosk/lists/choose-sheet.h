/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

typedef void (*MadafListChosen) (MadafContext *context, const char *list_id, gpointer user_data);

/**
 * madaf_choose_sheet_present:
 * @words: (nullable): said above the lists
 * @current_id: (nullable): where the thing is now
 *
 * A member's lists, one to be chosen, and a new one to be made; they change with what is heard of them meanwhile. With
 * the choice the sheet is closed and @chosen called. @destroy (nullable) frees @user_data when it is not needed any
 * more.
 */
void madaf_choose_sheet_present (MadafContext *context,
                                 const char *title,
                                 const char *words,
                                 const char *current_id,
                                 MadafListChosen chosen,
                                 gpointer user_data,
                                 GDestroyNotify destroy,
                                 GtkWidget *near);

G_END_DECLS
