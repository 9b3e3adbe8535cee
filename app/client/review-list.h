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

/* References what it is given; @next_cursor may be NULL. */
MadafReviewList *madaf_review_list_new (GListModel *items, MadafReviewSummary *summary, const char *next_cursor);

/* (transfer none): MadafReview objects. */
GListModel *madaf_review_list_get_items (MadafReviewList *list);
/* (transfer none) */
MadafReviewSummary *madaf_review_list_get_summary (MadafReviewList *list);
/* (nullable): for MadafReviewQuery.cursor; NULL on the last page. */
const char *madaf_review_list_get_next_cursor (MadafReviewList *list);

G_END_DECLS
