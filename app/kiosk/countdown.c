/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/countdown.h"

#include <glib/gi18n.h>
#include <math.h>

/* Asks whether somebody is still there. */

#define RING_SIZE  144
#define RING_WIDTH 8

struct _MadafCountdown
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *ring;
  GtkWidget *number;
  double part;
};

G_DEFINE_FINAL_TYPE (MadafCountdown, madaf_countdown, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_answered (MadafCountdown *self)
{
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0);
}

static void
draw_ring (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  MadafCountdown *self = user_data;
  GdkRGBA colour;
  double radius = MIN (width, height) / 2.0 - RING_WIDTH;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  cairo_set_line_width (cr, RING_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, 0.15);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * self->part);
  cairo_stroke (cr);
}

static void
madaf_countdown_dispose (GObject *object)
{
  g_clear_pointer (&MADAF_COUNTDOWN (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_countdown_parent_class)->dispose (object);
}

static void
madaf_countdown_class_init (MadafCountdownClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_countdown_dispose;
  signals[SIGNAL_ANSWERED]
      = g_signal_new ("answered", MADAF_TYPE_COUNTDOWN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "countdown");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT_DIALOG);
}

static GtkWidget *
make_ring (MadafCountdown *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->ring = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->ring), RING_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->ring), RING_SIZE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->ring), draw_ring, self, NULL);
  gtk_widget_add_css_class (self->ring, "ring");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->ring);
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "display");
  gtk_widget_set_halign (self->number, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->number, GTK_ALIGN_CENTER);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->number);
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  return overlay;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
madaf_countdown_init (MadafCountdown *self)
{
  const char *question = _ ("Are you still there?");
  GtkWidget *button = gtk_button_new_with_label (_ ("I’m still here"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_ring (self));
  gtk_box_append (GTK_BOX (self->box), make_label (question, "heading-1"));
  gtk_box_append (GTK_BOX (self->box),
                  make_label (_ ("Otherwise we clear the screen, so that nobody sees what you looked at."), "quiet"));
  gtk_widget_add_css_class (button, "primary");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
}

GtkWidget *
madaf_countdown_new (void)
{
  return g_object_new (MADAF_TYPE_COUNTDOWN, NULL);
}

void
madaf_countdown_set (MadafCountdown *self, double seconds_left, double seconds_total)
{
  g_autofree char *number = g_strdup_printf ("%d", (int)ceil (seconds_left));

  self->part = CLAMP (seconds_left / seconds_total, 0.0, 1.0);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_widget_queue_draw (self->ring);
}
