/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "kiosk/page.h"
#include "kiosk/pages/search/search-filters.h"

G_BEGIN_DECLS

/* How long after a key the central is asked; the next key within it starts the time anew. */
#define MADAF_SEARCH_PAUSE_MS 60

/**
 * MadafSearch:
 *
 * A search under way: what is looked for, what was found so far, and the talk with the central about it. Only the
 * newest question counts: asking anew cancels the one before, so answers never come out of order. The route owns it;
 * pages come and go. Main thread.
 *
 * Signals:
 *  - filters-changed: what is looked for is something else.
 *  - results-changed: status, total, retyped or freshness; the list of results tells its own changes.
 *  - facets-changed: what it could be narrowed to.
 *  - categories-changed.
 */
#define MADAF_TYPE_SEARCH (madaf_search_get_type ())
G_DECLARE_FINAL_TYPE (MadafSearch, madaf_search, MADAF, SEARCH, GObject)

/** All nullable; without a central it is MADAF_PAGE_OFFLINE for ever. */
MadafSearch *
madaf_search_new (MadafCentralClient *central, const char *branch_id, const char *words, const char *category_id);

/** Asks for results and categories where there are none yet. */
void madaf_search_start (MadafSearch *self);
/** Asks again at once, after OFFLINE or FAILED. */
void madaf_search_retry (MadafSearch *self);
/** The next page, if there is one and it is not on its way. */
void madaf_search_load_more (MadafSearch *self);
/** Nobody waits for answers any more: the place is gone. A question on its way keeps the object alive otherwise. */
void madaf_search_stop (MadafSearch *self);

/** branch_id: where this screen stands, NULL while that is not known. */
void madaf_search_set_branch (MadafSearch *self, const char *branch_id);
void madaf_search_set_words (MadafSearch *self, const char *words);
void madaf_search_set_category (MadafSearch *self, const char *category_id);
void madaf_search_toggle_colour (MadafSearch *self, const char *colour_id);
void madaf_search_toggle_size (MadafSearch *self, const char *size);
void madaf_search_set_here (MadafSearch *self, gboolean here);
void madaf_search_set_sort (MadafSearch *self, MadafProductSort sort);
void madaf_search_clear_filters (MadafSearch *self);

const MadafSearchFilters *madaf_search_get_filters (MadafSearch *self);
/** Whether this screen knows the branch it stands in. */
gboolean madaf_search_knows_branch (MadafSearch *self);
/** LOADING only until the first answer and after a failed one; else the old results stay until the new are here. */
MadafPageStatus madaf_search_get_status (MadafSearch *self);
/** MadafProductSummary objects; the same list for ever. (transfer none) */
GListModel *madaf_search_get_results (MadafSearch *self);
/** How many there are in all, -1: not counted. */
gint64 madaf_search_get_total (MadafSearch *self);
/** The words that were looked for instead, or NULL. */
const char *madaf_search_get_retyped (MadafSearch *self);
/** Whether this is what the kiosk kept, because the central did not answer. */
gboolean madaf_search_is_from_shelf (MadafSearch *self);
/** (element-type MadafFacet) (transfer none): of the words and category as they are, not of the narrowing. */
GPtrArray *madaf_search_get_colours (MadafSearch *self);
GPtrArray *madaf_search_get_sizes (MadafSearch *self);
/** MadafCategory objects; empty until they are here. (transfer none) */
GListModel *madaf_search_get_categories (MadafSearch *self);

G_END_DECLS
