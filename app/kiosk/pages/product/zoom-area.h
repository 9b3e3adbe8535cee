/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafZoomArea:
 *
 * Draws a texture at a scale and place that fingers change. Scale 1 is the whole picture; it never goes so far to a
 * side that the area is empty there.
 *
 * Property: `scale` (read-only, notified). Signal: `touched`, a touch that neither moved nor scaled anything.
 */
#define MADAF_TYPE_ZOOM_AREA (madaf_zoom_area_get_type ())
G_DECLARE_FINAL_TYPE (MadafZoomArea, madaf_zoom_area, MADAF, ZOOM_AREA, GtkWidget)

#define MADAF_ZOOM_MOST 5.0

/* texture: (nullable). Keeps scale and place, so that a sharper one can follow. */
void madaf_zoom_area_set_texture (MadafZoomArea *self, GdkTexture *texture);
/* The whole picture again. */
void madaf_zoom_area_reset (MadafZoomArea *self);
/* About the middle of the area; kept within 1 and MADAF_ZOOM_MOST. */
void madaf_zoom_area_set_scale (MadafZoomArea *self, double scale);
double madaf_zoom_area_get_scale (MadafZoomArea *self);

G_END_DECLS
