/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/home/tag-drawing.h"

#include "kiosk/motion.h"

#include <math.h>

/* Everything is drawn in a square of 200 units, which takes the middle of whatever room there is. */

#define UNITS 200.0

/* A swing that dies away: degrees, seconds. */
#define REST_ANGLE  -7.0
#define SWING       13.0
#define SWING_TIME  3.0
#define SWING_SPEED 4.2

/* The tag hangs from here. */
#define HOOK_X 100.0
#define HOOK_Y 18.0

struct _MadafTagDrawing
{
  GtkWidget parent_instance;

  double angle;
  gint64 start_us;
  guint tick;
};

G_DEFINE_FINAL_TYPE (MadafTagDrawing, madaf_tag_drawing, GTK_TYPE_WIDGET)

static void
set_colour (cairo_t *cr, const GdkRGBA *colour, double alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
rounded (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

/* The four corners of what the camera sees. */
static void
draw_frame (cairo_t *cr, const GdkRGBA *colour)
{
  const double near = 14;
  const double far = 186;
  const double arm = 26;
  const double radius = 12;

  set_colour (cr, colour, 0.55);
  cairo_set_line_width (cr, 3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int i = 0; i < 4; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, UNITS / 2, UNITS / 2);
      cairo_rotate (cr, i * G_PI_2);
      cairo_translate (cr, -UNITS / 2, -UNITS / 2);
      cairo_move_to (cr, near, near + arm);
      cairo_line_to (cr, near, near + radius);
      cairo_arc (cr, near + radius, near + radius, radius, G_PI, G_PI + G_PI_2);
      cairo_line_to (cr, near + arm, near);
      cairo_stroke (cr);
      cairo_restore (cr);
    }
  set_colour (cr, colour, 0.09);
  rounded (cr, near, near, far - near, far - near, radius);
  cairo_fill (cr);
}

static void
draw_string (cairo_t *cr, const GdkRGBA *colour)
{
  set_colour (cr, colour, 0.7);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, HOOK_X, HOOK_Y - 30);
  cairo_curve_to (cr, HOOK_X - 9, HOOK_Y, HOOK_X - 7, HOOK_Y + 14, HOOK_X, HOOK_Y + 29);
  cairo_move_to (cr, HOOK_X, HOOK_Y - 30);
  cairo_curve_to (cr, HOOK_X + 9, HOOK_Y, HOOK_X + 7, HOOK_Y + 14, HOOK_X, HOOK_Y + 29);
  cairo_stroke (cr);
}

/* Card with a hole; what lies behind shines through it. */
static void
draw_card (cairo_t *cr, const GdkRGBA *colour)
{
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_move_to (cr, 82, 38);
  cairo_line_to (cr, 118, 38);
  cairo_curve_to (cr, 122, 38, 124, 39, 127, 42);
  cairo_line_to (cr, 141, 58);
  cairo_curve_to (cr, 143, 60, 144, 62, 144, 66);
  cairo_line_to (cr, 144, 158);
  cairo_arc (cr, 136, 158, 8, 0, G_PI_2);
  cairo_arc (cr, 64, 158, 8, G_PI_2, G_PI);
  cairo_line_to (cr, 56, 66);
  cairo_curve_to (cr, 56, 62, 57, 60, 59, 58);
  cairo_line_to (cr, 73, 42);
  cairo_curve_to (cr, 76, 39, 78, 38, 82, 38);
  cairo_close_path (cr);
  cairo_new_sub_path (cr);
  cairo_arc (cr, HOOK_X, 52, 5, 0, 2 * G_PI);
  set_colour (cr, colour, 0.96);
  cairo_fill (cr);
}

/* Bars and a few lines of what would be a name and a price, cut out of the card. */
static void
draw_print (cairo_t *cr)
{
  static const int bars[] = { 3, 1, 1, 2, 4, 1, 2, 1, 1, 3, 2, 2, 1, 1, 3, 1, 2, 3, 1, 1, 2, 1, 4, 1, 1, 2, 2, 1, 3 };
  double x = 68;

  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.45);
  rounded (cr, 84, 72, 32, 4, 2);
  rounded (cr, 76, 82, 48, 4, 2);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.92);
  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      if (i % 2 == 0)
        cairo_rectangle (cr, x, 98, bars[i] * 1.18, 44);
      x += bars[i] * 1.18;
    }
  cairo_fill (cr);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.45);
  rounded (cr, 72, 148, 56, 4, 2);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static void
madaf_tag_drawing_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MadafTagDrawing *self = MADAF_TAG_DRAWING (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double scale = MIN (width, height) / UNITS;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cairo_translate (cr, (width - scale * UNITS) / 2, (height - scale * UNITS) / 2);
  cairo_scale (cr, scale, scale);
  draw_frame (cr, &colour);
  cairo_translate (cr, HOOK_X, HOOK_Y - 30);
  cairo_rotate (cr, self->angle * G_PI / 180);
  cairo_translate (cr, -HOOK_X, 30 - HOOK_Y);
  cairo_push_group (cr);
  draw_card (cr, &colour);
  draw_print (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  draw_string (cr, &colour);
  cairo_destroy (cr);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  MadafTagDrawing *self = MADAF_TAG_DRAWING (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds;

  if (self->start_us == 0)
    self->start_us = now;
  seconds = (double)(now - self->start_us) / G_USEC_PER_SEC;
  gtk_widget_queue_draw (widget);
  if (seconds >= SWING_TIME)
    {
      self->angle = REST_ANGLE;
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->angle = REST_ANGLE + SWING * exp (-1.3 * seconds) * (1 - seconds / SWING_TIME) * cos (SWING_SPEED * seconds);
  return G_SOURCE_CONTINUE;
}

static void
madaf_tag_drawing_map (GtkWidget *widget)
{
  MadafTagDrawing *self = MADAF_TAG_DRAWING (widget);

  GTK_WIDGET_CLASS (madaf_tag_drawing_parent_class)->map (widget);
  if (self->tick != 0 || !madaf_motion_allowed (widget))
    return;
  self->start_us = 0;
  self->tick = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);
}

static void
madaf_tag_drawing_unmap (GtkWidget *widget)
{
  MadafTagDrawing *self = MADAF_TAG_DRAWING (widget);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  self->angle = REST_ANGLE;
  GTK_WIDGET_CLASS (madaf_tag_drawing_parent_class)->unmap (widget);
}

static void
madaf_tag_drawing_class_init (MadafTagDrawingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = madaf_tag_drawing_snapshot;
  widget_class->map = madaf_tag_drawing_map;
  widget_class->unmap = madaf_tag_drawing_unmap;
  gtk_widget_class_set_css_name (widget_class, "tag-drawing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
madaf_tag_drawing_init (MadafTagDrawing *self)
{
  self->angle = REST_ANGLE;
}

GtkWidget *
madaf_tag_drawing_new (void)
{
  return g_object_new (MADAF_TYPE_TAG_DRAWING, NULL);
}
