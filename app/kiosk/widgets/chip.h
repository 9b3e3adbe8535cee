/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafChip:
 *
 * One of several choices that can be on or off: a filter, or (with an availability) a size of a product. It is a
 * GtkToggleButton; gtk_toggle_button_set_group () makes a row of them exclusive. A size that is gone everywhere is
 * still shown, crossed out, and can still be chosen: the product page then says what else is possible.
 */
typedef enum
{
  MADAF_CHIP_PLAIN,     /* not about stock */
  MADAF_CHIP_HERE,      /* in this shop */
  MADAF_CHIP_ELSEWHERE, /* not here; another branch or the warehouse has it */
  MADAF_CHIP_GONE,      /* nowhere */
} MadafChipStock;

#define MADAF_TYPE_CHIP (madaf_chip_get_type ())
G_DECLARE_FINAL_TYPE (MadafChip, madaf_chip, MADAF, CHIP, GtkToggleButton)

GtkWidget *madaf_chip_new (const char *label);
void madaf_chip_set_label (MadafChip *self, const char *label);
/** Changes look and accessible name ("M, not in this shop"). */
void madaf_chip_set_stock (MadafChip *self, MadafChipStock stock);
/** A colour drawn as a dot before the label, or NULL. */
void madaf_chip_set_colour (MadafChip *self, const GdkRGBA *colour);

G_END_DECLS
