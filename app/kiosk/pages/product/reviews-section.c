/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/reviews-section.h"

#include "kiosk/pages/product/review-view.h"
#include "kiosk/pages/product/spread-view.h"
#include "kiosk/widgets/section.h"

#include <glib/gi18n.h>

/* The reviews on the product page. */

#define FEW 3

struct _MadafReviewsSection
{
  GtkBox parent_instance;

  GtkWidget *nobody;
  MadafSpreadView *spread;
  GtkWidget *few;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (MadafReviewsSection, madaf_reviews_section, GTK_TYPE_BOX)

enum
{
  SIGNAL_MORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_stars (MadafReviewsSection *self, int stars)
{
  g_signal_emit (self, signals[SIGNAL_MORE], 0, stars);
}

static void
on_more_clicked (MadafReviewsSection *self)
{
  g_signal_emit (self, signals[SIGNAL_MORE], 0, 0);
}

static void
madaf_reviews_section_class_init (MadafReviewsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_MORE] = g_signal_new ("more", MADAF_TYPE_REVIEWS_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_INT);
  g_type_ensure (MADAF_TYPE_SECTION);
  g_type_ensure (MADAF_TYPE_SPREAD_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/reviews-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsSection, nobody);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsSection, spread);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsSection, few);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewsSection, more);
  gtk_widget_class_bind_template_callback (widget_class, on_stars);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
madaf_reviews_section_init (MadafReviewsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
madaf_reviews_section_set_summary (MadafReviewsSection *self, MadafReviewSummary *summary)
{
  int n = summary != NULL ? madaf_review_summary_get_count (summary) : 0;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->nobody, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->spread), n > 0);
  if (n == 0)
    {
      gtk_button_set_label (GTK_BUTTON (self->more), _ ("Write the first review"));
      return;
    }
  words = g_strdup_printf (ngettext ("Read %d review", "Read all %d reviews", (gulong)n), n);
  gtk_button_set_label (GTK_BUTTON (self->more), words);
  madaf_spread_view_set_summary (self->spread, summary);
}

void
madaf_reviews_section_set_reviews (MadafReviewsSection *self, MadafReviewList *reviews)
{
  GListModel *items = madaf_review_list_get_items (reviews);
  GtkWidget *child;

  madaf_reviews_section_set_summary (self, madaf_review_list_get_summary (reviews));
  while ((child = gtk_widget_get_first_child (self->few)) != NULL)
    gtk_box_remove (GTK_BOX (self->few), child);
  for (guint i = 0; i < MIN (g_list_model_get_n_items (items), FEW); i++)
    {
      g_autoptr (MadafReview) review = g_list_model_get_item (items, i);
      GtkWidget *view = madaf_review_view_new ();

      madaf_review_view_set_review (MADAF_REVIEW_VIEW (view), review);
      gtk_box_append (GTK_BOX (self->few), view);
    }
}
