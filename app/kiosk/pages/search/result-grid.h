/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/search/result-slots.h"
#include "kiosk/pages/search/search.h"

G_BEGIN_DECLS

/**
 * MadafResultGrid:
 *
 * What a search found, as cards that are recycled while they scroll by; more is asked for before the end is reached.
 * In its place, never beside it: waiting, nothing found, no answer, failed.
 */
#define MADAF_TYPE_RESULT_GRID (madaf_result_grid_get_type ())
G_DECLARE_FINAL_TYPE (MadafResultGrid, madaf_result_grid, MADAF, RESULT_GRID, GtkWidget)

GtkWidget *madaf_result_grid_new (MadafSearch *search, MadafResultSlots *slots, MadafContext *context);
void madaf_result_grid_set_columns (MadafResultGrid *self, guint columns);
/** For madaf_page_track_scroll (). (transfer none) */
GtkScrolledWindow *madaf_result_grid_get_scroller (MadafResultGrid *self);

G_END_DECLS
