/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/stock.h"

G_BEGIN_DECLS

/* What a variant costs where it is handed out, in branches that have a price of their own. What is shipped costs what
 * it costs everywhere. */

/* Each part that is -1 is as everywhere; the times are those of the sale price, 0 for none. */
typedef struct
{
  gint64 price;
  gint64 sale_price;
  gint64 sale_from_us;
  gint64 sale_until_us;
} MadafBranchPrice;

/* For a SELECT from variant v: the price, the sale price (-1 for none) and its two times, as they hold in the branch of
 * the join; a branch of NULL is none. */
#define MADAF_BRANCH_PRICE_COLUMNS                                                                                     \
  "coalesce (o.price, v.price), coalesce (o.sale_price, v.sale_price, -1),"                                            \
  " CASE WHEN o.sale_price IS NULL THEN v.sale_from_us ELSE o.sale_from_us END,"                                       \
  " CASE WHEN o.sale_price IS NULL THEN v.sale_until_us ELSE o.sale_until_us END"
#define MADAF_BRANCH_PRICE_JOIN(parameter)                                                                             \
  "LEFT JOIN branch_price o ON o.variant_id = v.id AND o.branch_id = " parameter

/* Keeps what of @own differs from the variant's own price, and forgets what was kept before. @changed (out). */
gboolean madaf_branch_price_put (MadafTransaction *transaction,
                                 const char *variant_id,
                                 const char *branch_id,
                                 const MadafBranchPrice *own,
                                 gboolean *changed,
                                 GError **error);

/* Tells in @levels, which are all of @product_id by variant and branch, what costs another price than elsewhere now. */
gboolean madaf_branch_price_read (
    MadafTransaction *transaction, const char *product_id, gint64 now_us, GPtrArray *levels, GError **error);

G_END_DECLS
