/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/product-query.h"

G_BEGIN_DECLS

/**
 * MadafSearchFilters:
 *
 * What somebody is looking for: words, a category, and what narrows it. A plain value that knows no central; each
 * setter returns whether it changed anything.
 */
typedef struct
{
  char *words;       /* (owned): never NULL, without blanks at its ends */
  char *category_id; /* (owned) (nullable) */
  char **colours;    /* (owned): ids, NULL-ended, never NULL */
  char **sizes;      /* (owned): as printed on the label, NULL-ended, never NULL */
  gboolean here;     /* only what this branch has now */
  MadafProductSort sort;
} MadafSearchFilters;

MadafSearchFilters *madaf_search_filters_new (const char *words, const char *category_id);
void madaf_search_filters_free (MadafSearchFilters *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSearchFilters, madaf_search_filters_free)

gboolean madaf_search_filters_set_words (MadafSearchFilters *self, const char *words);
gboolean madaf_search_filters_set_category (MadafSearchFilters *self, const char *category_id);
void madaf_search_filters_toggle_colour (MadafSearchFilters *self, const char *colour_id);
void madaf_search_filters_toggle_size (MadafSearchFilters *self, const char *size);

/** Colours, sizes and "in this shop": what can be taken away again to see more. */
guint madaf_search_filters_count (const MadafSearchFilters *self);
/** Takes those away; words, category and order stay. */
void madaf_search_filters_clear (MadafSearchFilters *self);

/**
 * madaf_search_filters_to_query:
 * @branch_id: (nullable): the branch of this screen; without it "in this shop" asks for nothing
 * @cursor: (nullable): of the page before
 *
 * The question to the central. It borrows all strings of @self.
 */
MadafProductQuery
madaf_search_filters_to_query (const MadafSearchFilters *self, const char *branch_id, const char *cursor);

G_END_DECLS
