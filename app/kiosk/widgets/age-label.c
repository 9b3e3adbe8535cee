/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/age-label.h"

#include "kiosk/texts.h"

/* "2 minutes ago", growing while it is looked at. */

struct _MadafAgeLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
  gint64 age_us;
  gint64 told_us; /* monotonic, when age_us was true */
  guint timer;
};

G_DEFINE_FINAL_TYPE (MadafAgeLabel, madaf_age_label, GTK_TYPE_WIDGET)

static gboolean
on_timer (gpointer user_data)
{
  MadafAgeLabel *self = user_data;
  g_autofree char *text = NULL;

  if (self->age_us >= 0)
    text = madaf_texts_age (self->age_us + g_get_monotonic_time () - self->told_us);
  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");
  return G_SOURCE_CONTINUE;
}

static void
madaf_age_label_map (GtkWidget *widget)
{
  MadafAgeLabel *self = MADAF_AGE_LABEL (widget);

  GTK_WIDGET_CLASS (madaf_age_label_parent_class)->map (widget);
  on_timer (self);
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (5, on_timer, self);
}

static void
madaf_age_label_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MADAF_AGE_LABEL (widget)->timer, g_source_remove);
  GTK_WIDGET_CLASS (madaf_age_label_parent_class)->unmap (widget);
}

static void
madaf_age_label_dispose (GObject *object)
{
  MadafAgeLabel *self = MADAF_AGE_LABEL (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_age_label_parent_class)->dispose (object);
}

static void
madaf_age_label_class_init (MadafAgeLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_age_label_dispose;
  widget_class->map = madaf_age_label_map;
  widget_class->unmap = madaf_age_label_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "age");
}

static void
madaf_age_label_init (MadafAgeLabel *self)
{
  self->age_us = -1;
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
madaf_age_label_new (void)
{
  return g_object_new (MADAF_TYPE_AGE_LABEL, NULL);
}

void
madaf_age_label_set_age (MadafAgeLabel *self, gint64 age_us)
{
  self->age_us = age_us;
  self->told_us = g_get_monotonic_time ();
  on_timer (self);
}
