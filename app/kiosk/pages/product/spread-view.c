/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/spread-view.h"

#include "kiosk/texts.h"
#include "kiosk/widgets/stars.h"

#include <glib/gi18n.h>

/* 4.3, and how it came about. */

#define N_STARS 5

struct _MadafSpreadView
{
  GtkBox parent_instance;

  GtkWidget *average;
  GtkWidget *stars;
  GtkWidget *count;
  GtkWidget *bars[N_STARS];
  GtkWidget *levels[N_STARS];
  GtkWidget *counts[N_STARS];
};

G_DEFINE_FINAL_TYPE (MadafSpreadView, madaf_spread_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_STARS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
on_bar_clicked (GtkWidget *bar, MadafSpreadView *self)
{
  for (int i = 0; i < N_STARS; i++)
    if (self->bars[i] == bar)
      g_signal_emit (self, signals[SIGNAL_STARS], 0, i + 1);
}

static void
madaf_spread_view_class_init (MadafSpreadViewClass *klass)
{
  signals[SIGNAL_STARS] = g_signal_new ("stars", MADAF_TYPE_SPREAD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkWidget *
make_bar (MadafSpreadView *self, int i)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *figure = g_strdup_printf ("%d", i + 1);
  GtkWidget *label = gtk_label_new (figure);
  GtkWidget *star = gtk_image_new_from_icon_name ("madaf-star-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (star), 16);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), star);
  self->levels[i] = gtk_progress_bar_new ();
  gtk_widget_set_hexpand (self->levels[i], TRUE);
  gtk_widget_set_valign (self->levels[i], GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->levels[i]);
  self->counts[i] = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->counts[i]), 1);
  gtk_label_set_width_chars (GTK_LABEL (self->counts[i]), 4);
  gtk_widget_add_css_class (self->counts[i], "quiet");
  gtk_box_append (GTK_BOX (box), self->counts[i]);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "plain");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_bar_clicked), self, 0);
  return button;
}

static GtkWidget *
make_average (MadafSpreadView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->average = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->average, "display");
  self->stars = madaf_stars_new ();
  gtk_widget_set_halign (self->stars, GTK_ALIGN_CENTER);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "quiet");
  gtk_widget_add_css_class (self->count, "small");
  gtk_box_append (GTK_BOX (box), self->average);
  gtk_box_append (GTK_BOX (box), self->stars);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
madaf_spread_view_init (MadafSpreadView *self)
{
  GtkWidget *bars = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_set_spacing (GTK_BOX (self), 32);
  gtk_widget_add_css_class (GTK_WIDGET (self), "spread");
  gtk_box_append (GTK_BOX (self), make_average (self));
  for (int i = N_STARS - 1; i >= 0; i--)
    {
      self->bars[i] = make_bar (self, i);
      gtk_box_append (GTK_BOX (bars), self->bars[i]);
    }
  gtk_widget_set_hexpand (bars, TRUE);
  gtk_box_append (GTK_BOX (self), bars);
}

static void
update_bar (MadafSpreadView *self, int i, int n, int all)
{
  g_autofree char *figure = g_strdup_printf ("%d", n);
  g_autofree char *reviews = madaf_texts_reviews (n);
  /* Translators: the name of a bar for screen readers: how many stars, then "12 reviews". */
  g_autofree char *name = g_strdup_printf (ngettext ("%d star: %s", "%d stars: %s", (gulong)(i + 1)), i + 1, reviews);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->levels[i]), all > 0 ? (double)n / all : 0);
  gtk_label_set_label (GTK_LABEL (self->counts[i]), figure);
  gtk_widget_set_sensitive (self->bars[i], n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bars[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
madaf_spread_view_set_summary (MadafSpreadView *self, MadafReviewSummary *summary)
{
  int all = madaf_review_summary_get_count (summary);
  double rating = madaf_review_summary_get_average (summary) / 100.0;
  g_autofree char *average = madaf_texts_decimal (rating);
  g_autofree char *count = madaf_texts_reviews (all);

  gtk_label_set_label (GTK_LABEL (self->average), average);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  madaf_stars_set_rating (MADAF_STARS (self->stars), rating);
  for (int i = 0; i < N_STARS; i++)
    update_bar (self, i, madaf_review_summary_get_spread (summary, i + 1), all);
}
