/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/review.h"

G_BEGIN_DECLS

#define MADAF_REVIEW_TEXT_MAX 2000

/**
 * MadafReviewDraft:
 *
 * What somebody is about to say of a product, as far as they got. Nothing of it is kept anywhere but in memory.
 *
 * Signal: `changed`.
 */
#define MADAF_TYPE_REVIEW_DRAFT (madaf_review_draft_get_type ())
G_DECLARE_FINAL_TYPE (MadafReviewDraft, madaf_review_draft, MADAF, REVIEW_DRAFT, GObject)

MadafReviewDraft *madaf_review_draft_new (const char *product_id);

/* What was said before, to go on from; not once somebody began to say something else. */
void madaf_review_draft_take (MadafReviewDraft *self, MadafReview *review);
/* A size to go on from, where none was said. Either may be NULL. */
void madaf_review_draft_suggest_sizes (MadafReviewDraft *self, const char *bought, const char *usual);

/* 1 to 5; 0: not said yet, and nothing that could be sent. */
int madaf_review_draft_get_stars (MadafReviewDraft *self);
void madaf_review_draft_set_stars (MadafReviewDraft *self, int stars);
/* (nullable) */
const char *madaf_review_draft_get_size_bought (MadafReviewDraft *self);
void madaf_review_draft_set_size_bought (MadafReviewDraft *self, const char *size);
/* (nullable) */
const char *madaf_review_draft_get_usual_size (MadafReviewDraft *self);
void madaf_review_draft_set_usual_size (MadafReviewDraft *self, const char *size);
MadafFit madaf_review_draft_get_fit (MadafReviewDraft *self);
void madaf_review_draft_set_fit (MadafReviewDraft *self, MadafFit fit);
/* Never NULL. */
const char *madaf_review_draft_get_text (MadafReviewDraft *self);
void madaf_review_draft_set_text (MadafReviewDraft *self, const char *text);
gboolean madaf_review_draft_get_show_name (MadafReviewDraft *self);
void madaf_review_draft_set_show_name (MadafReviewDraft *self, gboolean show_name);

/* The body of POST /v1/me/reviews: @language is what the text is in. (transfer full) */
GBytes *madaf_review_draft_to_bytes (MadafReviewDraft *self, const char *language);

/* The key under which it is sent: the same for the same words, so that nothing is sent twice, and another once they
 * changed. (transfer none) */
const char *madaf_review_draft_get_key (MadafReviewDraft *self, const char *language);

G_END_DECLS
