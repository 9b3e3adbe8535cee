/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"
#include "kiosk/pages/product/reviews-route.h"

G_BEGIN_DECLS

/**
 * MadafReviewsPage:
 *
 * The reviews of a product, as many as there are: read page by page while one scrolls, in the order and narrowed to
 * what its route's filter says. From here one is written.
 */
#define MADAF_TYPE_REVIEWS_PAGE (madaf_reviews_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafReviewsPage, madaf_reviews_page, MADAF, REVIEWS_PAGE, MadafPage)

G_END_DECLS
