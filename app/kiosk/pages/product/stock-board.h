/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/product-stock.h"
#include "kiosk/pages/product/branch-row.h"
#include "kiosk/widgets/chip.h"

G_BEGIN_DECLS

/**
 * MadafStockBoard:
 *
 * Where the variants of a product are: a GListModel of MadafBranchRow for the chosen variant, this branch first, then
 * by distance, and the figures of all variants behind it. News from the stream is put in with madaf_stock_board_apply
 * (); only the row it is about changes.
 *
 * Signal `changed`: after any figure changed or came to be known, for what is said of sizes and of the whole.
 */
#define MADAF_TYPE_STOCK_BOARD (madaf_stock_board_get_type ())
G_DECLARE_FINAL_TYPE (MadafStockBoard, madaf_stock_board, MADAF, STOCK_BOARD, GObject)

MadafStockBoard *madaf_stock_board_new (void);

/* branches: of MadafBranch; here_id: (nullable): the branch of this screen. Distances are from there. */
void madaf_stock_board_set_branches (MadafStockBoard *self, GListModel *branches, const char *here_id);
/* Takes the figures over. Where figures were known, only what differs changes. */
void madaf_stock_board_set_stock (MadafStockBoard *self, MadafProductStock *stock);
/* variant_id: (nullable) */
void madaf_stock_board_set_variant (MadafStockBoard *self, const char *variant_id);

/* News. Returns: FALSE if it is older than what is known, so that nothing changed. */
gboolean madaf_stock_board_apply (
    MadafStockBoard *self, const char *variant_id, const char *branch_id, int available, gint64 changed_at_us);

/* Whether figures are known at all. */
gboolean madaf_stock_board_is_known (MadafStockBoard *self);
/* Pieces of a variant at a branch; -1 when nothing is known. */
int madaf_stock_board_get_units (MadafStockBoard *self, const char *variant_id, const char *branch_id);
/* What a variant costs when it is collected at a branch: (transfer none) (nullable): NULL for what it costs everywhere.
 */
MadafPrice *madaf_stock_board_get_price (MadafStockBoard *self, const char *variant_id, const char *branch_id);
/* Pieces of the variant that branches other than this one have for a shopper (to collect or to be sent). */
int madaf_stock_board_count_elsewhere (MadafStockBoard *self, const char *variant_id);
/* Whether some branch that sends parcels has one. */
gboolean madaf_stock_board_can_ship (MadafStockBoard *self, const char *variant_id);
/* What to say of a size: PLAIN as long as nothing is known; a variant_id of NULL is not made, so GONE. */
MadafChipStock madaf_stock_board_get_chip (MadafStockBoard *self, const char *variant_id);

/* The row of this branch: (transfer none) (nullable). */
MadafBranchRow *madaf_stock_board_get_here (MadafStockBoard *self);

G_END_DECLS
