/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/stock-label.h"

#include "kiosk/texts.h"

#include <glib/gi18n.h>

/* How many there are: a dot whose form differs with its colour, and words. */

/* From here down a shopper had better hurry. */
#define LOW_UNITS 3

struct _MadafStockLabel
{
  GtkWidget parent_instance;

  GtkWidget *dot;
  GtkWidget *label;
  int units;
  gboolean is_short;
};

G_DEFINE_FINAL_TYPE (MadafStockLabel, madaf_stock_label, GTK_TYPE_WIDGET)

static void
madaf_stock_label_dispose (GObject *object)
{
  MadafStockLabel *self = MADAF_STOCK_LABEL (object);

  g_clear_pointer (&self->dot, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_stock_label_parent_class)->dispose (object);
}

static void
madaf_stock_label_class_init (MadafStockLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_stock_label_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static const char *
level_class (int units)
{
  if (units < 0)
    return "unknown";
  if (units == 0)
    return "none";
  return units <= LOW_UNITS ? "low" : "enough";
}

static void
update (MadafStockLabel *self)
{
  g_autofree char *text = NULL;

  if (self->units < 0)
    text = g_strdup (_ ("Stock not known"));
  else
    text = self->is_short ? madaf_texts_units_short (self->units) : madaf_texts_units (self->units);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
madaf_stock_label_init (MadafStockLabel *self)
{
  self->units = -1;
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 10);
  self->dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->dot, "dot");
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->dot, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  /* Large words on a narrow screen. */
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), level_class (self->units));
  update (self);
}

GtkWidget *
madaf_stock_label_new (void)
{
  return g_object_new (MADAF_TYPE_STOCK_LABEL, NULL);
}

void
madaf_stock_label_set_units (MadafStockLabel *self, int units)
{
  gboolean known = self->units >= 0;

  if (self->units == units)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), level_class (self->units));
  self->units = units;
  gtk_widget_add_css_class (GTK_WIDGET (self), level_class (units));
  /* Two names of the same animation: changing from one to the other runs it again. */
  if (known && gtk_widget_has_css_class (self->dot, "flash"))
    {
      gtk_widget_remove_css_class (self->dot, "flash");
      gtk_widget_add_css_class (self->dot, "flash-again");
    }
  else if (known)
    {
      gtk_widget_remove_css_class (self->dot, "flash-again");
      gtk_widget_add_css_class (self->dot, "flash");
    }
  update (self);
}

void
madaf_stock_label_set_short (MadafStockLabel *self, gboolean is_short)
{
  self->is_short = is_short;
  update (self);
}
