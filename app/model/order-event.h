/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/words.h"

G_BEGIN_DECLS

/**
 * MadafOrderEvent:
 *
 * A step in the life of an order. Immutable.
 *
 * Properties, each with its getter:
 * - state: what it became
 * - at-us: when
 * - by: who: "kiosk", "till", "channel", "staff", "system"
 * - fulfilment-id: which part of the order, NULL for all of it
 * - branch-id: where, or NULL
 */
#define MADAF_TYPE_ORDER_EVENT (madaf_order_event_get_type ())
G_DECLARE_FINAL_TYPE (MadafOrderEvent, madaf_order_event, MADAF, ORDER_EVENT, GObject)

MadafOrderState madaf_order_event_get_state (MadafOrderEvent *order_event);
gint64 madaf_order_event_get_at_us (MadafOrderEvent *order_event);
const char *madaf_order_event_get_by (MadafOrderEvent *order_event);
const char *madaf_order_event_get_fulfilment_id (MadafOrderEvent *order_event);
const char *madaf_order_event_get_branch_id (MadafOrderEvent *order_event);

G_END_DECLS
