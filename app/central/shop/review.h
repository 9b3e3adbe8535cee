/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *product_id;
  int stars; /* 1 … 5 */
  char *language;
  char *title;      /* (nullable) */
  char *text;       /* (nullable) */
  char *author;     /* as the author wants to be shown; "": not at all */
  char *size;       /* (nullable) the size bought */
  char *usual_size; /* (nullable) the size they usually wear */
  char *fit;        /* (nullable) "small", "true", "large" */
  gboolean verified;
  char *written_on; /* "2026-11-21" */
} MadafShopReview;

typedef enum
{
  MADAF_REVIEW_SORT_NEWEST,
  MADAF_REVIEW_SORT_HIGHEST,
  MADAF_REVIEW_SORT_LOWEST,
} MadafReviewSort;

typedef struct
{
  const char *product_id;
  int stars;            /* 0: any */
  const char *language; /* (nullable) */
  const char *size;     /* (nullable) the size bought */
  const char *fit;      /* (nullable) */
  MadafReviewSort sort;
  const char *cursor; /* (nullable) */
  int limit;
} MadafReviewQuery;

/* How many accepted reviews of a product have one value of what they can be narrowed by. */
typedef struct
{
  char *kind; /* "size", "fit", "language" */
  char *value;
  gint64 count;
} MadafReviewFacet;

typedef struct
{
  gint64 stars[5];    /* of all accepted reviews of the product: how many gave 1, 2 … 5 */
  gint64 matching;    /* how many fit the query; on the first page only, else -1 */
  GPtrArray *facets;  /* (element-type MadafReviewFacet) (nullable) the most frequent first; on the first page only */
  GPtrArray *reviews; /* (element-type MadafShopReview) */
  char *next;         /* (nullable) */
} MadafReviewPage;

/* The accepted ones. NOT_FOUND for an unknown product. */
MadafReviewPage *madaf_review_list (MadafTransaction *transaction, const MadafReviewQuery *query, GError **error);

/* Puts or replaces by id one that needs nobody's acceptance, and keeps the product's summary. */
gboolean
madaf_review_put (MadafTransaction *transaction, const MadafShopReview *review, const char *source, GError **error);

/* Counts the product's summary anew: accepted ones only. */
gboolean madaf_review_recount (MadafTransaction *transaction, const char *product_id, GError **error);

/* The columns of a review in the order that madaf_review_from_row() reads them. */
#define MADAF_REVIEW_COLUMNS                                                                                           \
  "r.id, r.product_id, r.stars, r.language, r.title, r.text, r.author, r.size, r.usual_size, r.fit, r.verified,"       \
  " r.written_on"
#define MADAF_REVIEW_N_COLUMNS 12

MadafShopReview *madaf_review_from_row (MadafRows *rows);

void madaf_shop_review_free (MadafShopReview *review);
void madaf_review_page_free (MadafReviewPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopReview, madaf_shop_review_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafReviewPage, madaf_review_page_free)

G_END_DECLS
