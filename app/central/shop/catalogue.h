/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

/*
 * What the shop sells. Texts with languages are JSON text exactly as stored ({"he": …, "en": …}), ready for the wire.
 * Prices are minor units of the shop's one currency, VAT included. Nullable members say so; times are µs since 1970
 * UTC, 0 when open-ended.
 */

typedef struct
{
  char *id;
  char *product_id;
  char *gtin;        /* (nullable) 14 digits */
  char *sku;         /* (nullable) */
  char *colour;      /* (nullable) key that pictures and filters share, e.g. "navy" */
  char *colour_name; /* (nullable) JSON text */
  char *colour_hex;  /* (nullable) "#1b2a41" */
  char *size;        /* (nullable) "M", "42" */
  char *size_name;   /* (nullable) JSON text, where the size is a word */
  int position;
  gint64 price;
  gint64 sale_price; /* -1: none */
  gint64 sale_from_us;
  gint64 sale_until_us;
} MadafShopVariant;

typedef struct
{
  char *id;
  char *colour;      /* (nullable) */
  char *alternative; /* (nullable) JSON text: what the picture shows */
  int position;
  int width;
  int height;
} MadafShopPicture;

typedef struct
{
  char *id;
  char *source;
  char *title;       /* JSON text */
  char *description; /* (nullable) JSON text */
  char *brand;       /* (nullable) */
  char *material;    /* (nullable) JSON text */
  char *care;        /* (nullable) JSON text */
  char *attributes;  /* (nullable) JSON text, any further facts */
  gint64 popularity; /* 0 … 1,000,000; orders lists and search */
  gint64 updated_us;
  gint64 review_count;
  gint64 stars_sum;
  GPtrArray *categories; /* (element-type utf8) ids */
  GPtrArray *variants;   /* (element-type MadafShopVariant) by position */
  GPtrArray *pictures;   /* (element-type MadafShopPicture) by position */
} MadafShopProduct;

/* A product as a list shows it. */
typedef struct
{
  char *id;
  char *title;       /* JSON text */
  char *brand;       /* (nullable) */
  char *picture_id;  /* (nullable) */
  gint64 price_from; /* the lowest price to pay now over its variants */
  gint64 price_to;
  gint64 shelf_from; /* the lowest price before a sale; greater than price_from when something is on sale */
  int colours;
  GPtrArray *colour_hexes; /* (element-type utf8) */
  gint64 review_count;
  gint64 stars_sum;
  gboolean in_stock; /* anywhere, or at the filter's branch */
} MadafShopCard;

typedef struct
{
  char *id;
  char *parent;     /* (nullable) */
  char *name;       /* JSON text */
  char *picture_id; /* (nullable) */
  int position;
  gint64 products; /* in it and below */
} MadafShopCategory;

typedef struct
{
  char *value;
  char *name; /* (nullable) JSON text */
  char *hex;  /* (nullable) */
  gint64 count;
} MadafShopFacet;

typedef enum
{
  MADAF_SORT_POPULAR,
  MADAF_SORT_PRICE_UP,
  MADAF_SORT_PRICE_DOWN,
  MADAF_SORT_NEWEST,
} MadafShopSort;

/* What to list; every member may be left out (NULL, 0). Borrowed. */
typedef struct
{
  const char *words;    /* as typed: folded and recovered from a wrong keyboard layout here */
  const char *category; /* with all below it */
  const char *colour;
  const char *size;
  const char *brand;
  const char *branch; /* only what is available there */
  gboolean in_stock;  /* only what is available at all (at branch, if given) */
  gboolean on_sale;
  gint64 price_min;
  gint64 price_max; /* 0: none */
  MadafShopSort sort;
  const char *cursor;
  int limit; /* 1 … 100; 0 means 24 */
  gboolean with_facets;
  gint64 now_us; /* decides which sale prices hold */
} MadafProductQuery;

typedef struct
{
  GPtrArray *cards; /* (element-type MadafShopCard) */
  char *next;       /* (nullable) cursor of the next page */
  char *corrected;  /* (nullable) the words searched for instead, when those typed gave nothing */
  gint64 total;     /* counted up to 1,000 */
  gboolean total_is_exact;
  GPtrArray *colours; /* (element-type MadafShopFacet) when asked for */
  GPtrArray *sizes;
  GPtrArray *brands;
} MadafProductPage;

MadafShopProduct *madaf_catalogue_get_product (MadafTransaction *transaction, const char *id, GError **error);

/* @gtin: 14 digits. @variant_id (out) (nullable) (transfer full): the variant that carries it. */
MadafShopProduct *
madaf_catalogue_get_by_gtin (MadafTransaction *transaction, const char *gtin, char **variant_id, GError **error);

MadafProductPage *madaf_catalogue_list (MadafTransaction *transaction, const MadafProductQuery *query, GError **error);

/* What goes with a product: the shop's own choice first, then its category. (element-type MadafShopCard) */
GPtrArray *madaf_catalogue_list_related (
    MadafTransaction *transaction, const char *product_id, int limit, gint64 now_us, GError **error);

/* (element-type MadafShopCategory), parents first. */
GPtrArray *madaf_catalogue_list_categories (MadafTransaction *transaction, GError **error);

/* Writing, for feeds. Both replace what has the id; variants and pictures of the product that are not in @product go.
 * A picture's bytes must be there already. A stale @source is what madaf_catalogue_remove_stale() removes. */
gboolean madaf_catalogue_put_product (MadafTransaction *transaction, const MadafShopProduct *product, GError **error);
gboolean madaf_catalogue_put_category (MadafTransaction *transaction,
                                       const MadafShopCategory *category,
                                       const char *source,
                                       GError **error);
gboolean madaf_catalogue_put_relation (
    MadafTransaction *transaction, const char *product_id, const char *other_id, int position, GError **error);

/* Removes the products of @source whose updated_us is older than @before_us; those that orders name are hidden. */
gboolean madaf_catalogue_remove_stale (
    MadafTransaction *transaction, const char *source, gint64 before_us, gint64 *removed, GError **error);

void madaf_shop_variant_free (MadafShopVariant *variant);
void madaf_shop_picture_free (MadafShopPicture *picture);
MadafShopProduct *madaf_shop_product_new (void);
void madaf_shop_product_free (MadafShopProduct *product);
void madaf_shop_card_free (MadafShopCard *card);
void madaf_shop_category_free (MadafShopCategory *category);
void madaf_shop_facet_free (MadafShopFacet *facet);
void madaf_product_page_free (MadafProductPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopVariant, madaf_shop_variant_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopPicture, madaf_shop_picture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopProduct, madaf_shop_product_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopCard, madaf_shop_card_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopCategory, madaf_shop_category_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopFacet, madaf_shop_facet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafProductPage, madaf_product_page_free)

G_END_DECLS
