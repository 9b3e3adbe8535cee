/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/branch.h"
#include "central/shop/order.h"

G_BEGIN_DECLS

/* The page that a shopper's phone shows of an order: small, without script, in the order's language and direction.
 * Everything that comes from outside is escaped. */

/* @branches: (element-type MadafShopBranch). (transfer full): a whole HTML document. */
char *madaf_receipt_format (const MadafShopOrder *order, const MadafShopSettings *settings, const GPtrArray *branches);

/* What is shown where there is no such order; in all languages, for nobody knows whose it was. (transfer full) */
char *madaf_receipt_format_missing (void);

G_END_DECLS
