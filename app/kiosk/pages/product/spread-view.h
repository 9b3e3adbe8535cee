/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafSpreadView:
 *
 * The average of all reviews, and a bar for each number of stars. Signal: `stars` (int): a bar was touched.
 */
#define MADAF_TYPE_SPREAD_VIEW (madaf_spread_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafSpreadView, madaf_spread_view, MADAF, SPREAD_VIEW, GtkBox)

void madaf_spread_view_set_summary (MadafSpreadView *self, MadafReviewSummary *summary);

G_END_DECLS
