/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/viewfinder.h"

#include "kiosk/motion.h"

#include <glib/gi18n.h>

/* The picture of the camera, drawn from the newest frame's own memory. */

#define FLASH_US    (260 * 1000)
#define FLASH_LIGHT 0.55
/* The frame to aim by, in parts of the shorter side, and no larger than a label needs on a big screen. */
#define AIM_WIDTH    0.72
#define AIM_HEIGHT   0.46
#define AIM_MAX      620.0f
#define BRACKET      44.0f
#define STROKE       5.0
#define QUIET_STROKE 3.0

struct _MadafViewfinder
{
  GtkWidget parent_instance;

  GdkTexture *texture; /* (owned) (nullable) */
  GBytes *shown;       /* (owned) (nullable): what texture was made of */
  GPtrArray *codes;    /* (owned) (nullable) (element-type MadafCode) */
  guint n_meant;       /* so many of the first name what is aimed at */
  int codes_width;
  int codes_height;
  gint64 flash_start_us;
  double flash;
  guint tick;
  gboolean mirrored;
};

G_DEFINE_FINAL_TYPE (MadafViewfinder, madaf_viewfinder, GTK_TYPE_WIDGET)

graphene_point_t
madaf_viewfinder_place (MadafPoint point, int frame_width, int frame_height, int width, int height, gboolean mirrored)
{
  float scale = MAX ((float)width / (float)frame_width, (float)height / (float)frame_height);
  float x = ((float)width - (float)frame_width * scale) / 2 + point.x * scale;
  float y = ((float)height - (float)frame_height * scale) / 2 + point.y * scale;

  return GRAPHENE_POINT_INIT (mirrored ? (float)width - x : x, y);
}

static void
snapshot_picture (MadafViewfinder *self, GtkSnapshot *snapshot, int width, int height)
{
  int frame_width = gdk_texture_get_width (self->texture);
  int frame_height = gdk_texture_get_height (self->texture);
  graphene_point_t start
      = madaf_viewfinder_place ((MadafPoint){ 0, 0 }, frame_width, frame_height, width, height, FALSE);
  graphene_rect_t area = GRAPHENE_RECT_INIT (start.x, start.y, (float)width - 2 * start.x, (float)height - 2 * start.y);

  gtk_snapshot_save (snapshot);
  if (self->mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  gtk_snapshot_append_texture (snapshot, self->texture, &area);
  gtk_snapshot_restore (snapshot);
}

/* White with a soft dark edge, so that it is seen on a white wall and on a black coat. */
static void
draw_bracket (GtkSnapshot *snapshot, float x, float y, float along, float down)
{
  graphene_rect_t area
      = GRAPHENE_RECT_INIT (MIN (x, x + along) - 6, MIN (y, y + down) - 6, ABS (along) + 12, ABS (down) + 12);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x + along, y);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x, y + down);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.28);
  cairo_set_line_width (cr, STROKE + 3);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.92);
  cairo_set_line_width (cr, STROKE);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
snapshot_aim (GtkSnapshot *snapshot, int width, int height)
{
  float side = (float)MIN (width, height);
  float w = MIN (side * (float)AIM_WIDTH, AIM_MAX);
  float h = w * (float)(AIM_HEIGHT / AIM_WIDTH);
  float x = ((float)width - w) / 2;
  float y = ((float)height - h) / 2;

  draw_bracket (snapshot, x, y, BRACKET, BRACKET);
  draw_bracket (snapshot, x + w, y, -BRACKET, BRACKET);
  draw_bracket (snapshot, x, y + h, BRACKET, -BRACKET);
  draw_bracket (snapshot, x + w, y + h, -BRACKET, -BRACKET);
}

/* What is aimed at has the colour of the shop; the others are seen to be seen, and no more. */
static void
paint_mark (cairo_t *cr, const GdkRGBA *colour)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (colour == NULL)
    {
      cairo_set_source_rgba (cr, 0, 0, 0, 0.5);
      cairo_set_line_width (cr, QUIET_STROKE + 3);
      cairo_stroke_preserve (cr);
      cairo_set_source_rgba (cr, 1, 1, 1, 0.7);
      cairo_set_line_width (cr, QUIET_STROKE);
      cairo_stroke (cr);
      return;
    }
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.22);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.9);
  cairo_set_line_width (cr, STROKE + 3);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, STROKE);
  cairo_stroke (cr);
}

