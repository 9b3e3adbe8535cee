/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/product.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafDetailsSection:
 *
 * What the shop says of a product: the description, material, care, origin, measures, and the number on its label.
 */
#define MADAF_TYPE_DETAILS_SECTION (madaf_details_section_get_type ())
G_DECLARE_FINAL_TYPE (MadafDetailsSection, madaf_details_section, MADAF, DETAILS_SECTION, GtkBox)

/* variant: (nullable): whose GTIN is shown. */
void madaf_details_section_set (MadafDetailsSection *self, MadafProduct *product, MadafVariant *variant);

G_END_DECLS
