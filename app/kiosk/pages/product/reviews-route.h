/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/review-filter.h"
#include "kiosk/route.h"
#include "model/product.h"

G_BEGIN_DECLS

/**
 * MadafReviewsRoute:
 *
 * All reviews of a product, as far as they were read, and what they are narrowed to.
 */
#define MADAF_TYPE_REVIEWS_ROUTE (madaf_reviews_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafReviewsRoute, madaf_reviews_route, MADAF, REVIEWS_ROUTE, MadafRoute)

/* stars: 1 to 5, or 0 for all */
MadafRoute *madaf_reviews_route_new (MadafProduct *product, int stars);

/* All (transfer none). */
MadafProduct *madaf_reviews_route_get_product (MadafReviewsRoute *self);
MadafReviewFilter *madaf_reviews_route_get_filter (MadafReviewsRoute *self);
/* MadafReview objects, read so far. */
GListModel *madaf_reviews_route_get_reviews (MadafReviewsRoute *self);

/* Whether a page of them came already; where the next one begins (nullable): NULL after the last. */
gboolean madaf_reviews_route_has_begun (MadafReviewsRoute *self);
const char *madaf_reviews_route_get_cursor (MadafReviewsRoute *self);
void madaf_reviews_route_take (MadafReviewsRoute *self, MadafReviewList *page);
void madaf_reviews_route_begin_anew (MadafReviewsRoute *self);

/* Somebody wants to write and has to sign in first, which may build the page anew. */
gboolean madaf_reviews_route_wants_to_write (MadafReviewsRoute *self);
void madaf_reviews_route_set_wants_to_write (MadafReviewsRoute *self, gboolean wants);

G_END_DECLS
