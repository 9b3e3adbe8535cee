/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MADAF_PRODUCT_SORT_POPULAR,
  MADAF_PRODUCT_SORT_PRICE,
  MADAF_PRODUCT_SORT_PRICE_DESCENDING,
  MADAF_PRODUCT_SORT_NEWEST,
} MadafProductSort;

typedef enum
{
  MADAF_REVIEW_SORT_NEWEST,
  MADAF_REVIEW_SORT_HIGHEST,
  MADAF_REVIEW_SORT_LOWEST,
} MadafReviewSort;

/* Which products: borrowed strings, everything optional; { 0 } asks for the first page of everything. */
typedef struct
{
  const char *words; /* complete or being typed */
  const char *category_id;
  const char *const *colour_ids; /* NULL-ended; any of them */
  const char *const *sizes;      /* NULL-ended, as printed on the label; any of them */
  const char *in_stock_at;       /* a branch id */
  MadafProductSort sort;
  const char *cursor; /* of the page before */
  int limit;          /* 1 … 60; 0: the central's 24 */
} MadafProductQuery;

/* Which reviews of a product. */
typedef struct
{
  int stars;            /* 1 … 5; 0: all */
  const char *language; /* BCP 47, or NULL for all */
  const char *size;     /* bought, or NULL for all */
  const char *fit;      /* "small", "true", "large", or NULL for all */
  MadafReviewSort sort;
  const char *cursor;
  int limit; /* 1 … 60; 0: the central's 24 */
} MadafReviewQuery;

/* The path with its query, everything escaped (transfer full). */
char *madaf_product_query_to_path (const MadafProductQuery *query);
char *madaf_review_query_to_path (const MadafReviewQuery *query, const char *product_id);

G_END_DECLS
