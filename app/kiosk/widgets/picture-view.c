/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/picture-view.h"

#include "kiosk/motion.h"
#include "kiosk/widgets/picture-texture.h"

/*
 * A picture in a box that has its final size from the start. Loading begins with the first allocation, when the width
 * in pixels is known, and stops when the view goes or shows something else.
 */

#define DEFAULT_RATIO (4.0 / 5.0)
#define FADE_US       (180 * 1000)
/* Below this nobody knows it for what it is. */
#define SMALLEST_SIGN 20

struct _MadafPictureView
{
  GtkWidget parent_instance;

  MadafPictureLoader *loader; /* (owned) (nullable) */
  char *key;                  /* (owned) (nullable) */
  GdkTexture *texture;        /* (owned) (nullable) */
  GCancellable *cancellable;  /* (owned) (nullable): of the load going on */
  double ratio;
  double opacity;
  gint64 fade_start_us;
  guint tick;
  int loaded_width;
  gboolean contain;
};

G_DEFINE_FINAL_TYPE (MadafPictureView, madaf_picture_view, GTK_TYPE_WIDGET)

enum
{
  PROP_LOADER = 1,
  PROP_RATIO,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
stop_fade (MadafPictureView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->opacity = 1.0;
}

static gboolean
on_fade_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MadafPictureView *self = MADAF_PICTURE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->fade_start_us == 0)
    self->fade_start_us = now;
  self->opacity = CLAMP ((double)(now - self->fade_start_us) / FADE_US, 0.0, 1.0);
  gtk_widget_queue_draw (widget);
  if (self->opacity < 1.0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
take_texture (MadafPictureView *self, GdkTexture *texture, gboolean fade)
{
  g_set_object (&self->texture, texture);
  stop_fade (self);
  if (fade && texture != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && madaf_motion_allowed (GTK_WIDGET (self)))
    {
      self->opacity = 0.0;
      self->fade_start_us = 0;
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_fade_tick, NULL, NULL);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_picture_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafPictureView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = madaf_picture_loader_load_finish (MADAF_PICTURE_LOADER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (texture == NULL)
    {
      g_debug ("Picture: %s", error->message);
      return;
    }
  take_texture (self, texture, self->texture == NULL);
}

static void
cancel_load (MadafPictureView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Of the 4:5 place, in pixels, that a picture must fill so that it is sharp here. */
static int
wanted_width (MadafPictureView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int for_height = (int)(gtk_widget_get_height (GTK_WIDGET (self)) * DEFAULT_RATIO);

  return (self->contain ? MIN (width, for_height) : MAX (width, for_height))
         * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
start_load (MadafPictureView *self)
{
  int width = wanted_width (self);
  g_autoptr (GdkTexture) ready = NULL;

  if (self->loader == NULL || self->key == NULL || width <= self->loaded_width)
    return;
  cancel_load (self);
  self->loaded_width = width;
  ready = madaf_picture_loader_peek (self->loader, self->key, width);
  if (ready != NULL)
    {
      take_texture (self, ready, FALSE);
      return;
    }
  self->cancellable = g_cancellable_new ();
  madaf_picture_loader_load_async (self->loader, self->key, width, self->cancellable, on_picture_loaded,
                                   g_object_ref (self));
}

static GtkSizeRequestMode
madaf_picture_view_get_request_mode (GtkWidget *widget)
{
  return MADAF_PICTURE_VIEW (widget)->ratio > 0 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
madaf_picture_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  MadafPictureView *self = MADAF_PICTURE_VIEW (widget);

  *minimum = *natural = 0;
  if (self->ratio > 0 && orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *minimum = *natural = (int)(for_size / self->ratio + 0.5);
}

static void
madaf_picture_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  if (width > 0 && height > 0)
    start_load (MADAF_PICTURE_VIEW (widget));
}

/* A thing without a picture is shown by a sign, in the colour of the text; else its place would look like a mistake. */
static void
snapshot_nothing (GtkWidget *widget, GtkSnapshot *snapshot, double width, double height)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  int size = (int)(MIN (width, height) / 2);
  g_autoptr (GtkIconPaintable) icon = NULL;
  GdkRGBA colour;

  if (size < SMALLEST_SIGN)
    return;
  icon = gtk_icon_theme_lookup_icon (theme, "madaf-shelf-symbolic", NULL, size, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)((width - size) / 2), (float)((height - size) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, &colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
madaf_picture_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MadafPictureView *self = MADAF_PICTURE_VIEW (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double picture_width;
  double picture_height;
  double scale;

  if (self->key == NULL)
    snapshot_nothing (widget, snapshot, width, height);
  if (self->texture == NULL || width <= 0 || height <= 0)
    return;
  picture_width = gdk_texture_get_width (self->texture);
  picture_height = gdk_texture_get_height (self->texture);
  scale = self->contain ? MIN (width / picture_width, height / picture_height)
                        : MAX (width / picture_width, height / picture_height);
  picture_width *= scale;
  picture_height *= scale;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  madaf_picture_texture_snapshot (self->texture, widget, snapshot,
                                  &GRAPHENE_RECT_INIT ((float)((width - picture_width) / 2),
                                                       (float)((height - picture_height) / 2), (float)picture_width,
                                                       (float)picture_height),
                                  self->opacity);
  gtk_snapshot_pop (snapshot);
}

static void
madaf_picture_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MadafPictureView *self = MADAF_PICTURE_VIEW (object);

  if (property_id == PROP_LOADER)
    g_value_set_object (value, self->loader);
  else if (property_id == PROP_RATIO)
    g_value_set_double (value, self->ratio);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_picture_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  MadafPictureView *self = MADAF_PICTURE_VIEW (object);

  if (property_id == PROP_LOADER)
    madaf_picture_view_set_loader (self, g_value_get_object (value));
  else if (property_id == PROP_RATIO)
    madaf_picture_view_set_ratio (self, g_value_get_double (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
madaf_picture_view_dispose (GObject *object)
{
  MadafPictureView *self = MADAF_PICTURE_VIEW (object);

  cancel_load (self);
  stop_fade (self);
  g_clear_object (&self->texture);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (madaf_picture_view_parent_class)->dispose (object);
}

static void
madaf_picture_view_class_init (MadafPictureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = madaf_picture_view_get_property;
  object_class->set_property = madaf_picture_view_set_property;
  object_class->dispose = madaf_picture_view_dispose;
  widget_class->get_request_mode = madaf_picture_view_get_request_mode;
  widget_class->measure = madaf_picture_view_measure;
  widget_class->size_allocate = madaf_picture_view_size_allocate;
  widget_class->snapshot = madaf_picture_view_snapshot;
  properties[PROP_LOADER] = g_param_spec_object ("loader", NULL, NULL, MADAF_TYPE_PICTURE_LOADER, flags);
  properties[PROP_RATIO] = g_param_spec_double ("ratio", NULL, NULL, 0, 10, DEFAULT_RATIO, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "picture-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
madaf_picture_view_init (MadafPictureView *self)
{
  self->ratio = DEFAULT_RATIO;
  self->opacity = 1.0;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
madaf_picture_view_new (MadafPictureLoader *loader)
{
  return g_object_new (MADAF_TYPE_PICTURE_VIEW, "loader", loader, NULL);
}

void
madaf_picture_view_set_loader (MadafPictureView *self, MadafPictureLoader *loader)
{
  if (!g_set_object (&self->loader, loader))
    return;
  self->loaded_width = 0;
  start_load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADER]);
}

void
madaf_picture_view_set_picture (MadafPictureView *self, const char *key, const char *alternative)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  alternative != NULL ? alternative : "", -1);
  if (g_strcmp0 (self->key, key) == 0)
    return;
  cancel_load (self);
  g_free (self->key);
  self->key = g_strdup (key);
  self->loaded_width = 0;
  take_texture (self, NULL, FALSE);
  start_load (self);
}

void
madaf_picture_view_set_ratio (MadafPictureView *self, double ratio)
{
  if (self->ratio == ratio)
    return;
  self->ratio = ratio;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RATIO]);
}

void
madaf_picture_view_set_contain (MadafPictureView *self, gboolean contain)
{
  self->contain = contain;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
