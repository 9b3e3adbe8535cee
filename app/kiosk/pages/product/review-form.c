/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/product/review-form.h"

#include "kiosk/language.h"
#include "kiosk/pages/product/review-filter.h"
#include "kiosk/pages/product/review-words.h"
#include "kiosk/texts.h"
#include "kiosk/widgets/chip.h"
#include "kiosk/widgets/text-area.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

#define KEY_NUMBER "madaf-number"

/* What a chip does to the draft when it is on or off, and whether it is on. */
typedef void (*SetSize) (MadafReviewDraft *draft, const char *size);
typedef const char *(*GetSize) (MadafReviewDraft *draft);

static GtkWidget *
add_question (GtkWidget *box, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "heading-3");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
name_after (GtkWidget *widget, GtkWidget *label)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

/* Stars. */

static void
update_star (MadafReviewDraft *draft, GtkToggleButton *star)
{
  int number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (star), KEY_NUMBER));
  int stars = madaf_review_draft_get_stars (draft);

  if (number <= stars)
    gtk_widget_add_css_class (GTK_WIDGET (star), "filled");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (star), "filled");
  gtk_toggle_button_set_active (star, number == stars);
}

static void
on_star_toggled (GtkToggleButton *star, MadafReviewDraft *draft)
{
  if (gtk_toggle_button_get_active (star))
    madaf_review_draft_set_stars (draft, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (star), KEY_NUMBER)));
}

static void
add_stars (GtkWidget *box, MadafReviewDraft *draft)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *first = NULL;

  gtk_widget_add_css_class (row, "star-choice");
  name_after (row, add_question (box, _ ("How many stars do you give?")));
  for (int i = 1; i <= 5; i++)
    {
      GtkWidget *star = gtk_toggle_button_new ();
      g_autofree char *name = g_strdup_printf (ngettext ("Give %d star", "Give %d stars", (gulong)i), i);

      gtk_button_set_icon_name (GTK_BUTTON (star), "madaf-star-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (star), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (star), KEY_NUMBER, GINT_TO_POINTER (i));
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (star), GTK_TOGGLE_BUTTON (first));
      else
        first = star;
      update_star (draft, GTK_TOGGLE_BUTTON (star));
      g_signal_connect_object (star, "toggled", G_CALLBACK (on_star_toggled), draft, 0);
      g_signal_connect_object (draft, "changed", G_CALLBACK (update_star), star, 0);
      gtk_box_append (GTK_BOX (row), star);
    }
  gtk_box_append (GTK_BOX (box), row);
}

/* Sizes. */

static void
on_size_toggled (GtkToggleButton *chip, MadafReviewDraft *draft)
{
  SetSize set = g_object_get_data (G_OBJECT (chip), "madaf-set");
  GetSize get = g_object_get_data (G_OBJECT (chip), "madaf-get");
  const char *size = g_object_get_data (G_OBJECT (chip), "madaf-size");

  if (gtk_toggle_button_get_active (chip))
    set (draft, size);
  else if (g_strcmp0 (get (draft), size) == 0)
    set (draft, NULL);
}

static void
update_size (MadafReviewDraft *draft, GtkToggleButton *chip)
{
  GetSize get = g_object_get_data (G_OBJECT (chip), "madaf-get");

  gtk_toggle_button_set_active (chip, g_strcmp0 (get (draft), g_object_get_data (G_OBJECT (chip), "madaf-size")) == 0);
}

static void
add_sizes (
    GtkWidget *box, const char *const *sizes, MadafReviewDraft *draft, const char *title, SetSize set, GetSize get)
{
  GtkWidget *group;

  if (sizes == NULL || sizes[0] == NULL)
    return;
  group = madaf_wrap_box_new (8);
  name_after (group, add_question (box, title));
  for (guint i = 0; sizes[i] != NULL; i++)
    {
      g_autofree char *label = madaf_texts_isolate (sizes[i]);
      g_autofree char *name = g_strdup_printf ("%s: %s", title, label);
      GtkWidget *chip = madaf_chip_new (label);

      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data (G_OBJECT (chip), "madaf-set", (gpointer)set);
      g_object_set_data (G_OBJECT (chip), "madaf-get", (gpointer)get);
      g_object_set_data_full (G_OBJECT (chip), "madaf-size", g_strdup (sizes[i]), g_free);
      update_size (draft, GTK_TOGGLE_BUTTON (chip));
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_size_toggled), draft, 0);
      g_signal_connect_object (draft, "changed", G_CALLBACK (update_size), chip, 0);
      madaf_wrap_box_append (MADAF_WRAP_BOX (group), chip);
    }
  gtk_box_append (GTK_BOX (box), group);
}

/* Fit. */

static void
on_fit_toggled (GtkToggleButton *chip, MadafReviewDraft *draft)
{
  MadafFit fit = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), KEY_NUMBER));

  if (gtk_toggle_button_get_active (chip))
    madaf_review_draft_set_fit (draft, fit);
  else if (madaf_review_draft_get_fit (draft) == fit)
    madaf_review_draft_set_fit (draft, MADAF_FIT_NOT_SAID);
}

static void
update_fit (MadafReviewDraft *draft, GtkToggleButton *chip)
{
  gtk_toggle_button_set_active (chip, (int)madaf_review_draft_get_fit (draft)
                                          == GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), KEY_NUMBER)));
}

