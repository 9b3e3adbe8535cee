/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/widgets/product-card.h"

#include "kiosk/widgets/picture-view.h"
#include "kiosk/widgets/price-label.h"

/* A product among others: the picture says it, the words are few. */

struct _MadafProductCard
{
  GtkButton parent_instance;

  GtkWidget *picture;
  GtkWidget *badge;
  GtkWidget *brand;
  GtkWidget *name;
  GtkWidget *price;
  char *id;
};

G_DEFINE_FINAL_TYPE (MadafProductCard, madaf_product_card, GTK_TYPE_BUTTON)

static void
madaf_product_card_finalize (GObject *object)
{
  g_free (MADAF_PRODUCT_CARD (object)->id);
  G_OBJECT_CLASS (madaf_product_card_parent_class)->finalize (object);
}

static void
madaf_product_card_class_init (MadafProductCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_product_card_finalize;
}

static GtkWidget *
make_line (const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (lines > 1)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), lines);
    }
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
madaf_product_card_init (MadafProductCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *overlay = gtk_overlay_new ();

  self->picture = madaf_picture_view_new (NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->picture);
  self->badge = make_line ("badge", 1);
  gtk_widget_set_halign (self->badge, GTK_ALIGN_START);
  gtk_widget_set_valign (self->badge, GTK_ALIGN_START);
  gtk_widget_set_visible (self->badge, FALSE);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->badge);
  gtk_box_append (GTK_BOX (box), overlay);
  self->brand = make_line ("overline", 1);
  gtk_box_append (GTK_BOX (box), self->brand);
  self->name = make_line ("name", 2);
  gtk_box_append (GTK_BOX (box), self->name);
  self->price = madaf_price_label_new ();
  gtk_box_append (GTK_BOX (box), self->price);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "product-card");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
madaf_product_card_new (MadafPictureLoader *loader)
{
  MadafProductCard *self = g_object_new (MADAF_TYPE_PRODUCT_CARD, NULL);

  madaf_picture_view_set_loader (MADAF_PICTURE_VIEW (self->picture), loader);
  return GTK_WIDGET (self);
}

void
madaf_product_card_set_picture (MadafProductCard *self, const char *key)
{
  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (self->picture), key, NULL);
}

void
madaf_product_card_set_texts (MadafProductCard *self, const char *name, const char *brand)
{
  gtk_label_set_label (GTK_LABEL (self->name), name != NULL ? name : "");
  gtk_label_set_label (GTK_LABEL (self->brand), brand != NULL ? brand : "");
  gtk_widget_set_visible (self->brand, brand != NULL && *brand != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
}

void
madaf_product_card_set_price (MadafProductCard *self, const MadafMoney *price, const MadafMoney *regular)
{
  madaf_price_label_set_price (MADAF_PRICE_LABEL (self->price), price, regular);
}

void
madaf_product_card_set_badge (MadafProductCard *self, const char *badge)
{
  gtk_label_set_label (GTK_LABEL (self->badge), badge != NULL ? badge : "");
  gtk_widget_set_visible (self->badge, badge != NULL);
}

void
madaf_product_card_set_id (MadafProductCard *self, const char *id)
{
  char *copy = g_strdup (id);

  g_free (self->id);
  self->id = copy;
}

const char *
madaf_product_card_get_id (MadafProductCard *self)
{
  return self->id;
}
