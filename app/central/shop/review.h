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
  char *title;  /* (nullable) */
  char *text;   /* (nullable) */
  char *author; /* as the author wants to be shown */
  char *size;   /* (nullable) the size bought */
  char *fit;    /* (nullable) "small", "true", "large" */
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
  MadafReviewSort sort;
  const char *cursor; /* (nullable) */
  int limit;
} MadafReviewQuery;

typedef struct
{
  gint64 stars[5];    /* of all reviews of the product: how many gave 1, 2 … 5 */
  GPtrArray *reviews; /* (element-type MadafShopReview) */
  char *next;         /* (nullable) */
} MadafReviewPage;

/* NOT_FOUND for an unknown product. */
MadafReviewPage *madaf_review_list (MadafTransaction *transaction, const MadafReviewQuery *query, GError **error);

/* Puts or replaces by id, and keeps the product's summary. */
gboolean
madaf_review_put (MadafTransaction *transaction, const MadafShopReview *review, const char *source, GError **error);

void madaf_shop_review_free (MadafShopReview *review);
void madaf_review_page_free (MadafReviewPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopReview, madaf_shop_review_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafReviewPage, madaf_review_page_free)

G_END_DECLS
