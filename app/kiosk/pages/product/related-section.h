/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafRelatedSection:
 *
 * What goes with a product, as a row of cards to swipe. Hidden when there is nothing. Signal: `open` (const char *id).
 */
#define MADAF_TYPE_RELATED_SECTION (madaf_related_section_get_type ())
G_DECLARE_FINAL_TYPE (MadafRelatedSection, madaf_related_section, MADAF, RELATED_SECTION, GtkBox)

/* products: of MadafProductSummary */
void madaf_related_section_set (MadafRelatedSection *self, GListModel *products, MadafContext *context);

G_END_DECLS
