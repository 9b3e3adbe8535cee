/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"
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

/**
 * MadafReviewsPage:
 *
 * The reviews of a product, as many as there are: read page by page while one scrolls, narrowed by stars and language.
 */
#define MADAF_TYPE_REVIEWS_PAGE (madaf_reviews_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafReviewsPage, madaf_reviews_page, MADAF, REVIEWS_PAGE, MadafPage)

G_END_DECLS
