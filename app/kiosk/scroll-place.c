/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/scroll-place.h"

/* A page that is built again is found where it was left. */

typedef struct
{
  MadafRoute *route; /* (owned) */
  gboolean restored; /* the place may be written only after it was read */
} ScrollPlace;

static void
scroll_place_free (gpointer data)
{
  ScrollPlace *place = data;

  g_object_unref (place->route);
  g_free (place);
}

static void
on_value_changed (GtkAdjustment *adjustment, GParamSpec *pspec, ScrollPlace *place)
{
  if (place->restored)
    madaf_route_set_scroll (place->route, gtk_adjustment_get_value (adjustment));
}

static void
on_upper_changed (GtkAdjustment *adjustment, GParamSpec *pspec, ScrollPlace *place)
{
  double wanted = madaf_route_get_scroll (place->route);

  if (place->restored || gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) < wanted)
    return;
  place->restored = TRUE;
  gtk_adjustment_set_value (adjustment, wanted);
}

void
madaf_scroll_place_follow (MadafRoute *route, GtkScrolledWindow *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  ScrollPlace *place = g_new0 (ScrollPlace, 1);

  place->route = g_object_ref (route);
  g_object_set_data_full (G_OBJECT (adjustment), "madaf-scroll-place", place, scroll_place_free);
  g_signal_connect (adjustment, "notify::upper", G_CALLBACK (on_upper_changed), place);
  g_signal_connect (adjustment, "notify::value", G_CALLBACK (on_value_changed), place);
}
