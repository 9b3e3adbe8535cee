/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/product-stock.h"
#include "model/basket.h"
#include "model/branch.h"
#include "model/stock-level.h"

G_BEGIN_DECLS

/* Changes of a basket that keep its rule (one line for a variant and fulfilment), and what is possible for a line. */

/* Changes how a line comes; where there is a line like that already the pieces join it. */
void madaf_basket_change_fulfilment (MadafBasket *basket, MadafBasketLine *line, MadafFulfilment *fulfilment);

/* Whether some line is shipped; whether some line does not say how it comes. */
gboolean madaf_lines_need_address (GListModel *lines);
gboolean madaf_lines_need_choice (GListModel *lines);

/* A branch that can hand over a line, and how far it is. */
typedef struct
{
  MadafBranch *branch; /* (owned) */
  double distance;     /* metres from here; -1: not known */
  int available;
  gboolean is_here;
} MadafPlaceToCollect;

void madaf_place_to_collect_free (MadafPlaceToCollect *place);

/**
 * madaf_places_to_collect:
 * @branches: of MadafBranch
 * @stock: (nullable): NULL when not known
 * @here_id: (nullable): the branch of this screen, from where distances are
 *
 * Returns: (transfer full) (element-type MadafPlaceToCollect): the branches where orders are collected and that have
 * @quantity of the variant (all of them when the stock is not known), here first, then the nearest
 */
GPtrArray *madaf_places_to_collect (
    GListModel *branches, MadafProductStock *stock, const char *variant_id, int quantity, const char *here_id);

/**
 * madaf_line_limit:
 * @branches: of MadafBranch
 * @stock: (nullable): NULL when not known
 * @way: (nullable): NULL while it is not chosen
 *
 * Returns: how many pieces of a variant can come that way, all branches that send parcels together for a parcel; -1
 * when that is not known
 */
int madaf_line_limit (GListModel *branches, MadafProductStock *stock, const char *variant_id, MadafFulfilment *way);

/* Whether the branches that send parcels have as many together; TRUE when the stock is not known and one of them sends.
 */
gboolean madaf_can_ship (GListModel *branches, MadafProductStock *stock, const char *variant_id, int quantity);

G_END_DECLS
