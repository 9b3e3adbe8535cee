/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

typedef struct
{
  char *variant_id;
  char *branch_id;
  gint64 on_hand;
  gint64 reserved;
  gint64 available; /* never below 0 */
  gint64 as_of_us;  /* when the figure last changed or was confirmed */
} MadafShopLevel;

typedef struct
{
  GPtrArray *levels; /* (element-type MadafShopLevel) by variant, branch */
  gint64 event_id;   /* resume the stream after this one to miss nothing */
  gint64 as_of_us;   /* of the newest level */
} MadafShopLevels;

typedef enum
{
  MADAF_MOVEMENT_SALE,     /* a till sold quantity: a fact, never refused */
  MADAF_MOVEMENT_RETURN,   /* came back to the shelf */
  MADAF_MOVEMENT_RECEIPT,  /* goods came in */
  MADAF_MOVEMENT_TRANSFER, /* from branch_id to other_branch_id */
  MADAF_MOVEMENT_COUNT,    /* somebody counted: quantity is what is on hand now */
} MadafMovementKind;

/* Borrowed. */
typedef struct
{
  MadafMovementKind kind;
  const char *source;    /* who says so: "till-3", "feed" */
  const char *source_id; /* their own id of the movement: given twice, it counts once */
  const char *variant_id;
  const char *branch_id;
  const char *other_branch_id; /* transfers only */
  gint64 quantity;             /* > 0; a count may be 0 */
  gint64 happened_us;          /* 0: now */
} MadafMovement;

typedef struct
{
  char *id;
  gboolean repeated; /* known before: nothing changed now */
  gint64 on_hand;    /* after it, at branch_id */
  gint64 available;
  gint64 discrepancy; /* how many were sold or moved that the books did not have */
} MadafMovementResult;

/* @product_id or @variant_id, the other NULL; @branch_id (nullable). A branch that never had it is not in the list. */
MadafShopLevels *madaf_stock_get_levels (MadafTransaction *transaction,
                                         const char *product_id,
                                         const char *variant_id,
                                         const char *branch_id,
                                         GError **error);

/* INVALID if the same (source, source_id) was another movement. NOT_FOUND for an unknown variant or branch. */
gboolean madaf_stock_apply (MadafTransaction *transaction,
                            const MadafMovement *movement,
                            gint64 now_us,
                            MadafMovementResult *result,
                            GError **error);

const char *madaf_movement_kind_to_string (MadafMovementKind kind);
gboolean madaf_movement_kind_from_string (const char *text, MadafMovementKind *kind);

void madaf_shop_level_free (MadafShopLevel *level);
void madaf_shop_levels_free (MadafShopLevels *levels);
void madaf_movement_result_clear (MadafMovementResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopLevel, madaf_shop_level_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopLevels, madaf_shop_levels_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafMovementResult, madaf_movement_result_clear)

G_END_DECLS
