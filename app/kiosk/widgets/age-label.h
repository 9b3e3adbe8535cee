/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafAgeLabel:
 *
 * How old a figure is, counting up while it is on the screen. Ages are handed in, not times of day: the tablet's clock
 * may be wrong, the central's age is not.
 */
#define MADAF_TYPE_AGE_LABEL (madaf_age_label_get_type ())
G_DECLARE_FINAL_TYPE (MadafAgeLabel, madaf_age_label, MADAF, AGE_LABEL, GtkWidget)

GtkWidget *madaf_age_label_new (void);
/** age_us: how old it is now; < 0: says nothing. */
void madaf_age_label_set_age (MadafAgeLabel *self, gint64 age_us);

G_END_DECLS
