/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/words.h"

G_BEGIN_DECLS

/**
 * MadafReview:
 *
 * What one shopper says of a product. Immutable.
 *
 * Properties, each with its getter:
 * - id: the id
 * - stars: 1 to 5
 * - language: BCP 47, of title and text
 * - title: a headline, or NULL
 * - text: what is said; may be ""
 * - author: the name to show, or ""
 * - written-on: the day, "2026-11-21"
 * - size-bought: the size they bought, or NULL
 * - usual-size: the size they usually wear, or NULL
 * - fit: how it fits
 * - verified: whether they bought it here
 */
#define MADAF_TYPE_REVIEW (madaf_review_get_type ())
G_DECLARE_FINAL_TYPE (MadafReview, madaf_review, MADAF, REVIEW, GObject)

const char *madaf_review_get_id (MadafReview *review);
int madaf_review_get_stars (MadafReview *review);
const char *madaf_review_get_language (MadafReview *review);
const char *madaf_review_get_title (MadafReview *review);
const char *madaf_review_get_text (MadafReview *review);
const char *madaf_review_get_author (MadafReview *review);
const char *madaf_review_get_written_on (MadafReview *review);
const char *madaf_review_get_size_bought (MadafReview *review);
const char *madaf_review_get_usual_size (MadafReview *review);
MadafFit madaf_review_get_fit (MadafReview *review);
gboolean madaf_review_get_verified (MadafReview *review);

G_END_DECLS
