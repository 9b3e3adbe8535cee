/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/wishlist/shown-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafListBar:
 *
 * Which of a member's lists is shown, and what can be done to them: another is made, the shown one gets another name or
 * is deleted (and had back). Hidden for a guest, who has one list only.
 */
#define MADAF_TYPE_LIST_BAR (madaf_list_bar_get_type ())
G_DECLARE_FINAL_TYPE (MadafListBar, madaf_list_bar, MADAF, LIST_BAR, GtkBox)

GtkWidget *madaf_list_bar_new (MadafContext *context, MadafShownList *shown);

G_END_DECLS
