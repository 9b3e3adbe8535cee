/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/basket-line.h"

G_BEGIN_DECLS

/**
 * MadafBasket:
 *
 * What a shopper is about to order: a GListModel of MadafBasketLine. Lines of the same variant and the same fulfilment
 * are one. Main thread.
 *
 * Properties:
 * - id: at the central, NULL until it knows the basket (can change)
 * - etag: of the version that the central last gave (can change)
 * - total: what the central says it costs, NULL when it has not said so since the last change (can change)
 * - vat: the part of that which is VAT (can change)
 * - n-pieces: how many pieces all lines have together (read only)
 *
 * What is not sold any more is no line: it is told beside them until it is taken out ("gone").
 *
 * The signal "gone-removed" (MadafBasketLine) is emitted when the shopper takes such a thing out.
 * The signal "changed" is emitted after lines came, went, or changed quantity or fulfilment: the central has to hear of
 * it.
 */
#define MADAF_TYPE_BASKET (madaf_basket_get_type ())
G_DECLARE_FINAL_TYPE (MadafBasket, madaf_basket, MADAF, BASKET, GObject)

#define MADAF_BASKET_MOST_LINES 100

MadafBasket *madaf_basket_new (void);

const char *madaf_basket_get_id (MadafBasket *basket);
void madaf_basket_set_id (MadafBasket *basket, const char *id);
const char *madaf_basket_get_etag (MadafBasket *basket);
void madaf_basket_set_etag (MadafBasket *basket, const char *etag);
const MadafMoney *madaf_basket_get_total (MadafBasket *basket);
const MadafMoney *madaf_basket_get_vat (MadafBasket *basket);
/* Both at once, as the central gave them; NULL for not known. */
void madaf_basket_set_totals (MadafBasket *basket, const MadafMoney *total, const MadafMoney *vat);
int madaf_basket_get_n_pieces (MadafBasket *basket);

/* The sum over the lines, to show until the central has said the total; FALSE for an empty basket, several currencies
 * or overflow. */
gboolean madaf_basket_get_sum (MadafBasket *basket, MadafMoney *sum);

/* Adds @line, or its quantity to the line of the same variant and fulfilment. FALSE when the basket, or that line,
 * could not take all. */
gboolean madaf_basket_add (MadafBasket *basket, MadafBasketLine *line);
void madaf_basket_remove (MadafBasket *basket, MadafBasketLine *line);
void madaf_basket_clear (MadafBasket *basket);
/* What was put here and is not sold any more, of MadafBasketLine without prices (transfer none). */
GListModel *madaf_basket_get_gone (MadafBasket *basket);
void madaf_basket_set_gone (MadafBasket *basket, GListModel *gone);
void madaf_basket_remove_gone (MadafBasket *basket, MadafBasketLine *line);
/* Replaces all lines by those of @lines (a GListModel of MadafBasketLine). */
void madaf_basket_set_lines (MadafBasket *basket, GListModel *lines);

/* The same, but the lines that are among them (and cost the same) stay the objects that they are: what shows the
 * basket keeps its place. */
void madaf_basket_become (MadafBasket *basket, GListModel *lines);

/* The line of that variant and fulfilment (transfer none), or NULL. */
MadafBasketLine *madaf_basket_find (MadafBasket *basket, const char *variant_id, MadafFulfilment *fulfilment);
/* How many pieces of a variant, over all its lines. */
int madaf_basket_count_variant (MadafBasket *basket, const char *variant_id);

G_END_DECLS
