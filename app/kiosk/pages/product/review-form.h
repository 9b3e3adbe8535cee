/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/review-draft.h"
#include "model/product.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The fields of a review, which write into @draft as they are touched. @first_name: (nullable): what would be shown of
 * who writes it; NULL: nothing is known that could be. */
GtkWidget *madaf_review_form_new (MadafProduct *product, MadafReviewDraft *draft, const char *first_name);

G_END_DECLS
