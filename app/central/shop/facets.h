/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/catalogue.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/* Counts what a list could be narrowed to. */
typedef struct _MadafFacets MadafFacets;

MadafFacets *madaf_facets_new (void);
void madaf_facets_free (MadafFacets *facets);

/* @colours and @sizes: ids between line feeds. */
void madaf_facets_count (MadafFacets *facets, const char *product_id, const char *colours, const char *sizes);

/* Fills MadafShopFacets: colours most first, sizes as on a rail: letters from small to large, then numbers, then words.
 */
gboolean madaf_facets_finish (
    MadafFacets *facets, MadafTransaction *transaction, GPtrArray *colours, GPtrArray *sizes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafFacets, madaf_facets_free)

G_END_DECLS
