/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/branch.h"
#include "central/shop/catalogue.h"
#include "central/shop/fault.h"
#include "central/shop/piece-role.h"
#include "central/shop/places.h"
#include "central/shop/whole-look.h"

G_BEGIN_DECLS

/* A piece that somebody wants: a variant, or a product in any of some sizes and colours. Borrowed. */
typedef struct
{
  const char *variant_id; /* or product_id, the other NULL */
  const char *product_id;
  const char *const *sizes;   /* (nullable) those that will do, the best first */
  const char *const *colours; /* (nullable) likewise, ids */
  gint64 quantity;
  gboolean has_role;
  MadafPieceRole role;
} MadafWantedPiece;

typedef struct
{
  guint piece;
  char *variant_id;
  gint64 quantity;
} MadafLookLine;

typedef struct
{
  guint place; /* of the places */
  gint64 ready_us;
  gint64 total;
  GPtrArray *lines; /* (element-type MadafLookLine) */
} MadafLookStop;

typedef enum
{
  MADAF_LOOK_ONE_BRANCH,
  MADAF_LOOK_TWO_BRANCHES,
  MADAF_LOOK_SHIP,
  MADAF_LOOK_MISSING,
} MadafLookAnswer;

/* What is said of each piece asked for. */
typedef struct
{
  char *product_id;
  char *variant_id; /* (nullable) */
  gint64 here;      /* of that variant */
  guint branches;
  gboolean can_ship;
} MadafLookPieceWhere;

typedef enum
{
  MADAF_SWAP_COLOUR,
  MADAF_SWAP_SIZE,
  MADAF_SWAP_SIMILAR,
} MadafSwapKind;

typedef struct
{
  MadafSwapKind kind;
  MadafShopVariant *variant; /* (owned) */
  MadafShopCard *card;       /* (owned) its product */
  MadafShopPicture *picture; /* (owned) (nullable) in its colour */
  MadafLinePrice price;      /* of one, where it can be had */
  int place;                 /* -1: shipped */
  gboolean completes;
} MadafLookSwap;

#define MADAF_LOOK_MAX_SWAPS 6

typedef struct
{
  guint piece;
  GPtrArray *swaps; /* (element-type MadafLookSwap) */
} MadafMissingPiece;

/**
 * MadafLookWhere:
 *
 * Where all pieces of a look can be had now, all or nothing, by the rules of stock.
 */
typedef struct
{
  MadafLookAnswer answer;
  GPtrArray *pieces; /* (element-type MadafLookPieceWhere) as asked for */
  GPtrArray *one;    /* (element-type MadafLookStop) */
  GPtrArray *two;    /* (element-type MadafLookStop) two and two, the nearer one first */
  GPtrArray
      *most; /* (element-type MadafLookStop) with MISSING: the stops that have most; none when a parcel has more */
  GPtrArray *ship_lines; /* (element-type MadafLookLine) (nullable) */
  gint64 ship_total;
  GPtrArray *missing; /* (element-type MadafMissingPiece) */
} MadafLookWhere;

/* @pieces: 1 … MADAF_WHOLE_LOOK_MAX_PIECES. INVALID with faults below "/pieces": unknown_id, duplicate. */
MadafLookWhere *madaf_look_find_where (MadafTransaction *transaction,
                                       const MadafPlaces *places,
                                       const MadafWantedPiece *pieces,
                                       guint n_pieces,
                                       gint64 now_us,
                                       MadafFaults *faults,
                                       GError **error);

const char *madaf_look_answer_to_string (MadafLookAnswer answer);
const char *madaf_swap_kind_to_string (MadafSwapKind kind);

void madaf_look_line_free (MadafLookLine *line);
void madaf_look_stop_free (MadafLookStop *stop);
void madaf_look_piece_where_free (MadafLookPieceWhere *piece);
void madaf_look_swap_free (MadafLookSwap *swap);
void madaf_missing_piece_free (MadafMissingPiece *piece);
void madaf_look_where_free (MadafLookWhere *where);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafLookStop, madaf_look_stop_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafLookSwap, madaf_look_swap_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafLookWhere, madaf_look_where_free)

G_END_DECLS
