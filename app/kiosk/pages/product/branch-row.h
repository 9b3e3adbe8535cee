/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/branch.h"
#include "model/price.h"

G_BEGIN_DECLS

/**
 * MadafBranchRow:
 *
 * A branch in the list of where the chosen variant is: what stays (branch, distance) and what changes while it is
 * looked at. Made and changed by MadafStockBoard only.
 *
 * Properties (read-only, notified):
 * - units: pieces that can be had there, -1 when not known
 * - price: what the variant costs there, or NULL where that is its price everywhere
 * Signal: `changed-live`, after units changed because the shop did, not because the shopper chose something else.
 */
#define MADAF_TYPE_BRANCH_ROW (madaf_branch_row_get_type ())
G_DECLARE_FINAL_TYPE (MadafBranchRow, madaf_branch_row, MADAF, BRANCH_ROW, GObject)

/* distance: metres, -1 when not known; is_here: the branch that the screen stands in. */
MadafBranchRow *madaf_branch_row_new (MadafBranch *branch, double distance, gboolean is_here);

MadafBranch *madaf_branch_row_get_branch (MadafBranchRow *self);
const char *madaf_branch_row_get_branch_id (MadafBranchRow *self);
double madaf_branch_row_get_distance (MadafBranchRow *self);
gboolean madaf_branch_row_is_here (MadafBranchRow *self);
int madaf_branch_row_get_units (MadafBranchRow *self);

/* (transfer none) (nullable) */
MadafPrice *madaf_branch_row_get_price (MadafBranchRow *self);

/* Whether it has, or had when the shopper chose this variant, any: such rows are shown first and stay where they are.
 */
gboolean madaf_branch_row_is_listed (MadafBranchRow *self);
/* Whether a piece can be ordered now to be collected there. */
gboolean madaf_branch_row_can_collect (MadafBranchRow *self);

/* For the board: another variant (list anew), or a change in the shop. */
void madaf_branch_row_choose (MadafBranchRow *self, int units);
void madaf_branch_row_change (MadafBranchRow *self, int units);
/* price: (nullable) */
void madaf_branch_row_set_price (MadafBranchRow *self, MadafPrice *price);

/* Here first, then the nearest; those whose place is not known last, by id. */
int madaf_branch_row_compare (gconstpointer a, gconstpointer b, gpointer unused);

G_END_DECLS
