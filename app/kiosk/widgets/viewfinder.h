/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/camera.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafViewfinder:
 *
 * What a camera sees, filling the widget, with a calm frame to aim by, and an outline around each code that is in view:
 * that of the one aimed at in the shop's colour. It draws the newest frame only and keeps no other; it neither starts
 * nor stops the camera.
 */
#define MADAF_TYPE_VIEWFINDER (madaf_viewfinder_get_type ())
G_DECLARE_FINAL_TYPE (MadafViewfinder, madaf_viewfinder, MADAF, VIEWFINDER, GtkWidget)

/** camera may be NULL: an empty viewfinder. */
GtkWidget *madaf_viewfinder_new (MadafCamera *camera);
/** As in a mirror: for a camera that looks at the one who looks at the screen, so that left is where they expect it. */
void madaf_viewfinder_set_mirrored (MadafViewfinder *self, gboolean mirrored);
/** One short light over the picture: something was read. Nothing where motion is switched off. */
void madaf_viewfinder_flash (MadafViewfinder *self);

/**
 * Where a point of a frame is drawn in a viewfinder, a pure function: the frame fills width × height, cropped at two
 * sides and centred.
 */
graphene_point_t
madaf_viewfinder_place (MadafPoint point, int frame_width, int frame_height, int width, int height, gboolean mirrored);

G_END_DECLS
