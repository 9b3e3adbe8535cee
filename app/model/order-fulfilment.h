/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/words.h"

G_BEGIN_DECLS

/**
 * MadafOrderFulfilment:
 *
 * The part of an order that is handed over at one branch, or sent as one parcel. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - kind: collected or shipped
 * - branch-id: where it is collected; NULL when it is shipped
 * - state: where it stands
 * - collection-code: 10 digits; NULL when it is shipped
 * - ready-at-us: when it is expected to be ready, or to be sent; 0 when not known
 * - lines: of MadafOrderLine
 * - late-at-us: when the central saw that it was not ready in time; 0 when it did not
 */
#define MADAF_TYPE_ORDER_FULFILMENT (madaf_order_fulfilment_get_type ())
G_DECLARE_FINAL_TYPE (MadafOrderFulfilment, madaf_order_fulfilment, MADAF, ORDER_FULFILMENT, GObject)

const char *madaf_order_fulfilment_get_id (MadafOrderFulfilment *order_fulfilment);
MadafFulfilmentKind madaf_order_fulfilment_get_kind (MadafOrderFulfilment *order_fulfilment);
const char *madaf_order_fulfilment_get_branch_id (MadafOrderFulfilment *order_fulfilment);
MadafOrderState madaf_order_fulfilment_get_state (MadafOrderFulfilment *order_fulfilment);
const char *madaf_order_fulfilment_get_collection_code (MadafOrderFulfilment *order_fulfilment);
gint64 madaf_order_fulfilment_get_ready_at_us (MadafOrderFulfilment *order_fulfilment);
GListModel *madaf_order_fulfilment_get_lines (MadafOrderFulfilment *order_fulfilment);
gint64 madaf_order_fulfilment_get_late_at_us (MadafOrderFulfilment *order_fulfilment);

G_END_DECLS
