/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/basket/branch-book.h"
#include "model/order.h"

G_BEGIN_DECLS

/**
 * madaf_receipt_text:
 * @shop_name: the retailer's name
 *
 * What the phone gets: the address of the receipt where there is one, else the receipt itself as plain text (shop,
 * codes, branches, total), short enough for a QR code.
 *
 * Returns: (transfer full)
 */
char *madaf_receipt_text (MadafOrder *order, MadafBranchBook *book, const char *shop_name);

G_END_DECLS
