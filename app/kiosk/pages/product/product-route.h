/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/freshness.h"
#include "client/review-list.h"
#include "kiosk/pages/product/choice.h"
#include "kiosk/pages/product/stock-board.h"
#include "kiosk/route.h"

G_BEGIN_DECLS

/**
 * MadafProductRoute:
 *
 * A product on the screen: what was asked for, what is already known of it, what is chosen. The page is built from
 * this, again and again.
 */
#define MADAF_TYPE_PRODUCT_ROUTE (madaf_product_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafProductRoute, madaf_product_route, MADAF, PRODUCT_ROUTE, MadafRoute)

/* Openers: a code as it was scanned or typed, or the id of a product (or variant). */
MadafRoute *madaf_product_route_new_for_code (const char *code);
MadafRoute *madaf_product_route_new_for_id (const char *id);

const char *madaf_product_route_get_wanted (MadafProductRoute *self);
/* Whether what is wanted is (to be looked up as) a code. An id that is no product's may still be a code. */
gboolean madaf_product_route_is_code (MadafProductRoute *self);
void madaf_product_route_take_as_code (MadafProductRoute *self);

/* The product, once it is known: makes the choice, and the board if there is none. variant_id: (nullable). */
void madaf_product_route_set_product (MadafProductRoute *self, MadafProduct *product, const char *variant_id);
/* (transfer none) (nullable): NULL until the product is known. */
MadafChoice *madaf_product_route_get_choice (MadafProductRoute *self);
MadafStockBoard *madaf_product_route_get_board (MadafProductRoute *self);
/* (nullable) */
MadafProduct *madaf_product_route_get_product (MadafProductRoute *self);

/* The first page of reviews, and what goes with it: (transfer none) (nullable). */
MadafReviewList *madaf_product_route_get_reviews (MadafProductRoute *self);
void madaf_product_route_set_reviews (MadafProductRoute *self, MadafReviewList *reviews);
GListModel *madaf_product_route_get_related (MadafProductRoute *self);
void madaf_product_route_set_related (MadafProductRoute *self, GListModel *related);

/* Which picture is shown, from 0, and whether the list of branches is shown whole. */
guint madaf_product_route_get_picture (MadafProductRoute *self);
void madaf_product_route_set_picture (MadafProductRoute *self, guint position);
gboolean madaf_product_route_get_all_branches (MadafProductRoute *self);
void madaf_product_route_set_all_branches (MadafProductRoute *self, gboolean all);

G_END_DECLS
