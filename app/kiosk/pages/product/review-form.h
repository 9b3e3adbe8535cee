/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/own-review.h"
#include "client/review-draft.h"
#include "model/product.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The fields of a review, which write into @draft as they are touched. @first_name: (nullable): what would be shown of
 * who writes it; NULL: nothing is known that could be. @own: (nullable): what the shop knows of what they wrote and
 * bought. @now_us: the central's time. */
GtkWidget *madaf_review_form_new (
    MadafProduct *product, MadafReviewDraft *draft, const char *first_name, const MadafOwnReview *own, gint64 now_us);

G_END_DECLS
