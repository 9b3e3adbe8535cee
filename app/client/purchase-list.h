/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafPurchaseList:
 *
 * One page of what a member bought in every channel. Immutable.
 *
 * Properties, each with its getter:
 * - orders: of MadafOrder, the newest first; without whose they are, for that is known
 * - next-cursor: asks for the page after this; NULL on the last one
 */
#define MADAF_TYPE_PURCHASE_LIST (madaf_purchase_list_get_type ())
G_DECLARE_FINAL_TYPE (MadafPurchaseList, madaf_purchase_list, MADAF, PURCHASE_LIST, GObject)

GListModel *madaf_purchase_list_get_orders (MadafPurchaseList *purchase_list);
const char *madaf_purchase_list_get_next_cursor (MadafPurchaseList *purchase_list);

G_END_DECLS
