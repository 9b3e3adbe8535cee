/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafReviewSummary:
 *
 * What all reviews of a product come to. Immutable.
 *
 * Properties, each with its getter:
 * - count: how many there are
 * - average: hundredths of a star, 100 to 500; 0 without reviews
 * - one: how many gave one star
 * - two: two stars
 * - three: three stars
 * - four: four stars
 * - five: five stars
 */
#define MADAF_TYPE_REVIEW_SUMMARY (madaf_review_summary_get_type ())
G_DECLARE_FINAL_TYPE (MadafReviewSummary, madaf_review_summary, MADAF, REVIEW_SUMMARY, GObject)

int madaf_review_summary_get_count (MadafReviewSummary *review_summary);
int madaf_review_summary_get_average (MadafReviewSummary *review_summary);
int madaf_review_summary_get_one (MadafReviewSummary *review_summary);
int madaf_review_summary_get_two (MadafReviewSummary *review_summary);
int madaf_review_summary_get_three (MadafReviewSummary *review_summary);
int madaf_review_summary_get_four (MadafReviewSummary *review_summary);
int madaf_review_summary_get_five (MadafReviewSummary *review_summary);

/* How many gave @stars, 1 to 5. */
int madaf_review_summary_get_spread (MadafReviewSummary *review_summary, int stars);

G_END_DECLS
