/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/review-view.h"

#include "kiosk/language.h"
#include "kiosk/pages/product/review-filter.h"
#include "kiosk/pages/product/review-words.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/stars.h"

#include <glib/gi18n.h>

/* One review. */

struct _MadafReviewView
{
  GtkBox parent_instance;

  GtkWidget *stars;
  GtkWidget *verified;
  GtkWidget *title;
  GtkWidget *text;
  GtkLabel *line;
};

G_DEFINE_FINAL_TYPE (MadafReviewView, madaf_review_view, GTK_TYPE_BOX)

static void
madaf_review_view_class_init (MadafReviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (MADAF_TYPE_STARS);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/madaf/Kiosk/ui/pages/product/review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MadafReviewView, stars);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewView, verified);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewView, title);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewView, text);
  gtk_widget_class_bind_template_child (widget_class, MadafReviewView, line);
}

static void
madaf_review_view_init (MadafReviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
madaf_review_view_new (void)
{
  return g_object_new (MADAF_TYPE_REVIEW_VIEW, NULL);
}

/* A text of another language than the page's stands at its own start side. */
static void
set_words (GtkWidget *label, const char *words, const char *language)
{
  const MadafLanguage *known = madaf_language_find (language);
  GtkTextDirection direction = known == NULL ? gtk_widget_get_default_direction ()
                               : known->rtl  ? GTK_TEXT_DIR_RTL
                                             : GTK_TEXT_DIR_LTR;

  gtk_widget_set_direction (label, direction);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_set_visible (label, *words != '\0');
}

/* "usually M, bought L": what tells others most. (transfer full) (nullable) */
static char *
describe_sizes (MadafReview *review)
{
  const char *bought = madaf_review_get_size_bought (review);
  const char *usual = madaf_review_get_usual_size (review);
  g_autofree char *bought_shown = bought != NULL ? madaf_texts_isolate (bought) : NULL;
  g_autofree char *usual_shown = usual != NULL ? madaf_texts_isolate (usual) : NULL;

  if (bought != NULL && usual != NULL)
    /* Translators: both are sizes like M or 42: what they usually wear, and what they bought. */
    return g_strdup_printf (_ ("Usually %s, bought %s"), usual_shown, bought_shown);
  if (bought != NULL)
    /* Translators: %s is a size like M or 42. */
    return g_strdup_printf (_ ("Size bought: %s"), bought_shown);
  /* Translators: %s is a size like M or 42, which they usually wear. */
  return usual != NULL ? g_strdup_printf (_ ("Usually %s"), usual_shown) : NULL;
}

char *
madaf_review_view_describe (MadafReview *review)
{
  /* An author of another script must not turn the line around: a mark of the page's own direction begins it. */
  GString *words = g_string_new (gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "\u200f" : "\u200e");
  const char *name = madaf_review_get_author (review);
  const char *fit = madaf_review_filter_fit_words (madaf_review_get_fit (review));
  g_autofree char *author = madaf_texts_isolate (*name != '\0' ? name : _ ("A shopper"));
  g_autofree char *day = madaf_review_words_day (madaf_review_get_written_on (review));
  g_autofree char *sizes = describe_sizes (review);

  g_string_append_printf (words, "%s · %s", author, day);
  if (sizes != NULL)
    g_string_append_printf (words, " · %s", sizes);
  if (fit != NULL)
    g_string_append_printf (words, " · %s", fit);
  return g_string_free (words, FALSE);
}

void
madaf_review_view_set_review (MadafReviewView *self, MadafReview *review)
{
  const char *title = madaf_review_get_title (review);
  const char *language = madaf_review_get_language (review);
  g_autofree char *line = madaf_review_view_describe (review);

  madaf_stars_set_rating (MADAF_STARS (self->stars), madaf_review_get_stars (review));
  gtk_widget_set_visible (self->verified, madaf_review_get_verified (review));
  set_words (self->title, title != NULL ? title : "", language);
  set_words (self->text, madaf_review_get_text (review), language);
  gtk_label_set_label (self->line, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
}
