/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/product/choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafProductHeading:
 *
 * Brand, name, price, stars, and a heart to give. Signal: `reviews`, the stars were touched.
 */
#define MADAF_TYPE_PRODUCT_HEADING (madaf_product_heading_get_type ())
G_DECLARE_FINAL_TYPE (MadafProductHeading, madaf_product_heading, MADAF, PRODUCT_HEADING, GtkBox)

/* Fills everything from the choice; again whenever it changes. */
void madaf_product_heading_update (MadafProductHeading *self, MadafContext *context, MadafChoice *choice);

G_END_DECLS
