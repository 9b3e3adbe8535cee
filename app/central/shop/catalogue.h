/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/shop/pricing.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/*
 * What the shop sells. Texts with languages are JSON text exactly as stored ({"he": …, "en": …}), ready for the wire.
 * Prices are minor units of the shop's one currency, VAT included. Nullable members say so; times are µs since 1970
 * UTC, 0 when open-ended.
 */

typedef struct
{
  char *id;   /* what variants, pictures and filters share, e.g. "navy" */
  char *name; /* JSON text */
  char *hex;  /* (nullable) "#1b2a41" */
} MadafShopColour;

typedef struct
{
  char *id;
  char *product_id;
  char *gtin;   /* (nullable) 14 digits */
  char *colour; /* (nullable) id of a colour of the product */
  char *size;   /* (nullable) as on the label: "M", "42" */
  int position;
  gint64 price;
  gint64 sale_price; /* -1: none */
  gint64 sale_from_us;
  gint64 sale_until_us;
} MadafShopVariant;

typedef struct
{
  char *id;
  char *colour; /* (nullable) id; NULL for a picture of all colours */
  int position;
  int width; /* of the large one */
  int height;
} MadafShopPicture;

typedef struct
{
  char *id;
  char *source;      /* who brought it: "demo", "feed" */
  char *title;       /* JSON text */
  char *description; /* JSON text */
  char *brand;       /* (nullable) */
  char *details;     /* JSON: [{"label": text, "value": text} …] */
  char *search;      /* (nullable) further words to be found by, not folded; written only, reads as NULL */
  gint64 popularity; /* 0 … 1,000,000; orders lists and search */
  gint64 updated_us;
  gint64 stars[5];       /* how many gave 1, 2 … 5; kept by reviews, ignored when put */
  GPtrArray *categories; /* (element-type utf8) ids */
  GPtrArray *colours;    /* (element-type MadafShopColour) in the order to show them */
  GPtrArray *variants;   /* (element-type MadafShopVariant) by position */
  GPtrArray *pictures;   /* (element-type MadafShopPicture) by position */
} MadafShopProduct;

/* A product as a list shows it. */
typedef struct
{
  char *id;
  char *title;               /* JSON text */
  char *brand;               /* (nullable) */
  MadafShopPicture *picture; /* (nullable) */
  MadafLinePrice price_from; /* of the variant that costs least now */
  MadafLinePrice price_to;   /* of the one that costs most */
  gint64 prices_until_us;    /* when one of its prices changes by itself; G_MAXINT64 for never */
  GPtrArray *colours;        /* (element-type MadafShopColour) */
  gint64 stars[5];
} MadafShopCard;

typedef struct
{
  char *id;
  char *parent;     /* (nullable) */
  char *name;       /* JSON text */
  char *picture_id; /* (nullable) */
  int position;
  gint64 product_count; /* in it and below */
} MadafShopCategory;

typedef struct
{
  MadafShopColour *colour; /* (nullable) NULL for a size */
  char *size;              /* (nullable) */
  gint64 count;
} MadafShopFacet;

typedef enum
{
  MADAF_SORT_POPULAR,
  MADAF_SORT_PRICE,
  MADAF_SORT_PRICE_DESC,
  MADAF_SORT_NEWEST,
} MadafShopSort;

#define MADAF_LIST_DEFAULT_LIMIT 24
#define MADAF_LIST_MAX_LIMIT     60

/* What to list; every member may be left out (NULL, 0). Borrowed. */
typedef struct
{
  const char *words;          /* as typed: folded here, and retyped in another keyboard layout when nothing is found */
  const char *category;       /* with all below it */
  const char *const *colours; /* any of these */
  const char *const *sizes;   /* any of these */
  const char *in_stock_at;    /* branch that has it in one of these colours and sizes */
  MadafShopSort sort;
  const char *cursor;
  int limit;
  gint64 now_us; /* decides which sale prices hold */
} MadafProductQuery;

/* The work of a listing is bounded: sorting by price or age, totals and facets look at the best known 1,000 matches,
 * or 200 when words or a branch are asked for. */
typedef struct
{
  GPtrArray *cards;   /* (element-type MadafShopCard) */
  char *next;         /* (nullable) cursor of the next page; a page before it may be short, even empty */
  char *retyped;      /* (nullable) the words looked for instead */
  gint64 total;       /* -1: too many to count */
  GPtrArray *colours; /* (element-type MadafShopFacet) most first */
  GPtrArray *sizes;   /* (element-type MadafShopFacet) */
} MadafProductPage;

MadafShopProduct *madaf_catalogue_get_product (MadafTransaction *transaction, const char *id, GError **error);

/* By a GTIN of 14 digits, or else a variant's id. @variant_id (out) (optional) (transfer full): which variant it is. */
MadafShopProduct *
madaf_catalogue_get_by_code (MadafTransaction *transaction, const char *gtin, char **variant_id, GError **error);

MadafProductPage *madaf_catalogue_list (MadafTransaction *transaction, const MadafProductQuery *query, GError **error);

/* What goes with a product: the shop's own choice first, then its category. (element-type MadafShopCard) */
GPtrArray *madaf_catalogue_list_related (
    MadafTransaction *transaction, const char *product_id, int limit, gint64 now_us, GError **error);

/* (element-type MadafShopCategory), parents first. */
GPtrArray *madaf_catalogue_list_categories (MadafTransaction *transaction, GError **error);

/*
 * Writing, for feeds. Put replaces what has the id, and is cheap when nothing changed. Order: pictures and categories
 * (parents first), then products, then relations; at the end madaf_catalogue_finish().
 */

/* Variants and pictures of the product that are not in @product go; a variant that a basket or order names is hidden.
 */
gboolean madaf_catalogue_put_product (MadafTransaction *transaction, const MadafShopProduct *product, GError **error);
gboolean madaf_catalogue_put_category (MadafTransaction *transaction,
                                       const MadafShopCategory *category,
                                       const char *source,
                                       GError **error);
gboolean madaf_catalogue_put_relation (
    MadafTransaction *transaction, const char *product_id, const char *other_id, int position, GError **error);

/* Hides the products of @source that were last put before @before_us. @withdrawn (out) (optional) */
gboolean madaf_catalogue_withdraw (
    MadafTransaction *transaction, const char *source, gint64 before_us, gint64 *withdrawn, GError **error);

/* Hides one; nothing if it is not there. */
gboolean madaf_catalogue_withdraw_product (MadafTransaction *transaction, const char *id, GError **error);

/* Counts the categories, tidies the search index and tells the windows to read again. */
gboolean madaf_catalogue_finish (MadafTransaction *transaction, gint64 now_us, GError **error);

void madaf_shop_colour_free (MadafShopColour *colour);
void madaf_shop_variant_free (MadafShopVariant *variant);
void madaf_shop_picture_free (MadafShopPicture *picture);
/* Empty, with its arrays and "[]" for details. */
MadafShopProduct *madaf_shop_product_new (void);
void madaf_shop_product_free (MadafShopProduct *product);
void madaf_shop_card_free (MadafShopCard *card);
void madaf_shop_category_free (MadafShopCategory *category);
void madaf_shop_facet_free (MadafShopFacet *facet);
void madaf_product_page_free (MadafProductPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopColour, madaf_shop_colour_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopVariant, madaf_shop_variant_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopPicture, madaf_shop_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopProduct, madaf_shop_product_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopCard, madaf_shop_card_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopCategory, madaf_shop_category_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopFacet, madaf_shop_facet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafProductPage, madaf_product_page_free)

G_END_DECLS
