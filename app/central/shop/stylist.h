/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/fault.h"
#include "central/shop/look.h"
#include "central/shop/together.h"

G_BEGIN_DECLS

/* The stylist completes a look: for each role that is still empty one pick, with its reasons. It knows the shop's
 * looks, what was bought together, colours, sizes and shelves; of the person only what the question says, and of the
 * member who asks their own lists and sizes. What is wished for and can be had in a size that is worn comes first. */

#define MADAF_STYLIST_MAX_PICKS 8

/* Borrowed. */
typedef struct
{
  const char *const *basket;   /* ids of variants */
  const char *const *wishlist; /* ids of products */
  const char *const *sizes;    /* (nullable) that are worn */
  int limit;                   /* of picks */
  gint64 now_us;
  const char *member_id; /* (nullable): whose lists and sizes count too */
} MadafStylistQuestion;

typedef enum
{
  MADAF_REASON_BOUGHT_TOGETHER, /* by number of the orders that had product_id */
  MADAF_REASON_PART_OF_LOOK,    /* with number of the things that are there already */
  MADAF_REASON_GOES_WITH,       /* with number of them, as the shop chose */
  MADAF_REASON_ON_WISHLIST,
  MADAF_REASON_SAME_COLOUR, /* as number of them, product_id the first */
  MADAF_REASON_IN_YOUR_SIZE /* number on this shelf */
} MadafPickReasonKind;

#define MADAF_N_PICK_REASONS (MADAF_REASON_IN_YOUR_SIZE + 1)

typedef struct
{
  MadafPickReasonKind kind;
  gint64 number;
  gint64 of;        /* 0: not said */
  char *product_id; /* (nullable) */
  char *look_id;    /* (nullable) */
  int weight;
} MadafPickReason;

typedef struct
{
  MadafPieceRole role;
  MadafShopCard *card;       /* (owned) the product */
  char *colour;              /* (nullable) id */
  MadafShopPicture *picture; /* (owned) (nullable) in that colour */
  char *variant_id;          /* (nullable) the one to take */
  MadafLinePrice price;      /* of that variant */
  MadafReachable reachable;  /* that variant; without one, all in the colour */
  GPtrArray *reasons;        /* (element-type MadafPickReason) the weightiest first */
  int score;
} MadafPick;

typedef struct
{
  gboolean has[MADAF_N_PIECE_ROLES];
  GPtrArray *picks; /* (element-type MadafPick) the best first */
} MadafCompletion;

/* INVALID with faults below "/basket" and "/wishlist" for ids that never were any; what is not sold any more counts for
 * nothing. */
MadafCompletion *madaf_stylist_complete (MadafTransaction *transaction,
                                         const MadafPlaces *places,
                                         const MadafStylistQuestion *question,
                                         MadafFaults *faults,
                                         GError **error);

const char *madaf_pick_reason_to_string (MadafPickReasonKind kind);

void madaf_pick_reason_free (MadafPickReason *reason);
void madaf_pick_free (MadafPick *pick);
void madaf_completion_free (MadafCompletion *completion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafPick, madaf_pick_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCompletion, madaf_completion_free)

G_END_DECLS