/* @colour: (nullable): NULL for what is not aimed at */
static void
snapshot_code (MadafViewfinder *self, GtkSnapshot *snapshot, MadafCode *code, const GdkRGBA *colour)
{
  const MadafPoint *corners = madaf_code_get_corners (code);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr;

  if (corners == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  for (guint i = 0; i < 4; i++)
    {
      graphene_point_t at
          = madaf_viewfinder_place (corners[i], self->codes_width, self->codes_height, width, height, self->mirrored);
      cairo_line_to (cr, at.x, at.y);
    }
  cairo_close_path (cr);
  paint_mark (cr, colour);
  cairo_destroy (cr);
}

static void
madaf_viewfinder_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MadafViewfinder *self = MADAF_VIEWFINDER (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean found = self->codes != NULL && self->codes->len > 0 && self->codes_width > 0 && self->codes_height > 0;
  GdkRGBA colour;

  if (self->texture == NULL || width <= 0 || height <= 0)
    return;
  snapshot_picture (self, snapshot, width, height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; found && i < self->codes->len; i++)
    snapshot_code (self, snapshot, g_ptr_array_index (self->codes, i), i < self->n_meant ? &colour : NULL);
  if (!found)
    snapshot_aim (snapshot, width, height);
  if (self->flash > 0)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, (float)(self->flash * FLASH_LIGHT) },
                               &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
}

/* The camera. */

static void
on_frame (MadafViewfinder *self, MadafFrame *frame)
{
  GBytes *rgb = madaf_frame_get_rgb (frame);

  /* A picture in place of a camera comes again and again; drawing it once is enough. */
  if (rgb == NULL || (self->shown != NULL && g_bytes_equal (self->shown, rgb)))
    return;
  g_clear_object (&self->texture);
  g_clear_pointer (&self->shown, g_bytes_unref);
  self->shown = g_bytes_ref (rgb);
  self->texture = gdk_memory_texture_new (madaf_frame_get_width (frame), madaf_frame_get_height (frame),
                                          GDK_MEMORY_R8G8B8, rgb, madaf_frame_get_rgb_stride (frame));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_codes (MadafViewfinder *self, GPtrArray *codes, guint n_meant, int width, int height)
{
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  self->codes = g_ptr_array_ref (codes);
  self->n_meant = n_meant;
  self->codes_width = width;
  self->codes_height = height;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What was seen must not stay on the screen when nothing is seen any more. */
static void
on_state_changed (MadafViewfinder *self, GParamSpec *pspec, MadafCamera *camera)
{
  if (madaf_camera_get_state (camera) == MADAF_CAMERA_RUNNING)
    return;
  g_clear_object (&self->texture);
  g_clear_pointer (&self->shown, g_bytes_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The flash. */

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MadafViewfinder *self = MADAF_VIEWFINDER (widget);
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);

  if (self->flash_start_us == 0)
    self->flash_start_us = now_us;
  self->flash = 1.0 - (double)(now_us - self->flash_start_us) / FLASH_US;
  gtk_widget_queue_draw (widget);
  if (self->flash > 0)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

void
madaf_viewfinder_flash (MadafViewfinder *self)
{
  if (!madaf_motion_allowed (GTK_WIDGET (self)))
    return;
  self->flash = 1.0;
  self->flash_start_us = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

void
madaf_viewfinder_set_mirrored (MadafViewfinder *self, gboolean mirrored)
{
  if (self->mirrored == mirrored)
    return;
  self->mirrored = mirrored;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
madaf_viewfinder_dispose (GObject *object)
{
  MadafViewfinder *self = MADAF_VIEWFINDER (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->shown, g_bytes_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  G_OBJECT_CLASS (madaf_viewfinder_parent_class)->dispose (object);
}

static void
madaf_viewfinder_class_init (MadafViewfinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_viewfinder_dispose;
  widget_class->snapshot = madaf_viewfinder_snapshot;
  gtk_widget_class_set_css_name (widget_class, "viewfinder");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
madaf_viewfinder_init (MadafViewfinder *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Picture of the camera"),
                                  -1);
}

GtkWidget *
madaf_viewfinder_new (MadafCamera *camera)
{
  MadafViewfinder *self = g_object_new (MADAF_TYPE_VIEWFINDER, NULL);

  if (camera == NULL)
    return GTK_WIDGET (self);
  g_signal_connect_object (camera, "frame", G_CALLBACK (on_frame), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (camera, "codes", G_CALLBACK (on_codes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (camera, "notify::state", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
