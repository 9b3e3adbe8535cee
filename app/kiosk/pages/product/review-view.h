/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafReviewView:
 *
 * What one shopper says, in their own language and its direction, whatever the page around it is in.
 */
#define MADAF_TYPE_REVIEW_VIEW (madaf_review_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafReviewView, madaf_review_view, MADAF, REVIEW_VIEW, GtkBox)

GtkWidget *madaf_review_view_new (void);
/* May be called again: factories recycle. */
void madaf_review_view_set_review (MadafReviewView *self, MadafReview *review);

/* "Rivka · 21/11/2026 · Usually S, bought M · True to size" (transfer full). */
char *madaf_review_view_describe (MadafReview *review);

G_END_DECLS
