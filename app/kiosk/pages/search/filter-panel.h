/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/search/search.h"

G_BEGIN_DECLS

/**
 * MadafFilterPanel:
 *
 * All that a search can be narrowed and ordered by: in this shop, sizes, colours, order. Each touch acts at once. It
 * stands beside the results where there is room, else in a sheet; both follow the same search.
 */
#define MADAF_TYPE_FILTER_PANEL (madaf_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (MadafFilterPanel, madaf_filter_panel, MADAF, FILTER_PANEL, GtkWidget)

GtkWidget *madaf_filter_panel_new (MadafSearch *search, const char *language);

G_END_DECLS
