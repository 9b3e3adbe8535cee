/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/chip.h"

#include <glib/gi18n.h>

/* A choice: a filter, a size, a colour. */

struct _MadafChip
{
  GtkToggleButton parent_instance;

  GtkWidget *dot;
  GtkWidget *label;
  GdkRGBA colour;
  MadafChipStock stock;
};

G_DEFINE_FINAL_TYPE (MadafChip, madaf_chip, GTK_TYPE_TOGGLE_BUTTON)

static void
draw_dot (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  MadafChip *self = user_data;
  double radius = MIN (width, height) / 2.0;

  gdk_cairo_set_source_rgba (cr, &self->colour);
  cairo_arc (cr, width / 2.0, height / 2.0, radius - 0.5, 0, 2 * G_PI);
  cairo_fill_preserve (cr);
  /* A white shirt must not vanish on a white page. */
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.6);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* A size that is nowhere is crossed out from corner to corner. */
static void
madaf_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MadafChip *self = MADAF_CHIP (widget);
  GdkRGBA colour;
  cairo_t *cr;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  GTK_WIDGET_CLASS (madaf_chip_parent_class)->snapshot (widget, snapshot);
  if (self->stock != MADAF_CHIP_GONE)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.5f;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, 6, height - 6);
  cairo_line_to (cr, width - 6, 6);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
madaf_chip_class_init (MadafChipClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = madaf_chip_snapshot;
}

static void
madaf_chip_init (MadafChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->dot = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->dot), 18);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->dot), 18);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->dot), draw_dot, self, NULL);
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->dot, FALSE);
  gtk_box_append (GTK_BOX (box), self->dot);
  self->label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
}

GtkWidget *
madaf_chip_new (const char *label)
{
  MadafChip *self = g_object_new (MADAF_TYPE_CHIP, NULL);

  madaf_chip_set_label (self, label);
  return GTK_WIDGET (self);
}

static void
update_name (MadafChip *self)
{
  const char *label = gtk_label_get_label (GTK_LABEL (self->label));
  g_autofree char *name = NULL;

  if (self->stock == MADAF_CHIP_ELSEWHERE)
    /* Translators: said by screen readers; %s is a size like M or 42. */
    name = g_strdup_printf (_ ("%s, not in this shop"), label);
  else if (self->stock == MADAF_CHIP_GONE)
    /* Translators: said by screen readers; %s is a size like M or 42. */
    name = g_strdup_printf (_ ("%s, sold out"), label);
  else
    name = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
madaf_chip_set_label (MadafChip *self, const char *label)
{
  gtk_label_set_label (GTK_LABEL (self->label), label != NULL ? label : "");
  update_name (self);
}

void
madaf_chip_set_stock (MadafChip *self, MadafChipStock stock)
{
  static const char *const classes[] = { "plain", "here", "elsewhere", "gone" };

  if (self->stock == stock)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), classes[self->stock]);
  self->stock = stock;
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[stock]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_name (self);
}

void
madaf_chip_set_colour (MadafChip *self, const GdkRGBA *colour)
{
  if (colour != NULL)
    self->colour = *colour;
  gtk_widget_set_visible (self->dot, colour != NULL);
  gtk_widget_queue_draw (self->dot);
}
