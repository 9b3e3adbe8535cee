/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafStars:
 *
 * A rating out of five, drawn to the tenth, from the start side. Role img, named "4.3 out of 5 stars".
 * Properties: `rating` (0…5), `size` (pixels per star where words have 100 %, 20).
 */
#define MADAF_TYPE_STARS (madaf_stars_get_type ())
G_DECLARE_FINAL_TYPE (MadafStars, madaf_stars, MADAF, STARS, GtkWidget)

GtkWidget *madaf_stars_new (void);
void madaf_stars_set_rating (MadafStars *self, double rating);
double madaf_stars_get_rating (MadafStars *self);
void madaf_stars_set_size (MadafStars *self, int size);

G_END_DECLS
