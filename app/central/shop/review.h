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
  char *author; /* (nullable) as the author wants to be shown */
  char *size;   /* (nullable) the size bought */
  char *fit;    /* (nullable) "small", "true", "large" */
  gboolean verified;
  gint64 helpful;
  gint64 time_us;
} MadafShopReview;

typedef struct
{
  gint64 count;
  gint64 stars[5]; /* how many gave 1, 2 … 5 */
  gint64 stars_sum;
  gint64 fit_small;
  gint64 fit_true;
  gint64 fit_large;
} MadafReviewSpread;

typedef struct
{
  const char *product_id;
  int stars;            /* 0: any */
  const char *language; /* (nullable) */
  const char *cursor;   /* (nullable) */
  int limit;
} MadafReviewQuery;

typedef struct
{
  GPtrArray *reviews; /* (element-type MadafShopReview) newest first */
  char *next;         /* (nullable) */
} MadafReviewPage;

MadafReviewPage *madaf_review_list (MadafTransaction *transaction, const MadafReviewQuery *query, GError **error);

/* Of all reviews of the product; kept up to date as they are put. */
gboolean madaf_review_get_spread (MadafTransaction *transaction,
                                  const char *product_id,
                                  MadafReviewSpread *spread,
                                  GError **error);

/* Puts or replaces by id, and keeps the spread. */
gboolean
madaf_review_put (MadafTransaction *transaction, const MadafShopReview *review, const char *source, GError **error);

void madaf_shop_review_free (MadafShopReview *review);
void madaf_review_page_free (MadafReviewPage *page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafShopReview, madaf_shop_review_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafReviewPage, madaf_review_page_free)

G_END_DECLS
