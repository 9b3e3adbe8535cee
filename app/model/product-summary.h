/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/picture.h"
#include "model/price.h"
#include "model/review-summary.h"
#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafProductSummary:
 *
 * A product as it stands in a list. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - title: the title
 * - brand: the brand, or NULL
 * - picture: the first picture, or NULL
 * - price-from: of the variant that costs least
 * - price-to: of the variant that costs most
 * - colours: of MadafColour
 * - review-summary: the reviews
 */
#define MADAF_TYPE_PRODUCT_SUMMARY (madaf_product_summary_get_type ())
G_DECLARE_FINAL_TYPE (MadafProductSummary, madaf_product_summary, MADAF, PRODUCT_SUMMARY, GObject)

const char *madaf_product_summary_get_id (MadafProductSummary *product_summary);
MadafText *madaf_product_summary_get_title (MadafProductSummary *product_summary);
const char *madaf_product_summary_get_brand (MadafProductSummary *product_summary);
MadafPicture *madaf_product_summary_get_picture (MadafProductSummary *product_summary);
MadafPrice *madaf_product_summary_get_price_from (MadafProductSummary *product_summary);
MadafPrice *madaf_product_summary_get_price_to (MadafProductSummary *product_summary);
GListModel *madaf_product_summary_get_colours (MadafProductSummary *product_summary);
MadafReviewSummary *madaf_product_summary_get_review_summary (MadafProductSummary *product_summary);

G_END_DECLS
