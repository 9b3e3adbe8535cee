/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"
#include "kiosk/pages/search/search.h"

G_BEGIN_DECLS

/**
 * MadafSearchPage:
 *
 * Finding something: words, categories, filters, and the results as one types. One page for searching and for looking
 * through a category.
 */
#define MADAF_TYPE_SEARCH_PAGE (madaf_search_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafSearchPage, madaf_search_page, MADAF, SEARCH_PAGE, MadafPage)

/** Keeps what is looked for, what was found and where it was scrolled to. */
#define MADAF_TYPE_SEARCH_ROUTE (madaf_search_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafSearchRoute, madaf_search_route, MADAF, SEARCH_ROUTE, MadafRoute)

/** The opener "search"; words: what was typed, or NULL to begin typing. */
MadafRoute *madaf_search_route_new (const char *words);
/** The opener "category". */
MadafRoute *madaf_search_route_new_for_category (const char *category_id);

G_END_DECLS
