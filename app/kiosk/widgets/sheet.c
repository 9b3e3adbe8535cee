/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

/* A panel over the page. It is a child of the stage; the stage moves it in and out. */

struct _MadafSheet
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *scroller;
  GtkWidget *actions;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (MadafSheet, madaf_sheet, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Long words wrap in the width that the stage gives it, and do not make it wider than others. */
static void
madaf_sheet_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  gtk_widget_measure (MADAF_SHEET (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
madaf_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (MADAF_SHEET (widget)->box, width, height, baseline, NULL);
}

static void
madaf_sheet_dispose (GObject *object)
{
  g_clear_pointer (&MADAF_SHEET (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_sheet_parent_class)->dispose (object);
}

static void
madaf_sheet_class_init (MadafSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_sheet_dispose;
  signals[SIGNAL_CLOSED]
      = g_signal_new ("closed", MADAF_TYPE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->measure = madaf_sheet_measure;
  widget_class->size_allocate = madaf_sheet_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DIALOG);
}

static GtkWidget *
make_header (MadafSheet *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *close = gtk_button_new_from_icon_name ("madaf-close-symbolic");

  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0f, "wrap",
                              TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading-2");
  gtk_box_append (GTK_BOX (header), self->title);
  gtk_widget_add_css_class (close, "round");
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
  g_signal_connect_object (close, "clicked", G_CALLBACK (madaf_sheet_close), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (header), close);
  gtk_widget_add_css_class (header, "sheet-header");
  return header;
}

static void
madaf_sheet_init (MadafSheet *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_MODAL, TRUE, -1);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_header (self));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  self->actions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->actions, "sheet-actions");
  gtk_widget_set_visible (self->actions, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->actions);
}

MadafSheet *
madaf_sheet_new (const char *title)
{
  MadafSheet *self = g_object_new (MADAF_TYPE_SHEET, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return self;
}

void
madaf_sheet_set_child (MadafSheet *self, GtkWidget *child)
{
  gtk_widget_add_css_class (child, "sheet-body");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), child);
}

GtkButton *
madaf_sheet_add_action (MadafSheet *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  if (gtk_widget_get_first_child (self->actions) == NULL)
    gtk_widget_add_css_class (button, "primary");
  gtk_box_append (GTK_BOX (self->actions), button);
  gtk_widget_set_visible (self->actions, TRUE);
  return GTK_BUTTON (button);
}

void
madaf_sheet_present (MadafSheet *self, GtkWidget *near)
{
  MadafStage *stage = madaf_stage_for (near);

  g_return_if_fail (stage != NULL);
  madaf_stage_present (stage, self);
}

void
madaf_sheet_close (MadafSheet *self)
{
  if (self->closed)
    return;
  self->closed = TRUE;
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}
