/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/look-where.h"

G_BEGIN_DECLS

/**
 * MadafLookStock:
 *
 * A wanted piece, with the variants that will do for it and where each is.
 */
typedef struct
{
  const MadafWantedPiece *wanted;
  char *product_id;
  GPtrArray *candidates; /* (element-type MadafShopVariant) that will do, the best first */
  guint8 *at;            /* by place: 1 + index of the best candidate that is handed out there in the whole quantity */
  int shipped;           /* index of the best candidate of which the whole quantity can be shipped, or -1 */
  int shown;             /* index of the candidate to show: the best one here, else anywhere, else -1 */
  gint64 here;           /* of the one shown */
  guint branches;        /* that hand out one that will do */
} MadafLookStock;

/* (element-type MadafLookStock) Faults as in madaf_look_find_where(). */
GPtrArray *madaf_look_stock_read (MadafTransaction *transaction,
                                  const MadafPlaces *places,
                                  const MadafWantedPiece *pieces,
                                  guint n_pieces,
                                  MadafFaults *faults,
                                  GError **error);

/* The visible variants of a product, by position. (element-type MadafShopVariant) */
GPtrArray *madaf_look_stock_read_variants (MadafTransaction *transaction, const char *product_id, GError **error);

/* How good @value is among @wanted, which has the best first; 0 is best, -1 not at all. Of none wanted all are best. */
int madaf_look_stock_rank (const char *value, const char *const *wanted);

/* What @quantity of @variant_id costs at the branch (NULL: shipped), without its tax. */
gboolean madaf_look_stock_price (MadafTransaction *transaction,
                                 const char *variant_id,
                                 const char *branch_id,
                                 gint64 quantity,
                                 gint64 now_us,
                                 MadafLinePrice *price,
                                 GError **error);

/* What may stand in for the piece @index, which is missing at @stops (of MadafLookStop), or with none of them when all
 * is shipped; what is there first. (element-type MadafLookSwap) */
GPtrArray *madaf_look_find_swaps (MadafTransaction *transaction,
                                  const MadafPlaces *places,
                                  const GPtrArray *stocks,
                                  guint index,
                                  const GPtrArray *stops,
                                  gint64 now_us,
                                  GError **error);

void madaf_look_stock_free (MadafLookStock *stock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafLookStock, madaf_look_stock_free)

G_END_DECLS
