/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Whether things may move (GTK's gtk-enable-animations, which --no-motion and the setting switch off). */
gboolean madaf_motion_allowed (GtkWidget *widget);

G_END_DECLS
