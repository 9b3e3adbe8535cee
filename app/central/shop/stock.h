/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/fault.h"
#include "central/shop/pricing.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

typedef struct
{
  char *variant_id;
  char *branch_id;
  gint64 on_hand;
  gint64 reserved;
  gint64 available;     /* never below 0 */
  gint64 changed_us;    /* when the figure last changed */
  gboolean has_price;   /* it does not cost there what it costs elsewhere */
  MadafLinePrice price; /* if has_price: of one, without its tax */
} MadafShopLevel;

typedef struct
{
  GPtrArray *levels; /* (element-type MadafShopLevel) by variant, branch */
  gint64 event_id;   /* resume the stream after this one to miss nothing */
} MadafShopLevels;

typedef enum
{
  MADAF_MOVEMENT_SALE, /* a till sold it: a fact, never refused */
  MADAF_MOVEMENT_RETURN,
  MADAF_MOVEMENT_RECEIPT,
  MADAF_MOVEMENT_TRANSFER_IN,
  MADAF_MOVEMENT_TRANSFER_OUT,
  MADAF_MOVEMENT_COUNT, /* quantity is what is on hand */
} MadafMovementKind;

/* Borrowed. */
typedef struct
{
  MadafMovementKind kind;
  const char *source;     /* who says so: a device id, "feed" */
  const char *source_id;  /* their own id of the movement: given twice, it counts once */
  const char *variant_id; /* or gtin, the other NULL */
  const char *gtin;
  const char *branch_id;
  gint64 quantity;
  gint64 happened_us; /* 0: now */
} MadafMovement;

typedef struct
{
  gboolean duplicate; /* known before: nothing changed now */
  gint64 available;   /* after it, at branch_id */
  gint64 discrepancy; /* how many were sold or moved that the books did not have */
} MadafMovementResult;

/* Levels of a product at all branches, with the prices of @now_us. A pair that never had any is not in the list.
 * NOT_FOUND. */
MadafShopLevels *
madaf_stock_get_levels (MadafTransaction *transaction, const char *product_id, gint64 now_us, GError **error);

/* Applies one. INVALID with its fault below @pointer ("/movements/3") for an unknown variant or branch. */
gboolean madaf_stock_apply (MadafTransaction *transaction,
                            const MadafMovement *movement,
                            gint64 now_us,
                            const char *pointer,
                            MadafMovementResult *result,
                            MadafFaults *faults,
                            GError **error);

gboolean madaf_movement_kind_from_string (const char *text, MadafMovementKind *kind);

void madaf_shop_level_free (MadafShopLevel *level);
void madaf_shop_levels_free (MadafShopLevels *levels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopLevel, madaf_shop_level_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopLevels, madaf_shop_levels_free)

G_END_DECLS
