/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Whether things may move (GTK's gtk-enable-animations, which --no-motion and the setting switch off). */
gboolean madaf_motion_allowed (GtkWidget *widget);

/**
 * Whether widget is drawn without a graphics processor: then a frame in which much changes takes tens of milliseconds,
 * and what would move all of the screen had better not. FALSE before it is on the screen.
 */
gboolean madaf_motion_is_dear (GtkWidget *widget);

/**
 * Reveals or hides what slides, and takes the page with it, which is laid out and drawn anew in every frame: at once
 * where that is dear.
 */
void madaf_motion_reveal (GtkRevealer *revealer, gboolean visible);

G_END_DECLS
