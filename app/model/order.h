/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/address.h"
#include "model/money.h"
#include "model/words.h"

G_BEGIN_DECLS

/**
 * MadafOrder:
 *
 * An order, as the central confirmed it. Immutable: what happens to it comes as a new one.
 *
 * Properties, each with its getter:
 * - id: the id
 * - state: of the fulfilment that is furthest behind
 * - placed-at-us: when it was placed
 * - fulfilments: of MadafOrderFulfilment
 * - contact-name: whose it is
 * - contact-phone: E.164
 * - address: where it is sent, or NULL
 * - payment: where it is paid
 * - language: BCP 47, the shopper's
 * - total: what it costs
 * - vat: the part of that which is VAT
 * - due: what is left to pay of it
 * - earns: the points it earns, 0 for none
 * - receipt-path: of the receipt at the central
 * - receipt-url: where a phone finds the receipt, or NULL
 * - events: of MadafOrderEvent, oldest first
 * - placed-by: of a purchase: "kiosk", "till", "channel", "staff" or "system"; NULL of others
 * - branch-id: of a purchase: where it was placed, or NULL
 */
#define MADAF_TYPE_ORDER (madaf_order_get_type ())
G_DECLARE_FINAL_TYPE (MadafOrder, madaf_order, MADAF, ORDER, GObject)

const char *madaf_order_get_id (MadafOrder *order);
MadafOrderState madaf_order_get_state (MadafOrder *order);
gint64 madaf_order_get_placed_at_us (MadafOrder *order);
GListModel *madaf_order_get_fulfilments (MadafOrder *order);
const char *madaf_order_get_contact_name (MadafOrder *order);
const char *madaf_order_get_contact_phone (MadafOrder *order);
MadafAddress *madaf_order_get_address (MadafOrder *order);
MadafPayment madaf_order_get_payment (MadafOrder *order);
const char *madaf_order_get_language (MadafOrder *order);
const MadafMoney *madaf_order_get_total (MadafOrder *order);
const MadafMoney *madaf_order_get_vat (MadafOrder *order);
const MadafMoney *madaf_order_get_due (MadafOrder *order);
gint64 madaf_order_get_earns (MadafOrder *order);
const char *madaf_order_get_receipt_path (MadafOrder *order);
const char *madaf_order_get_receipt_url (MadafOrder *order);
GListModel *madaf_order_get_events (MadafOrder *order);
const char *madaf_order_get_placed_by (MadafOrder *order);
const char *madaf_order_get_branch_id (MadafOrder *order);

G_END_DECLS
