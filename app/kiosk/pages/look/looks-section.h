/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/product/choice.h"

G_BEGIN_DECLS

/**
 * MadafLooksSection:
 *
 * On the page of a product: the outfits around it, and what others bought together with it. Reads both itself, shows
 * sizes that the shopper chose here or has in the basket, and is not there at all when there is nothing to show.
 */
#define MADAF_TYPE_LOOKS_SECTION (madaf_looks_section_get_type ())
G_DECLARE_FINAL_TYPE (MadafLooksSection, madaf_looks_section, MADAF, LOOKS_SECTION, GtkBox)

/* Of the product of @choice, in its size; asks the central unless it was asked about this product already. */
void madaf_looks_section_set (MadafLooksSection *self, MadafContext *context, MadafChoice *choice);

G_END_DECLS
