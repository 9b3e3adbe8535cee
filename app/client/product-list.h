/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/colour.h"

G_BEGIN_DECLS

/* What the whole result could be narrowed to: a colour (MadafColour in @colour) or a size (@colour NULL). */
typedef struct
{
  char *id;            /* (owned) the colour's id, or the size as printed on the label */
  MadafColour *colour; /* (owned) (nullable) */
  gint64 count;        /* how many products */
} MadafFacet;

/* (transfer full): references @colour. */
MadafFacet *madaf_facet_new (const char *id, MadafColour *colour, gint64 count);
void madaf_facet_free (MadafFacet *facet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafFacet, madaf_facet_free)

/**
 * MadafProductList:
 *
 * One page of products as the central found them: immutable, counted (thread-safe), a boxed type.
 */
typedef struct _MadafProductList MadafProductList;

#define MADAF_TYPE_PRODUCT_LIST (madaf_product_list_get_type ())

GType madaf_product_list_get_type (void) G_GNUC_CONST;
MadafProductList *madaf_product_list_ref (MadafProductList *list);
void madaf_product_list_unref (MadafProductList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafProductList, madaf_product_list_unref)

/* References @items; takes over the two arrays. @next_cursor and @retyped may be NULL, @total is -1 when not known. */
MadafProductList *madaf_product_list_new (GListModel *items,
                                          const char *next_cursor,
                                          gint64 total,
                                          const char *retyped,
                                          GPtrArray *colours,
                                          GPtrArray *sizes);

/* (transfer none): MadafProductSummary objects. */
GListModel *madaf_product_list_get_items (MadafProductList *list);
/* (nullable): for MadafProductQuery.cursor; NULL on the last page. */
const char *madaf_product_list_get_next_cursor (MadafProductList *list);
/* How many products there are in all, or -1 when that was not counted. */
gint64 madaf_product_list_get_total (MadafProductList *list);
/* (nullable): the words looked for instead, when they were typed in the wrong keyboard layout. */
const char *madaf_product_list_get_retyped (MadafProductList *list);
/* (transfer none) (element-type MadafFacet) */
GPtrArray *madaf_product_list_get_colours (MadafProductList *list);
GPtrArray *madaf_product_list_get_sizes (MadafProductList *list);

G_END_DECLS
