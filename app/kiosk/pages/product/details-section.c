/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/details-section.h"

#include "kiosk/language.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/section.h"
#include "model/detail.h"
#include "model/gtin.h"

#include <glib/gi18n.h>

/* Words and a small table. */

struct _MadafDetailsSection
{
  GtkBox parent_instance;

  GtkLabel *description;
  GtkGrid *table;
};

G_DEFINE_FINAL_TYPE (MadafDetailsSection, madaf_details_section, GTK_TYPE_BOX)

static void
madaf_details_section_class_init (MadafDetailsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MADAF_TYPE_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/details-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafDetailsSection, description);
  gtk_widget_class_bind_template_child (widget_class, MadafDetailsSection, table);
}

static void
madaf_details_section_init (MadafDetailsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_words (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (MadafDetailsSection *self, int row, const char *label, const char *value)
{
  GtkWidget *words = make_words (value, NULL);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_grid_attach (self->table, make_words (label, "quiet"), 0, row, 1, 1);
  gtk_grid_attach (self->table, words, 1, row, 1, 1);
}

static void
clear_table (MadafDetailsSection *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
}

void
madaf_details_section_set (MadafDetailsSection *self, MadafProduct *product, MadafVariant *variant)
{
  const char *language = madaf_language_current ();
  GListModel *details = madaf_product_get_details (product);
  const char *description = madaf_text_pick (madaf_product_get_description (product), language);
  const char *gtin = variant != NULL ? madaf_variant_get_gtin (variant) : NULL;
  int row = 0;

  gtk_label_set_label (self->description, description);
  gtk_widget_set_visible (GTK_WIDGET (self->description), *description != '\0');
  clear_table (self);
  for (guint i = 0; i < g_list_model_get_n_items (details); i++)
    {
      g_autoptr (MadafDetail) detail = g_list_model_get_item (details, i);

      add_row (self, row++, madaf_text_pick (madaf_detail_get_label (detail), language),
               madaf_text_pick (madaf_detail_get_value (detail), language));
    }
  if (gtin != NULL)
    {
      g_autofree char *digits = madaf_gtin_to_display (gtin);
      g_autofree char *isolated = madaf_texts_isolate_ltr (digits);

      /* Translators: the digits under the barcode of a product. */
      add_row (self, row, _ ("Item number"), isolated);
    }
}
