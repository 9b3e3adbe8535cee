/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafCategory:
 *
 * A category of goods. Read-only properties: `id`, `parent-id`, `name`, `picture-id`, `product-count`.
 */
#define MADAF_TYPE_CATEGORY (madaf_category_get_type ())
G_DECLARE_FINAL_TYPE (MadafCategory, madaf_category, MADAF, CATEGORY, GObject)

/* @parent_id and @picture_id may be NULL. */
MadafCategory *madaf_category_new (
    const char *id, const char *parent_id, MadafText *name, const char *picture_id, gint64 product_count);

const char *madaf_category_get_id (MadafCategory *self);
/* (nullable): NULL for one at the top. */
const char *madaf_category_get_parent_id (MadafCategory *self);
/* (transfer none) */
MadafText *madaf_category_get_name (MadafCategory *self);
/* (nullable) */
const char *madaf_category_get_picture_id (MadafCategory *self);
gint64 madaf_category_get_product_count (MadafCategory *self);

G_END_DECLS
