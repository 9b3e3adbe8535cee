/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/price.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafStockLevel:
 *
 * How many of a variant a branch has to give, now: what a live list shows. Main thread.
 *
 * Properties, each with its getter:
 * - variant-id: the variant
 * - branch-id: the branch
 * - available: what can be ordered (can change)
 * - changed-at-us: when the central last saw it change (can change)
 * - price: what it costs when it is collected there, or NULL where that is the variant's price
 */
#define MADAF_TYPE_STOCK_LEVEL (madaf_stock_level_get_type ())
G_DECLARE_FINAL_TYPE (MadafStockLevel, madaf_stock_level, MADAF, STOCK_LEVEL, GObject)

const char *madaf_stock_level_get_variant_id (MadafStockLevel *stock_level);
const char *madaf_stock_level_get_branch_id (MadafStockLevel *stock_level);
int madaf_stock_level_get_available (MadafStockLevel *stock_level);
gint64 madaf_stock_level_get_changed_at_us (MadafStockLevel *stock_level);

/* (transfer none) (nullable) */
MadafPrice *madaf_stock_level_get_price (MadafStockLevel *stock_level);

/* Takes newer figures over; older ones (news that came late) change nothing. Returns whether they were taken. */
gboolean madaf_stock_level_update (MadafStockLevel *stock_level, int available, gint64 changed_at_us);

G_END_DECLS
