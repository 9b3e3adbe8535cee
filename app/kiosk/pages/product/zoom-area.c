/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/zoom-area.h"

#include "kiosk/widgets/picture-texture.h"

/* A picture under two fingers. */

struct _MadafZoomArea
{
  GtkWidget parent_instance;

  GdkTexture *texture; /* (owned) (nullable) */
  double scale;
  double x; /* of the picture's middle from the area's, pixels */
  double y;
  double scale_before; /* when the fingers came down */
  double x_before;
  double y_before;
};

G_DEFINE_FINAL_TYPE (MadafZoomArea, madaf_zoom_area, GTK_TYPE_WIDGET)

enum
{
  PROP_SCALE = 1,
  N_PROPS,
};

enum
{
  SIGNAL_TOUCHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The size of the whole picture as it fits. */
static gboolean
fitted_size (MadafZoomArea *self, double *width, double *height)
{
  double area_width = gtk_widget_get_width (GTK_WIDGET (self));
  double area_height = gtk_widget_get_height (GTK_WIDGET (self));
  double factor;

  if (self->texture == NULL || area_width <= 0 || area_height <= 0)
    return FALSE;
  factor
      = MIN (area_width / gdk_texture_get_width (self->texture), area_height / gdk_texture_get_height (self->texture));
  *width = gdk_texture_get_width (self->texture) * factor;
  *height = gdk_texture_get_height (self->texture) * factor;
  return TRUE;
}

static void
place (MadafZoomArea *self, double x, double y)
{
  double width;
  double height;
  double slack_x;
  double slack_y;

  if (!fitted_size (self, &width, &height))
    return;
  slack_x = MAX (0, (width * self->scale - gtk_widget_get_width (GTK_WIDGET (self))) / 2);
  slack_y = MAX (0, (height * self->scale - gtk_widget_get_height (GTK_WIDGET (self))) / 2);
  self->x = CLAMP (x, -slack_x, slack_x);
  self->y = CLAMP (y, -slack_y, slack_y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Scales so that what is under (about_x, about_y), measured from the middle, stays there. */
static void
scale_about (MadafZoomArea *self, double scale, double about_x, double about_y)
{
  double before = self->scale;

  scale = CLAMP (scale, 1.0, MADAF_ZOOM_MOST);
  if (scale == before)
    return;
  self->scale = scale;
  place (self, about_x - (about_x - self->x) * scale / before, about_y - (about_y - self->y) * scale / before);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

static void
on_zoom_begin (MadafZoomArea *self)
{
  self->scale_before = self->scale;
}

static void
on_zoom_scale (MadafZoomArea *self, double factor, GtkGesture *gesture)
{
  double x = 0;
  double y = 0;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    {
      x -= gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
      y -= gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
    }
  scale_about (self, self->scale_before * factor, x, y);
}

static void
on_drag_begin (MadafZoomArea *self)
{
  self->x_before = self->x;
  self->y_before = self->y;
}

static void
on_drag_update (MadafZoomArea *self, double x, double y)
{
  place (self, self->x_before + x, self->y_before + y);
}

static void
on_drag_end (MadafZoomArea *self, double x, double y)
{
  if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)x, (int)y))
    g_signal_emit (self, signals[SIGNAL_TOUCHED], 0);
}

static void
madaf_zoom_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MadafZoomArea *self = MADAF_ZOOM_AREA (widget);
  double width;
  double height;

  if (!fitted_size (self, &width, &height))
    return;
  width *= self->scale;
  height *= self->scale;
  madaf_picture_texture_snapshot (self->texture, widget, snapshot,
                                  &GRAPHENE_RECT_INIT ((float)((gtk_widget_get_width (widget) - width) / 2 + self->x),
                                                       (float)((gtk_widget_get_height (widget) - height) / 2 + self->y),
                                                       (float)width, (float)height),
                                  1);
}

static void
madaf_zoom_area_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  place (MADAF_ZOOM_AREA (widget), MADAF_ZOOM_AREA (widget)->x, MADAF_ZOOM_AREA (widget)->y);
}

static void
madaf_zoom_area_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_SCALE)
    g_value_set_double (value, MADAF_ZOOM_AREA (object)->scale);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_zoom_area_dispose (GObject *object)
{
  g_clear_object (&MADAF_ZOOM_AREA (object)->texture);
  G_OBJECT_CLASS (madaf_zoom_area_parent_class)->dispose (object);
}

static void
madaf_zoom_area_class_init (MadafZoomAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = madaf_zoom_area_get_property;
  object_class->dispose = madaf_zoom_area_dispose;
  widget_class->snapshot = madaf_zoom_area_snapshot;
  widget_class->size_allocate = madaf_zoom_area_size_allocate;
  properties[PROP_SCALE]
      = g_param_spec_double ("scale", NULL, NULL, 1.0, MADAF_ZOOM_MOST, 1.0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_TOUCHED]
      = g_signal_new ("touched", MADAF_TYPE_ZOOM_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "zoom-area");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
madaf_zoom_area_init (MadafZoomArea *self)
{
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->scale = 1.0;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (zoom, "begin", G_CALLBACK (on_zoom_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (zoom, "scale-changed", G_CALLBACK (on_zoom_scale), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (zoom));
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
madaf_zoom_area_set_texture (MadafZoomArea *self, GdkTexture *texture)
{
  if (g_set_object (&self->texture, texture))
    place (self, self->x, self->y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
madaf_zoom_area_reset (MadafZoomArea *self)
{
  self->x = self->y = 0;
  scale_about (self, 1.0, 0, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
madaf_zoom_area_set_scale (MadafZoomArea *self, double scale)
{
  scale_about (self, scale, 0, 0);
}

double
madaf_zoom_area_get_scale (MadafZoomArea *self)
{
  return self->scale;
}
