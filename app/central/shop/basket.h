/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/fault.h"
#include "central/shop/pricing.h"
#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

#define MADAF_BASKET_MAX_LINES    100
#define MADAF_BASKET_MAX_QUANTITY 99

/* How a line reaches the shopper. */
typedef enum
{
  MADAF_REACH_UNDECIDED, /* in baskets only */
  MADAF_REACH_COLLECT,
  MADAF_REACH_SHIP,
} MadafReach;

/* What a client says of a line. Borrowed. */
typedef struct
{
  const char *variant_id;
  gint64 quantity;
  MadafReach reach;
  const char *branch_id; /* where to collect; NULL when shipped */
} MadafLineRequest;

/* A line as it is answered: priced, with what a screen needs to draw it. */
typedef struct
{
  char *variant_id;
  char *product_id;
  char *title;       /* JSON text */
  char *colour_name; /* (nullable) JSON text */
  char *size;        /* (nullable) */
  char *picture_id;  /* (nullable) */
  gint64 quantity;
  MadafReach reach;
  char *branch_id; /* (nullable) */
  MadafLinePrice price;
} MadafPricedLine;

typedef struct
{
  char *id;
  gint64 version; /* the ETag */
  gint64 created_us;
  gint64 updated_us;
  char *currency;
  GPtrArray *lines; /* (element-type MadafPricedLine) as put */
  GPtrArray *gone;  /* (element-type MadafPricedLine) lines that are not sold any more, without a price */
  gint64 tax;
  gint64 total;
} MadafShopBasket;

/* A basket of nobody in particular: its id lets one in. A member's own is in member-basket.h.
 *
 * Lines are put in place of those before; the same variant reached the same way
 * is merged. INVALID with faults for unknown variants and branches, quantities, too many lines. */
MadafShopBasket *madaf_basket_create (MadafTransaction *transaction,
                                      const MadafLineRequest *lines,
                                      gsize n_lines,
                                      gint64 now_us,
                                      MadafRandom *random,
                                      MadafFaults *faults,
                                      GError **error);
MadafShopBasket *madaf_basket_get (MadafTransaction *transaction, const char *id, gint64 now_us, GError **error);

/* @version: what If-Match said, -1 for "whatever it is". MADAF_SHOP_ERROR_VERSION when it is another. */
MadafShopBasket *madaf_basket_replace (MadafTransaction *transaction,
                                       const char *id,
                                       gint64 version,
                                       const MadafLineRequest *lines,
                                       gsize n_lines,
                                       gint64 now_us,
                                       MadafFaults *faults,
                                       GError **error);
gboolean madaf_basket_delete (MadafTransaction *transaction, const char *id, GError **error);

/* Forgets those not touched for 30 days. */
gboolean madaf_basket_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

const char *madaf_reach_to_string (MadafReach reach);
gboolean madaf_reach_from_string (const char *text, MadafReach *reach);

void madaf_shop_basket_free (MadafShopBasket *basket);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopBasket, madaf_shop_basket_free)

G_END_DECLS