static void
add_fits (GtkWidget *box, MadafProduct *product, MadafReviewDraft *draft)
{
  static const MadafFit fits[] = { MADAF_FIT_SMALL, MADAF_FIT_TRUE, MADAF_FIT_LARGE };
  const char *const *sizes = madaf_product_get_sizes (product);
  GtkWidget *group;

  if (sizes == NULL || sizes[0] == NULL)
    return;
  group = madaf_wrap_box_new (8);
  name_after (group, add_question (box, _ ("How does it fit?")));
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      GtkWidget *chip = madaf_chip_new (madaf_review_filter_fit_words (fits[i]));

      g_object_set_data (G_OBJECT (chip), KEY_NUMBER, GINT_TO_POINTER (fits[i]));
      update_fit (draft, GTK_TOGGLE_BUTTON (chip));
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_fit_toggled), draft, 0);
      g_signal_connect_object (draft, "changed", G_CALLBACK (update_fit), chip, 0);
      madaf_wrap_box_append (MADAF_WRAP_BOX (group), chip);
    }
  gtk_box_append (GTK_BOX (box), group);
}

/* What the shop knows. */

static void
add_note (GtkWidget *box, const char *css_class, const char *icon, const char *words)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (note, css_class);
  gtk_widget_add_css_class (note, "rounded");
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (note), image);
  gtk_box_append (GTK_BOX (note), label);
  gtk_box_append (GTK_BOX (box), note);
}

static void
add_state (GtkWidget *box, const MadafOwnReview *own)
{
  static const char *const icons[] = {
    [MADAF_OWN_REVIEW_HELD] = "madaf-clock-symbolic",
    [MADAF_OWN_REVIEW_ACCEPTED] = "madaf-check-symbolic",
    [MADAF_OWN_REVIEW_REFUSED] = "madaf-info-symbolic",
  };
  g_autofree char *state = madaf_review_words_state (own);
  g_autofree char *words = NULL;

  if (state == NULL)
    return;
  words = g_strconcat (state, " ", _ ("What you send now takes its place, and is read first."), NULL);
  add_note (box, "own-review", icons[own->state], words);
}

static void
add_bought (GtkWidget *box, const MadafOwnReview *own, gint64 now_us)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *words = madaf_review_words_bought (own, now_us, zone);

  if (words != NULL)
    add_note (box, "bought", "madaf-bag-symbolic", words);
}

/* Words. */

static void
on_text_changed (MadafTextArea *area, MadafReviewDraft *draft)
{
  g_autofree char *text = madaf_text_area_get_text (area);

  madaf_review_draft_set_text (draft, text);
}

static void
add_text (GtkWidget *box, MadafReviewDraft *draft)
{
  GtkWidget *area = madaf_text_area_new (MADAF_REVIEW_TEXT_MAX, _ ("A sentence or two"));

  madaf_text_area_set_text (MADAF_TEXT_AREA (area), madaf_review_draft_get_text (draft));
  name_after (madaf_text_area_get_field (MADAF_TEXT_AREA (area)), add_question (box, _ ("What do you want to say?")));
  g_signal_connect_object (area, "changed", G_CALLBACK (on_text_changed), draft, 0);
  gtk_box_append (GTK_BOX (box), area);
}

static void
on_name_toggled (GtkToggleButton *chip, MadafReviewDraft *draft)
{
  madaf_review_draft_set_show_name (draft, gtk_toggle_button_get_active (chip));
}

static void
add_name (GtkWidget *box, MadafReviewDraft *draft, const char *first_name)
{
  g_autofree char *isolated = madaf_texts_isolate (first_name);
  /* Translators: %s is a first name; others see it beside what they wrote. */
  g_autofree char *label = g_strdup_printf (_ ("Show my name: %s"), isolated);
  GtkWidget *chip = madaf_chip_new (label);

  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), madaf_review_draft_get_show_name (draft));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_name_toggled), draft, 0);
  gtk_box_append (GTK_BOX (box), chip);
}

/* Which sizes they can have bought: where the shop knows it, it does not ask about others. */
static const char *const *
sizes_to_ask (MadafProduct *product, const MadafOwnReview *own)
{
  if (own == NULL || own->sizes == NULL || own->sizes[0] == NULL)
    return madaf_product_get_sizes (product);
  return own->sizes[1] != NULL ? (const char *const *)own->sizes : NULL;
}

GtkWidget *
madaf_review_form_new (
    MadafProduct *product, MadafReviewDraft *draft, const char *first_name, const MadafOwnReview *own, gint64 now_us)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "ellipsize", PANGO_ELLIPSIZE_END, "label",
                                  madaf_text_pick (madaf_product_get_title (product), madaf_language_current ()), NULL);

  gtk_widget_add_css_class (box, "review-form");
  gtk_widget_add_css_class (name, "overline");
  gtk_box_append (GTK_BOX (box), name);
  if (own != NULL)
    add_state (box, own);
  add_stars (box, draft);
  add_text (box, draft);
  add_sizes (box, sizes_to_ask (product, own), draft, _ ("The size you bought"), madaf_review_draft_set_size_bought,
             madaf_review_draft_get_size_bought);
  add_sizes (box, madaf_product_get_sizes (product), draft, _ ("The size you usually wear"),
             madaf_review_draft_set_usual_size, madaf_review_draft_get_usual_size);
  if (own != NULL)
    add_bought (box, own, now_us);
  add_fits (box, product, draft);
  if (first_name != NULL)
    add_name (box, draft, first_name);
  return box;
}
