/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/picture.h"
#include "model/price.h"
#include "model/review-summary.h"
#include "model/text.h"
#include "model/variant.h"

G_BEGIN_DECLS

/**
 * MadafProduct:
 *
 * A product with all its variants. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - title: the title
 * - description: the description
 * - brand: the brand, or NULL
 * - category-ids: ids of categories
 * - details: of MadafDetail: material, care, origin, measures
 * - colours: of MadafColour
 * - sizes: in the order to show them
 * - variants: of MadafVariant
 * - pictures: of MadafPicture
 * - review-summary: the reviews
 */
#define MADAF_TYPE_PRODUCT (madaf_product_get_type ())
G_DECLARE_FINAL_TYPE (MadafProduct, madaf_product, MADAF, PRODUCT, GObject)

const char *madaf_product_get_id (MadafProduct *product);
MadafText *madaf_product_get_title (MadafProduct *product);
MadafText *madaf_product_get_description (MadafProduct *product);
const char *madaf_product_get_brand (MadafProduct *product);
const char *const *madaf_product_get_category_ids (MadafProduct *product);
GListModel *madaf_product_get_details (MadafProduct *product);
GListModel *madaf_product_get_colours (MadafProduct *product);
const char *const *madaf_product_get_sizes (MadafProduct *product);
GListModel *madaf_product_get_variants (MadafProduct *product);
GListModel *madaf_product_get_pictures (MadafProduct *product);
MadafReviewSummary *madaf_product_get_review_summary (MadafProduct *product);

/* The variant of that id, or of that 14-digit GTIN, or of that colour and size (NULL when the product has none):
 * (transfer none), NULL when there is none. */
MadafVariant *madaf_product_find_variant (MadafProduct *product, const char *id);
MadafVariant *madaf_product_find_variant_by_gtin (MadafProduct *product, const char *gtin);
MadafVariant *madaf_product_find_variant_by_look (MadafProduct *product, const char *colour_id, const char *size);

/* The prices of the variants that cost least and most (transfer none); NULL without variants. */
MadafPrice *madaf_product_get_price_from (MadafProduct *product);
MadafPrice *madaf_product_get_price_to (MadafProduct *product);

/* The picture to show for a colour (may be NULL): the first of that colour, else the first of all colours, else the
 * first there is; (transfer none), NULL without pictures. */
MadafPicture *madaf_product_pick_picture (MadafProduct *product, const char *colour_id);

G_END_DECLS
