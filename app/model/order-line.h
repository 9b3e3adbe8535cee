/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/price.h"
#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafOrderLine:
 *
 * A line of an order, as it was when it was placed. Immutable.
 *
 * Properties, each with its getter:
 * - variant-id: what is bought
 * - product-id: its product
 * - title: the title of the product
 * - colour: the name of the colour, or NULL
 * - size: the size, or NULL
 * - picture-id: the picture, or NULL
 * - unit-price: the price of one
 * - quantity: how many
 * - total: the price of all of them
 * - price-now: of a purchase: what one costs now; NULL when it is not sold any more, and of others
 */
#define MADAF_TYPE_ORDER_LINE (madaf_order_line_get_type ())
G_DECLARE_FINAL_TYPE (MadafOrderLine, madaf_order_line, MADAF, ORDER_LINE, GObject)

const char *madaf_order_line_get_variant_id (MadafOrderLine *order_line);
const char *madaf_order_line_get_product_id (MadafOrderLine *order_line);
MadafText *madaf_order_line_get_title (MadafOrderLine *order_line);
MadafText *madaf_order_line_get_colour (MadafOrderLine *order_line);
const char *madaf_order_line_get_size (MadafOrderLine *order_line);
const char *madaf_order_line_get_picture_id (MadafOrderLine *order_line);
MadafPrice *madaf_order_line_get_unit_price (MadafOrderLine *order_line);
int madaf_order_line_get_quantity (MadafOrderLine *order_line);
const MadafMoney *madaf_order_line_get_total (MadafOrderLine *order_line);
const MadafMoney *madaf_order_line_get_price_now (MadafOrderLine *order_line);

G_END_DECLS
