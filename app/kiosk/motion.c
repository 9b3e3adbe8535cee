/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/motion.h"

/* One question, asked before anything moves. */

gboolean
madaf_motion_allowed (GtkWidget *widget)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}
