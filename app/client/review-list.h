/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/review-summary.h"

G_BEGIN_DECLS

/**
 * MadafReviewList:
 *
 * One page of reviews with the summary over all of them: immutable, counted (thread-safe), a boxed type.
 */
typedef struct _MadafReviewList MadafReviewList;

#define MADAF_TYPE_REVIEW_LIST (madaf_review_list_get_type ())

GType madaf_review_list_get_type (void) G_GNUC_CONST;
MadafReviewList *madaf_review_list_ref (MadafReviewList *list);
void madaf_review_list_unref (MadafReviewList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafReviewList, madaf_review_list_unref)

/* By what reviews can be narrowed. */
typedef enum
{
  MADAF_REVIEW_FACET_SIZE, /* bought */
  MADAF_REVIEW_FACET_FIT,  /* "small", "true", "large" */
  MADAF_REVIEW_FACET_LANGUAGE,
  MADAF_REVIEW_FACET_N,
} MadafReviewFacetKind;

/* How many reviews have one value of it. */
typedef struct
{
  MadafReviewFacetKind kind;
  char *value;
  int count;
} MadafReviewFacet;

/* References what it is given; @next_cursor may be NULL. */
MadafReviewList *madaf_review_list_new (GListModel *items, MadafReviewSummary *summary, const char *next_cursor);

/* (transfer none): MadafReview objects. */
GListModel *madaf_review_list_get_items (MadafReviewList *list);
/* (transfer none) */
MadafReviewSummary *madaf_review_list_get_summary (MadafReviewList *list);
/* (nullable): for MadafReviewQuery.cursor; NULL on the last page. */
const char *madaf_review_list_get_next_cursor (MadafReviewList *list);

/* How many fit what was asked for; -1 where that is not said: on a later page. */
int madaf_review_list_get_matching (MadafReviewList *list);
/* (transfer none) (element-type MadafReviewFacet): of each kind the most frequent first; empty on a later page. */
const GPtrArray *madaf_review_list_get_facets (MadafReviewList *list);

/* While it is made. */
void madaf_review_list_set_matching (MadafReviewList *list, int matching);
void madaf_review_list_add_facet (MadafReviewList *list, MadafReviewFacetKind kind, const char *value, int count);

G_END_DECLS
