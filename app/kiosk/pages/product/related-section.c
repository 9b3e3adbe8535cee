/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/related-section.h"

#include "kiosk/hearted-card.h"
#include "kiosk/widgets/section.h"
#include "kiosk/widgets/tile-row.h"

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
on_card_clicked (MadafRelatedSection *self, MadafHeartedCard *card)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, madaf_product_summary_get_id (madaf_hearted_card_get_product (card)));
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
make_card (MadafRelatedSection *self, MadafProductSummary *product, MadafContext *context)
{
  GtkWidget *card = madaf_hearted_card_new (context);

  madaf_hearted_card_set_product (MADAF_HEARTED_CARD (card), product);
  gtk_widget_set_hexpand (card, FALSE);
  g_signal_connect_object (card, "clicked", G_CALLBACK (on_card_clicked), self, G_CONNECT_SWAPPED);
  return card;
}

void
madaf_related_section_set (MadafRelatedSection *self, GListModel *products, MadafContext *context)
{
  guint n = products != NULL ? g_list_model_get_n_items (products) : 0;

  madaf_tile_row_clear (self->row);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MadafProductSummary) product = g_list_model_get_item (products, i);

      madaf_tile_row_append (self->row, make_card (self, product, context));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}
