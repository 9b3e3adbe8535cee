/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/picture-zoom.h"

#include "kiosk/pages/product/zoom-area.h"

/* The enlarged picture and its buttons. */

#define STEP          1.6
#define WANTED_PIXELS 1200

struct _MadafPictureZoom
{
  GtkBox parent_instance;

  MadafZoomArea *area;
  GtkWidget *close;
  GtkWidget *out;
  GtkWidget *in;
  GCancellable *cancellable; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MadafPictureZoom, madaf_picture_zoom, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_close (MadafPictureZoom *self)
{
  g_cancellable_cancel (self->cancellable);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
on_in (MadafPictureZoom *self)
{
  madaf_zoom_area_set_scale (self->area, madaf_zoom_area_get_scale (self->area) * STEP);
}

static void
on_out (MadafPictureZoom *self)
{
  madaf_zoom_area_set_scale (self->area, madaf_zoom_area_get_scale (self->area) / STEP);
}

static void
on_scale_changed (MadafPictureZoom *self)
{
  double scale = madaf_zoom_area_get_scale (self->area);

  gtk_widget_set_sensitive (self->out, scale > 1.0);
  gtk_widget_set_sensitive (self->in, scale < MADAF_ZOOM_MOST);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  if (keyval == GDK_KEY_Escape)
    on_close (data);
  else if (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add)
    on_in (data);
  else if (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)
    on_out (data);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
on_picture_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafPictureZoom) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = madaf_picture_loader_load_finish (MADAF_PICTURE_LOADER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    g_debug ("Enlarged picture: %s", error->message);
  else
    madaf_zoom_area_set_texture (self->area, texture);
}

static void
madaf_picture_zoom_dispose (GObject *object)
{
  MadafPictureZoom *self = MADAF_PICTURE_ZOOM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (madaf_picture_zoom_parent_class)->dispose (object);
}

static void
madaf_picture_zoom_class_init (MadafPictureZoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_picture_zoom_dispose;
  signals[SIGNAL_CLOSED]
      = g_signal_new ("closed", MADAF_TYPE_PICTURE_ZOOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MADAF_TYPE_ZOOM_AREA);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/picture-zoom.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafPictureZoom, area);
  gtk_widget_class_bind_template_child (widget_class, MadafPictureZoom, close);
  gtk_widget_class_bind_template_child (widget_class, MadafPictureZoom, out);
  gtk_widget_class_bind_template_child (widget_class, MadafPictureZoom, in);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_bind_template_callback (widget_class, on_in);
  gtk_widget_class_bind_template_callback (widget_class, on_out);
}

static void
madaf_picture_zoom_init (MadafPictureZoom *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->area, "notify::scale", G_CALLBACK (on_scale_changed), self, G_CONNECT_SWAPPED);
  on_scale_changed (self);
}

void
madaf_picture_zoom_show (MadafPictureZoom *self,
                         MadafPictureLoader *loader,
                         const char *picture_id,
                         const char *alternative)
{
  g_autoptr (GdkTexture) ready = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  madaf_zoom_area_reset (self->area);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, alternative, -1);
  gtk_widget_grab_focus (self->close);
  if (loader == NULL)
    return;
  ready = madaf_picture_loader_peek (loader, picture_id, WANTED_PIXELS);
  madaf_zoom_area_set_texture (self->area, ready);
  if (ready != NULL)
    return;
  self->cancellable = g_cancellable_new ();
  madaf_picture_loader_load_async (loader, picture_id, WANTED_PIXELS, self->cancellable, on_picture_loaded,
                                   g_object_ref (self));
}
