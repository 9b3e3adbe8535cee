/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/catalogue.h"
#include "central/shop/piece-role.h"
#include "central/shop/places.h"

G_BEGIN_DECLS

#define MADAF_LOOK_MIN_PIECES 2
#define MADAF_LOOK_MAX_PIECES 10
#define MADAF_LOOK_LIST_LIMIT 6

/* A variant with what there is of it. */
typedef struct
{
  MadafShopVariant *variant; /* (owned) */
  MadafReachable reachable;
} MadafPieceVariant;

typedef struct
{
  MadafShopCard *card;       /* (owned) the product */
  MadafShopPicture *picture; /* (owned) (nullable) in its colour */
  MadafPieceRole role;
  char *colour; /* (nullable) id: the colour it has in the look */
  gboolean optional;
  GPtrArray *variants;   /* (element-type MadafPieceVariant) of that colour, by position */
  const char *preferred; /* (nullable) id of the one to take; one of variants */
} MadafLookPiece;

typedef struct
{
  char *id;
  char *title;               /* JSON text */
  MadafShopPicture *picture; /* (nullable) */
  GPtrArray *pieces;         /* (element-type MadafLookPiece) in the retailer's order */
} MadafLook;

/* The looks with @product_id, at most MADAF_LOOK_LIST_LIMIT. One of which a piece is not sold any more is left out,
 * an optional piece alone. @sizes: (nullable): those worn. (element-type MadafLook). NOT_FOUND. */
GPtrArray *madaf_look_list (MadafTransaction *transaction,
                            const MadafPlaces *places,
                            const char *product_id,
                            const char *const *sizes,
                            gint64 now_us,
                            GError **error);

/* Of the variants of a product in @colour (NULL, or one that it has not got: of all), with what there is of each.
 * *@preferred: one in @sizes or in no size, that is here, else that can be had, else any. (element-type
 * MadafPieceVariant) */
GPtrArray *madaf_look_read_variants (MadafTransaction *transaction,
                                     const MadafPlaces *places,
                                     const char *product_id,
                                     const char *colour,
                                     const char *const *sizes,
                                     const char **preferred,
                                     GError **error);

/* The product's picture in @colour, or its first one; NULL without an error when it has none. */
gboolean madaf_look_read_picture (MadafTransaction *transaction,
                                  const char *product_id,
                                  const char *colour,
                                  MadafShopPicture **picture,
                                  GError **error);

/* For feeds: a look as it is written, in place of what had its id. Ids are taken as they are; the caller checked that
 * products exist. Borrowed. */
typedef struct
{
  const char *product_id;
  MadafPieceRole role;
  const char *colour; /* (nullable) */
  gboolean optional;
} MadafLookPieceDraft;

gboolean madaf_look_put (MadafTransaction *transaction,
                         const char *id,
                         const char *source,
                         int position,
                         const char *title,
                         const char *picture_id,
                         const MadafLookPieceDraft *pieces,
                         guint n_pieces,
                         GError **error);
gboolean madaf_look_remove_all (MadafTransaction *transaction, const char *source, GError **error);

void madaf_piece_variant_free (MadafPieceVariant *variant);
void madaf_look_piece_free (MadafLookPiece *piece);
void madaf_look_free (MadafLook *look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafLook, madaf_look_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafLookPiece, madaf_look_piece_free)

G_END_DECLS
