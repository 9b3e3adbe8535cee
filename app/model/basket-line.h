/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/fulfilment.h"
#include "model/price.h"
#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafBasketLine:
 *
 * A line of a basket: what, how many, and how it reaches the shopper. Main thread.
 *
 * Properties, each with its getter:
 * - variant-id: what is bought
 * - product-id: its product
 * - title: the title of the product
 * - colour: the name of the colour, or NULL
 * - size: the size, or NULL
 * - picture-id: the picture, or NULL
 * - unit-price: the price of one
 * - quantity: how many, 1 to 99 (can change)
 * - fulfilment: how it reaches the shopper, NULL until chosen (can change)
 */
#define MADAF_TYPE_BASKET_LINE (madaf_basket_line_get_type ())
G_DECLARE_FINAL_TYPE (MadafBasketLine, madaf_basket_line, MADAF, BASKET_LINE, GObject)

const char *madaf_basket_line_get_variant_id (MadafBasketLine *basket_line);
const char *madaf_basket_line_get_product_id (MadafBasketLine *basket_line);
MadafText *madaf_basket_line_get_title (MadafBasketLine *basket_line);
MadafText *madaf_basket_line_get_colour (MadafBasketLine *basket_line);
const char *madaf_basket_line_get_size (MadafBasketLine *basket_line);
const char *madaf_basket_line_get_picture_id (MadafBasketLine *basket_line);
MadafPrice *madaf_basket_line_get_unit_price (MadafBasketLine *basket_line);
int madaf_basket_line_get_quantity (MadafBasketLine *basket_line);
MadafFulfilment *madaf_basket_line_get_fulfilment (MadafBasketLine *basket_line);

#define MADAF_BASKET_LINE_MOST 99

/* Sets how many, kept within 1 to MADAF_BASKET_LINE_MOST. */
void madaf_basket_line_set_quantity (MadafBasketLine *basket_line, int quantity);
void madaf_basket_line_set_fulfilment (MadafBasketLine *basket_line, MadafFulfilment *fulfilment);

/* Another line like it (transfer full), which goes its own way from here on. */
MadafBasketLine *madaf_basket_line_copy (MadafBasketLine *basket_line);

/* Copies of all (transfer full): a GListStore. */
GListModel *madaf_basket_line_list_copy (GListModel *lines);

/* The line of the same variant and fulfilment in a list of MadafBasketLine that keeps its items (transfer none), or
 * NULL. */
MadafBasketLine *madaf_basket_line_list_find (GListModel *lines, MadafBasketLine *wanted);

/* The unit price times the quantity; FALSE when there is no price or it does not fit. */
gboolean madaf_basket_line_get_total (MadafBasketLine *basket_line, MadafMoney *total);

G_END_DECLS
