/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/search/search.h"

G_BEGIN_DECLS

/**
 * MadafActiveFilters:
 *
 * One line: how many results, and each filter in use as a chip that takes it away again. It has its height also when
 * there is none.
 */
#define MADAF_TYPE_ACTIVE_FILTERS (madaf_active_filters_get_type ())
G_DECLARE_FINAL_TYPE (MadafActiveFilters, madaf_active_filters, MADAF, ACTIVE_FILTERS, GtkWidget)

GtkWidget *madaf_active_filters_new (MadafSearch *search, const char *language);

G_END_DECLS
