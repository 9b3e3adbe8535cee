/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/product-summary.h"

G_BEGIN_DECLS

/**
 * MadafTogether:
 *
 * What others bought together with a product. Immutable.
 *
 * Properties, each with its getter:
 * - product: what they bought
 * - orders: in how many orders both were
 * - of: in how many orders the product asked about was
 */
#define MADAF_TYPE_TOGETHER (madaf_together_get_type ())
G_DECLARE_FINAL_TYPE (MadafTogether, madaf_together, MADAF, TOGETHER, GObject)

MadafProductSummary *madaf_together_get_product (MadafTogether *together);
int madaf_together_get_orders (MadafTogether *together);
int madaf_together_get_of (MadafTogether *together);

G_END_DECLS
