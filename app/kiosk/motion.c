/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/motion.h"

#include <gsk/gsk.h>

/* Questions asked before anything moves. */

#define SLIDE_MS 200

gboolean
madaf_motion_allowed (GtkWidget *widget)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

gboolean
madaf_motion_is_dear (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer);
}

void
madaf_motion_reveal (GtkRevealer *revealer, gboolean visible)
{
  gtk_revealer_set_transition_duration (revealer, madaf_motion_is_dear (GTK_WIDGET (revealer)) ? 0 : SLIDE_MS);
  gtk_revealer_set_reveal_child (revealer, visible);
}
