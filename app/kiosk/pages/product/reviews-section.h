/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/review-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafReviewsSection:
 *
 * What others say, in short: the spread and the newest few. Signal: `more` (int stars; 0: all): read them all.
 */
#define MADAF_TYPE_REVIEWS_SECTION (madaf_reviews_section_get_type ())
G_DECLARE_FINAL_TYPE (MadafReviewsSection, madaf_reviews_section, MADAF, REVIEWS_SECTION, GtkBox)

/* What is known from the product itself, before the reviews are here. */
void madaf_reviews_section_set_summary (MadafReviewsSection *self, MadafReviewSummary *summary);
void madaf_reviews_section_set_reviews (MadafReviewsSection *self, MadafReviewList *reviews);

G_END_DECLS
