/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/basket/totals-view.h"

#include "kiosk/pages/basket/order-words.h"

#include <glib/gi18n.h>

struct _MadafTotalsView
{
  GtkBox parent_instance;

  MadafBasket *basket; /* (owned) (nullable) */
  GtkWidget *total;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (MadafTotalsView, madaf_totals_view, GTK_TYPE_BOX)

static void
update (MadafTotalsView *self)
{
  MadafMoney sum;

  if (madaf_basket_get_total (self->basket) != NULL)
    madaf_totals_view_set (self, madaf_basket_get_total (self->basket), madaf_basket_get_vat (self->basket));
  else if (madaf_basket_get_sum (self->basket, &sum))
    madaf_totals_view_set (self, &sum, NULL);
  else
    madaf_totals_view_set (self, NULL, NULL);
}

static void
madaf_totals_view_dispose (GObject *object)
{
  g_clear_object (&MADAF_TOTALS_VIEW (object)->basket);
  G_OBJECT_CLASS (madaf_totals_view_parent_class)->dispose (object);
}

static void
madaf_totals_view_class_init (MadafTotalsViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_totals_view_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "totals");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
madaf_totals_view_init (MadafTotalsView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *name = gtk_label_new (_ ("Total"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (name, "lead");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), name);
  self->total = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->total, "amount");
  gtk_widget_set_valign (self->total, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), self->total);
  gtk_box_append (GTK_BOX (self), row);
  self->note = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->note), 1);
  gtk_widget_add_css_class (self->note, "quiet");
  gtk_widget_add_css_class (self->note, "small");
  gtk_box_append (GTK_BOX (self), self->note);
}

GtkWidget *
madaf_totals_view_new (void)
{
  return g_object_new (MADAF_TYPE_TOTALS_VIEW, NULL);
}

void
madaf_totals_view_set_basket (MadafTotalsView *self, MadafBasket *basket)
{
  g_return_if_fail (self->basket == NULL);
  self->basket = g_object_ref (basket);
  g_signal_connect_object (basket, "notify::total", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (basket, "notify::vat", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (basket, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
madaf_totals_view_set (MadafTotalsView *self, const MadafMoney *total, const MadafMoney *vat)
{
  g_autofree char *amount = total != NULL ? madaf_order_words_money (total) : NULL;
  g_autofree char *note = vat != NULL ? madaf_order_words_vat (vat) : g_strdup (_ ("Checking the price…"));
  /* Translators: for screen readers: %s is an amount of money. */
  g_autofree char *sentence = amount != NULL ? g_strdup_printf (_ ("The total is %s"), amount) : g_strdup ("");

  gtk_label_set_label (GTK_LABEL (self->total), amount != NULL ? amount : "");
  gtk_label_set_label (GTK_LABEL (self->note), amount != NULL ? note : "");
  if (vat != NULL)
    gtk_widget_remove_css_class (self->total, "quiet");
  else
    gtk_widget_add_css_class (self->total, "quiet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}
