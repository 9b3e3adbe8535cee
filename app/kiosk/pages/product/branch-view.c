/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/branch-view.h"

#include "kiosk/language.h"
#include "kiosk/pages/product/branch-words.h"
#include "kiosk/widgets/age-label.h"
#include "kiosk/widgets/price-label.h"
#include "kiosk/widgets/stock-label.h"

#include <glib/gi18n.h>

/* One branch, drawn. */

struct _MadafBranchView
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *line;
  GtkWidget *age;
  GtkWidget *price; /* where it is another than everywhere */
  GtkWidget *stock;
  GtkWidget *collect;
  MadafBranchRow *row; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MadafBranchView, madaf_branch_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_COLLECT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_collect_clicked (MadafBranchView *self)
{
  g_signal_emit (self, signals[SIGNAL_COLLECT], 0);
}

static void
update (MadafBranchView *self)
{
  const char *language = madaf_language_current ();
  g_autofree char *units = madaf_branch_words_units (self->row, language);
  g_autofree char *collect = madaf_branch_words_collect (self->row, language);

  madaf_stock_label_set_units (MADAF_STOCK_LABEL (self->stock), madaf_branch_row_get_units (self->row));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stock), GTK_ACCESSIBLE_PROPERTY_LABEL, units, -1);
  gtk_widget_set_sensitive (self->collect, madaf_branch_row_can_collect (self->row));
  gtk_widget_set_visible (self->collect, madaf_branch_get_can_collect (madaf_branch_row_get_branch (self->row)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->collect), GTK_ACCESSIBLE_PROPERTY_LABEL, collect, -1);
}

static void
update_price (MadafBranchView *self)
{
  MadafPrice *price = madaf_branch_row_get_price (self->row);

  gtk_widget_set_visible (self->price, price != NULL);
  if (price != NULL)
    madaf_price_label_set_price (MADAF_PRICE_LABEL (self->price), madaf_price_get_amount (price),
                                 madaf_price_get_shelf (price));
}

/* Two classes with the same animation: changing from one to the other runs it again. */
static void
on_changed_live (MadafBranchView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean again = gtk_widget_has_css_class (widget, "lit");

  gtk_widget_remove_css_class (widget, again ? "lit" : "lit-again");
  gtk_widget_add_css_class (widget, again ? "lit-again" : "lit");
}

static void
madaf_branch_view_dispose (GObject *object)
{
  g_clear_object (&MADAF_BRANCH_VIEW (object)->row);
  G_OBJECT_CLASS (madaf_branch_view_parent_class)->dispose (object);
}

static void
madaf_branch_view_class_init (MadafBranchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_branch_view_dispose;
  signals[SIGNAL_COLLECT]
      = g_signal_new ("collect", MADAF_TYPE_BRANCH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MADAF_TYPE_AGE_LABEL);
  g_type_ensure (MADAF_TYPE_PRICE_LABEL);
  g_type_ensure (MADAF_TYPE_STOCK_LABEL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/branch-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafBranchView, name);
  gtk_widget_class_bind_template_child (widget_class, MadafBranchView, line);
  gtk_widget_class_bind_template_child (widget_class, MadafBranchView, age);
  gtk_widget_class_bind_template_child (widget_class, MadafBranchView, price);
  gtk_widget_class_bind_template_child (widget_class, MadafBranchView, stock);
  gtk_widget_class_bind_template_child (widget_class, MadafBranchView, collect);
  gtk_widget_class_bind_template_callback (widget_class, on_collect_clicked);
}

static void
madaf_branch_view_init (MadafBranchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  madaf_stock_label_set_short (MADAF_STOCK_LABEL (self->stock), TRUE);
}

GtkWidget *
madaf_branch_view_new (MadafBranchRow *row, gint64 now_us)
{
  MadafBranchView *self = g_object_new (MADAF_TYPE_BRANCH_VIEW, NULL);
  const char *name
      = madaf_text_pick (madaf_branch_get_name (madaf_branch_row_get_branch (row)), madaf_language_current ());
  g_autofree char *line = madaf_branch_words_line (row, now_us);

  self->row = g_object_ref (row);
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->line, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (row, "notify::units", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::price", G_CALLBACK (update_price), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed-live", G_CALLBACK (on_changed_live), self, G_CONNECT_SWAPPED);
  update (self);
  update_price (self);
  return GTK_WIDGET (self);
}

MadafBranchRow *
madaf_branch_view_get_row (MadafBranchView *self)
{
  return self->row;
}

void
madaf_branch_view_set_age (MadafBranchView *self, gint64 age_us)
{
  gtk_widget_set_visible (self->age, age_us >= 0);
  madaf_age_label_set_age (MADAF_AGE_LABEL (self->age), age_us);
}
