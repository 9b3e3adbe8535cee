/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/status-view.h"

/* What a page says when it has nothing to show. */

struct _MadafStatusView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *headline;
  GtkWidget *hint;
  GtkWidget *button;
  GtkWidget *other;
};

G_DEFINE_FINAL_TYPE (MadafStatusView, madaf_status_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_OTHER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_button_clicked (MadafStatusView *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
on_other_clicked (MadafStatusView *self)
{
  g_signal_emit (self, signals[SIGNAL_OTHER], 0);
}

static void
madaf_status_view_dispose (GObject *object)
{
  g_clear_pointer (&MADAF_STATUS_VIEW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_status_view_parent_class)->dispose (object);
}

static void
madaf_status_view_class_init (MadafStatusViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_status_view_dispose;
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", MADAF_TYPE_STATUS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OTHER]
      = g_signal_new ("other", MADAF_TYPE_STATUS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "status-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_buttons (MadafStatusView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->other = gtk_button_new ();
  gtk_widget_add_css_class (self->other, "tall");
  gtk_widget_set_visible (self->other, FALSE);
  g_signal_connect_object (self->other, "clicked", G_CALLBACK (on_other_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->other);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "primary");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_button_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 16);
  return box;
}

static void
madaf_status_view_init (MadafStatusView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  self->icon = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 96);
  gtk_box_append (GTK_BOX (self->box), self->icon);
  self->headline = make_label ("heading-1");
  gtk_box_append (GTK_BOX (self->box), self->headline);
  self->hint = make_label ("quiet");
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_box_append (GTK_BOX (self->box), make_buttons (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
madaf_status_view_new (void)
{
  return g_object_new (MADAF_TYPE_STATUS_VIEW, NULL);
}

void
madaf_status_view_set (
    MadafStatusView *self, const char *icon_name, const char *headline, const char *hint, const char *button)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_label_set_label (GTK_LABEL (self->headline), headline);
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
  gtk_button_set_label (GTK_BUTTON (self->button), button != NULL ? button : "");
  gtk_widget_set_visible (self->button, button != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, headline, -1);
}

void
madaf_status_view_set_other (MadafStatusView *self, const char *button)
{
  gtk_button_set_label (GTK_BUTTON (self->other), button != NULL ? button : "");
  gtk_widget_set_visible (self->other, button != NULL);
}
