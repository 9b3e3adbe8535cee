/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafCategory:
 *
 * A category of the catalogue. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - parent-id: the category above, or NULL
 * - name: the name
 * - picture-id: the picture, or NULL
 * - product-count: how many products are in it and below
 */
#define MADAF_TYPE_CATEGORY (madaf_category_get_type ())
G_DECLARE_FINAL_TYPE (MadafCategory, madaf_category, MADAF, CATEGORY, GObject)

const char *madaf_category_get_id (MadafCategory *category);
const char *madaf_category_get_parent_id (MadafCategory *category);
MadafText *madaf_category_get_name (MadafCategory *category);
const char *madaf_category_get_picture_id (MadafCategory *category);
int madaf_category_get_product_count (MadafCategory *category);

G_END_DECLS
