/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/stock-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafBranchList:
 *
 * The other branches, the nearest first: those that have (or just had) the variant, and on demand all. Follows the
 * board; only what changes is drawn again. Signal: `collect` (const char *branch_id).
 */
#define MADAF_TYPE_BRANCH_LIST (madaf_branch_list_get_type ())
G_DECLARE_FINAL_TYPE (MadafBranchList, madaf_branch_list, MADAF, BRANCH_LIST, GtkBox)

GtkWidget *madaf_branch_list_new (void);
/* now_us: the central's time, for opening hours. */
void madaf_branch_list_set_board (MadafBranchList *self, MadafStockBoard *board, gint64 now_us);
void madaf_branch_list_set_all (MadafBranchList *self, gboolean all);
/* How many are shown, and how many more there would be with all. */
guint madaf_branch_list_count (MadafBranchList *self);
guint madaf_branch_list_count_hidden (MadafBranchList *self);
/* age_us: of all figures; -1: live. */
void madaf_branch_list_set_age (MadafBranchList *self, gint64 age_us);

G_END_DECLS
