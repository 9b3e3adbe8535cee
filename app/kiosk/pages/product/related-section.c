/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/related-section.h"

#include "kiosk/language.h"
#include "kiosk/widgets/product-card.h"
#include "kiosk/widgets/section.h"
#include "kiosk/widgets/tile-row.h"
#include "model/product-summary.h"

/* Cards beside each other. */

#define CARD_WIDTH      200
#define TALL_CARD_WIDTH 280

struct _MadafRelatedSection
{
  GtkBox parent_instance;

  MadafTileRow *row;
};

G_DEFINE_FINAL_TYPE (MadafRelatedSection, madaf_related_section, GTK_TYPE_BOX)

enum
{
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_card_clicked (MadafRelatedSection *self, MadafProductCard *card)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, madaf_product_card_get_id (card));
}

static void
madaf_related_section_class_init (MadafRelatedSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_OPEN] = g_signal_new ("open", MADAF_TYPE_RELATED_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (MADAF_TYPE_SECTION);
  g_type_ensure (MADAF_TYPE_TILE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/related-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafRelatedSection, row);
}

static void
madaf_related_section_init (MadafRelatedSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  madaf_tile_row_set_widths (self->row, CARD_WIDTH, TALL_CARD_WIDTH);
}

static GtkWidget *
make_card (MadafRelatedSection *self, MadafProductSummary *product, MadafPictureLoader *loader)
{
  GtkWidget *widget = madaf_product_card_new (loader);
  MadafProductCard *card = MADAF_PRODUCT_CARD (widget);
  MadafPicture *picture = madaf_product_summary_get_picture (product);
  MadafPrice *price = madaf_product_summary_get_price_from (product);

  madaf_product_card_set_id (card, madaf_product_summary_get_id (product));
  madaf_product_card_set_picture (card, picture != NULL ? madaf_picture_get_id (picture) : NULL);
  madaf_product_card_set_texts (card,
                                madaf_text_pick (madaf_product_summary_get_title (product), madaf_language_current ()),
                                madaf_product_summary_get_brand (product));
  if (price != NULL)
    madaf_product_card_set_price (card, madaf_price_get_amount (price), madaf_price_get_shelf (price));
  gtk_widget_set_hexpand (widget, FALSE);
  g_signal_connect_object (card, "clicked", G_CALLBACK (on_card_clicked), self, G_CONNECT_SWAPPED);
  return widget;
}

void
madaf_related_section_set (MadafRelatedSection *self, GListModel *products, MadafPictureLoader *loader)
{
  guint n = products != NULL ? g_list_model_get_n_items (products) : 0;

  madaf_tile_row_clear (self->row);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (products, i);

      madaf_tile_row_append (self->row, make_card (self, product, loader));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
