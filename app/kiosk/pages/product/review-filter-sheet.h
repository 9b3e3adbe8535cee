/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/product/review-filter.h"
#include "kiosk/widgets/sheet.h"
#include "model/product.h"

G_BEGIN_DECLS

/* The order of the reviews and all by which they can be narrowed, each with how many there are of it. What is touched
 * holds at once. */
void madaf_review_filter_sheet_present (MadafReviewFilter *filter, MadafProduct *product, GtkWidget *near);

G_END_DECLS
