/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/fulfilment.h"

G_BEGIN_DECLS

typedef enum
{
  MADAF_BASKET_EDIT_ADD,    /* so many more */
  MADAF_BASKET_EDIT_SET,    /* just so many */
  MADAF_BASKET_EDIT_REMOVE, /* none */
} MadafBasketEditKind;

/**
 * MadafBasketEdit:
 *
 * One thing done to one line of a basket (BasketChanges of the contract): true whatever another device does to the same
 * basket meanwhile.
 */
typedef struct
{
  MadafBasketEditKind kind;
  char *variant_id;            /* (owned) */
  int quantity;                /* 0 for REMOVE */
  MadafFulfilment *fulfilment; /* (owned) (nullable) */
} MadafBasketEdit;

#define MADAF_BASKET_EDITS_MOST 100

void madaf_basket_edit_free (MadafBasketEdit *edit);

/**
 * madaf_basket_edits_between:
 * @from: of MadafBasketLine: as both sides know them
 * @to: of MadafBasketLine: as they are here
 * @reached: (out) (transfer full): what @from becomes by these edits: @to, unless those are more than
 *   MADAF_BASKET_EDITS_MOST; then there are further ones from here to @to
 *
 * Returns: (transfer full) (element-type MadafBasketEdit): what was done. More of what is there is an addition, so that
 *   what somebody else adds at the same time counts too.
 */
GPtrArray *madaf_basket_edits_between (GListModel *from, GListModel *to, GListModel **reached);

/* The body of the request (transfer full). */
GBytes *madaf_basket_edits_to_bytes (GPtrArray *edits);

G_END_DECLS
