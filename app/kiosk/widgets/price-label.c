/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/price-label.h"

#include "kiosk/language.h"

#include <glib/gi18n.h>

/* A price and, on sale, what it was. */

struct _MadafPriceLabel
{
  GtkWidget parent_instance;

  GtkWidget *price;
  GtkWidget *regular;
};

G_DEFINE_FINAL_TYPE (MadafPriceLabel, madaf_price_label, GTK_TYPE_WIDGET)

static void
madaf_price_label_dispose (GObject *object)
{
  MadafPriceLabel *self = MADAF_PRICE_LABEL (object);

  g_clear_pointer (&self->price, gtk_widget_unparent);
  g_clear_pointer (&self->regular, gtk_widget_unparent);
  G_OBJECT_CLASS (madaf_price_label_parent_class)->dispose (object);
}

static void
madaf_price_label_class_init (MadafPriceLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = madaf_price_label_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "price");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
madaf_price_label_init (MadafPriceLabel *self)
{
  PangoAttrList *struck = pango_attr_list_new ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  self->price = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->price, "now");
  gtk_widget_set_parent (self->price, GTK_WIDGET (self));
  self->regular = gtk_label_new (NULL);
  pango_attr_list_insert (struck, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (self->regular), struck);
  pango_attr_list_unref (struck);
  gtk_widget_add_css_class (self->regular, "before");
  gtk_widget_set_valign (self->regular, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (self->price, GTK_ALIGN_BASELINE);
  gtk_widget_set_visible (self->regular, FALSE);
  gtk_widget_set_parent (self->regular, GTK_WIDGET (self));
}

GtkWidget *
madaf_price_label_new (void)
{
  return g_object_new (MADAF_TYPE_PRICE_LABEL, NULL);
}

static gboolean
is_sale (const MadafMoney *price, const MadafMoney *regular)
{
  return regular != NULL && g_str_equal (regular->currency, price->currency) && regular->minor > price->minor;
}

void
madaf_price_label_set_price (MadafPriceLabel *self, const MadafMoney *price, const MadafMoney *regular)
{
  g_autofree char *price_text = NULL;
  g_autofree char *regular_text = NULL;
  g_autofree char *sentence = NULL;
  gboolean sale = price != NULL && is_sale (price, regular);

  if (price != NULL)
    price_text = madaf_money_format (price, madaf_language_current ());
  if (sale)
    {
      regular_text = madaf_money_format (regular, madaf_language_current ());
      /* Translators: said by screen readers; the first %s is today's price, the second the price before the sale. */
      sentence = g_strdup_printf (_ ("%s, was %s"), price_text, regular_text);
      gtk_widget_add_css_class (GTK_WIDGET (self), "sale");
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "sale");
  gtk_label_set_label (GTK_LABEL (self->price), price_text != NULL ? price_text : "");
  gtk_label_set_label (GTK_LABEL (self->regular), sale ? regular_text : "");
  gtk_widget_set_visible (self->regular, sale);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sale                 ? sentence
                                  : price_text != NULL ? price_text
                                                       : "",
                                  -1);
}
