/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/heading.h"

#include "kiosk/heart-button.h"
#include "kiosk/language.h"
#include "kiosk/pages/product/wish.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/price-label.h"
#include "kiosk/widgets/stars.h"

#include <glib/gi18n.h>

/* What it is and what it costs. */

#define LONG_TITLE 48

struct _MadafProductHeading
{
  GtkBox parent_instance;

  GtkLabel *brand;
  GtkLabel *title;
  MadafHeartButton *heart;
  GtkWidget *from;
  GtkWidget *price;
  GtkWidget *rating;
  GtkWidget *stars;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (MadafProductHeading, madaf_product_heading, GTK_TYPE_BOX)

enum
{
  SIGNAL_REVIEWS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_rating_clicked (MadafProductHeading *self)
{
  g_signal_emit (self, signals[SIGNAL_REVIEWS], 0);
}

static void
madaf_product_heading_class_init (MadafProductHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_REVIEWS]
      = g_signal_new ("reviews", MADAF_TYPE_PRODUCT_HEADING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (MADAF_TYPE_HEART_BUTTON);
  g_type_ensure (MADAF_TYPE_PRICE_LABEL);
  g_type_ensure (MADAF_TYPE_STARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/heading.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafProductHeading, brand);
  gtk_widget_class_bind_template_child (widget_class, MadafProductHeading, title);
  gtk_widget_class_bind_template_child (widget_class, MadafProductHeading, heart);
  gtk_widget_class_bind_template_child (widget_class, MadafProductHeading, from);
  gtk_widget_class_bind_template_child (widget_class, MadafProductHeading, price);
  gtk_widget_class_bind_template_child (widget_class, MadafProductHeading, rating);
  gtk_widget_class_bind_template_child (widget_class, MadafProductHeading, stars);
  gtk_widget_class_bind_template_child (widget_class, MadafProductHeading, count);
  gtk_widget_class_bind_template_callback (widget_class, on_rating_clicked);
}

static void
madaf_product_heading_init (MadafProductHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A name of several lines in the largest type would push everything else off the screen. */
static void
set_title (MadafProductHeading *self, const char *title)
{
  gboolean is_long = g_utf8_strlen (title, -1) > LONG_TITLE;

  gtk_label_set_label (self->title, title);
  gtk_widget_remove_css_class (GTK_WIDGET (self->title), is_long ? "heading-1" : "heading-3");
  gtk_widget_add_css_class (GTK_WIDGET (self->title), is_long ? "heading-3" : "heading-1");
}

static void
update_rating (MadafProductHeading *self, MadafReviewSummary *summary)
{
  int n = summary != NULL ? madaf_review_summary_get_count (summary) : 0;
  double rating = n > 0 ? madaf_review_summary_get_average (summary) / 100.0 : 0;
  g_autofree char *reviews = madaf_texts_reviews (n);
  g_autofree char *stars = madaf_texts_stars (rating);
  g_autofree char *name = g_strdup_printf ("%s, %s", stars, reviews);
  g_autofree char *average = madaf_texts_decimal (rating);
  g_autofree char *figure = g_strdup_printf ("\u2066%s\u2069 · %s", average, reviews);

  gtk_widget_set_sensitive (self->rating, n > 0);
  gtk_widget_set_visible (self->stars, n > 0);
  madaf_stars_set_rating (MADAF_STARS (self->stars), rating);
  gtk_label_set_label (self->count, n > 0 ? figure : _ ("No reviews yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rating), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  n > 0 ? name : _ ("No reviews yet"), -1);
}

void
madaf_product_heading_update (MadafProductHeading *self, MadafContext *context, MadafChoice *choice)
{
  g_autoptr (MadafWished) wished = madaf_wish_for_choice (choice);
  MadafProduct *product = madaf_choice_get_product (choice);
  const char *brand = madaf_product_get_brand (product);
  gboolean from;
  MadafPrice *price = madaf_choice_get_price (choice, &from);

  gtk_label_set_label (self->brand, brand != NULL ? brand : "");
  gtk_widget_set_visible (GTK_WIDGET (self->brand), brand != NULL);
  set_title (self, madaf_text_pick (madaf_product_get_title (product), madaf_language_current ()));
  gtk_widget_set_visible (self->from, from);
  if (price != NULL)
    madaf_price_label_set_price (MADAF_PRICE_LABEL (self->price), madaf_price_get_amount (price),
                                 madaf_price_get_shelf (price));
  madaf_heart_button_set (self->heart, context, wished);
  update_rating (self, madaf_product_get_review_summary (product));
}
