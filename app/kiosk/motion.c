/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/motion.h"

#include <gsk/gsk.h>

/* Questions asked before anything moves. */

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
