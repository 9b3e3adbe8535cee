/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "client/product-query.h"

G_BEGIN_DECLS

/* The sentences of the search page, as pure functions of what is shown. All (transfer full). */

/** "42 results", "Results for “jeans”: 42"; total < 0: "Many results". retyped: nullable. from_shelf: says so. */
char *madaf_search_texts_count (gint64 total, const char *retyped, gboolean from_shelf);
/** Headline when nothing was found. words may be "". */
char *madaf_search_texts_nothing (const char *words);
/** What to try then: fewer filters, or other words. */
char *madaf_search_texts_advice (guint n_filters);
/** "Filter", "Filter (2)". */
char *madaf_search_texts_filter (guint n_filters);
/** "Popular first", … (translated, static: not to be freed). */
const char *madaf_search_texts_sort (MadafProductSort sort);

G_END_DECLS
