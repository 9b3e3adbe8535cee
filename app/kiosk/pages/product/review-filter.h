/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/product-query.h"
#include "client/review-list.h"
#include "model/words.h"

G_BEGIN_DECLS

/**
 * MadafReviewFilter:
 *
 * Which reviews somebody wants to read and in what order, and by what they could be narrowed at all.
 *
 * Signals: `changed` (what is wanted), `counted` (how many there are of that).
 */
#define MADAF_TYPE_REVIEW_FILTER (madaf_review_filter_get_type ())
G_DECLARE_FINAL_TYPE (MadafReviewFilter, madaf_review_filter, MADAF, REVIEW_FILTER, GObject)

MadafReviewFilter *madaf_review_filter_new (int stars);

/* 1 to 5; 0: any. */
int madaf_review_filter_get_stars (MadafReviewFilter *self);
void madaf_review_filter_set_stars (MadafReviewFilter *self, int stars);
/* (nullable): NULL for any. */
const char *madaf_review_filter_get_value (MadafReviewFilter *self, MadafReviewFacetKind kind);
void madaf_review_filter_set_value (MadafReviewFilter *self, MadafReviewFacetKind kind, const char *value);
MadafReviewSort madaf_review_filter_get_sort (MadafReviewFilter *self);
void madaf_review_filter_set_sort (MadafReviewFilter *self, MadafReviewSort sort);

gboolean madaf_review_filter_is_empty (MadafReviewFilter *self);
/* All reviews again, in the same order. */
void madaf_review_filter_clear (MadafReviewFilter *self);

/* Fills in what is wanted; the strings stay the filter's. */
void madaf_review_filter_fill (MadafReviewFilter *self, MadafReviewQuery *query);

/* What a first page said. */
void madaf_review_filter_take_counts (MadafReviewFilter *self, MadafReviewList *list);
/* How many fit; -1 while that is not known. */
int madaf_review_filter_get_matching (MadafReviewFilter *self);
/* (nullable) (element-type MadafReviewFacet): NULL while they are not known. */
const GPtrArray *madaf_review_filter_get_facets (MadafReviewFilter *self);

/* The value as people read it: "M", "Fits small", "עברית". (transfer full) */
char *madaf_review_filter_describe (MadafReviewFacetKind kind, const char *value);
/* What a reviewer says of the fit, or NULL. */
const char *madaf_review_filter_fit_words (MadafFit fit);

G_END_DECLS
