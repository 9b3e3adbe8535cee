/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/search/search.h"
#include "kiosk/widgets/picture-loader.h"
#include "model/category.h"

G_BEGIN_DECLS

/**
 * MadafCategoryRow:
 *
 * The categories in one line that scrolls sideways: "All", the way down to where the search is, and what is below or
 * beside it. It follows the search and sets its category.
 */
#define MADAF_TYPE_CATEGORY_ROW (madaf_category_row_get_type ())
G_DECLARE_FINAL_TYPE (MadafCategoryRow, madaf_category_row, MADAF, CATEGORY_ROW, GtkWidget)

GtkWidget *madaf_category_row_new (MadafSearch *search, MadafPictureLoader *pictures, const char *language);

/**
 * madaf_category_row_choose:
 * @categories: of MadafCategory, parents before their children
 * @current: (nullable): the id of the category that the search is in
 *
 * Which categories such a row offers, in order: those above @current and itself if it has any below, then those below
 * it, or if there are none those beside it.
 *
 * Returns: (transfer full) (element-type MadafCategory)
 */
GPtrArray *madaf_category_row_choose (GListModel *categories, const char *current);

G_END_DECLS
