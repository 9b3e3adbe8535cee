/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/branch-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafBranchView:
 *
 * A row of the list of branches: name, distance, opening, units, the age of that figure when it is not live, and
 * "Collect here". Lights up briefly when the shop changed it. Signal: `collect`.
 */
#define MADAF_TYPE_BRANCH_VIEW (madaf_branch_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafBranchView, madaf_branch_view, MADAF, BRANCH_VIEW, GtkBox)

/* now_us: the central's time. */
GtkWidget *madaf_branch_view_new (MadafBranchRow *row, gint64 now_us);
MadafBranchRow *madaf_branch_view_get_row (MadafBranchView *self);
/* age_us: how old the figure is; -1: it is live. */
void madaf_branch_view_set_age (MadafBranchView *self, gint64 age_us);

G_END_DECLS
