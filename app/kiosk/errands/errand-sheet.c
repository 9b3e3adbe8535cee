/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/errands/errand-sheet.h"

#include "client/error.h"
#include "kiosk/errands/errand-words.h"
#include "kiosk/errands/errands.h"
#include "kiosk/widgets/picture-view.h"
#include "kiosk/widgets/sheet.h"

#include <glib/gi18n.h>

/* The cards inside the sheet; they live as long as that does. */

#define MADAF_TYPE_ERRAND_CARDS (madaf_errand_cards_get_type ())
G_DECLARE_FINAL_TYPE (MadafErrandCards, madaf_errand_cards, MADAF, ERRAND_CARDS, GtkBox)

struct _MadafErrandCards
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MadafErrandCards, madaf_errand_cards, GTK_TYPE_BOX)

#define PICTURE_WIDTH 96
#define KEY           "madaf-errand"

static void
on_cancelled (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafErrandCards) self = user_data;
  g_autoptr (GError) error = NULL;

  if (madaf_errands_cancel_finish (MADAF_ERRANDS (source), result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  g_debug ("Cancelling: %s", error->message);
  /* What became of what is over is shown by its card. */
  if (!g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_CONFLICT))
    madaf_stage_toast (GTK_WIDGET (self), _ ("This could not be cancelled. Please try again in a moment."));
}

static void
on_cancel_clicked (MadafErrandCards *self, GtkWidget *button)
{
  madaf_errands_cancel_async (madaf_errands_for (self->context), g_object_get_data (G_OBJECT (button), KEY),
                              on_cancelled, g_object_ref (self));
}

static void
on_seen_clicked (MadafErrandCards *self, GtkWidget *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), KEY));

  madaf_errands_dismiss (madaf_errands_for (self->context), id);
}

static GtkWidget *
make_label (const char *text, const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "max-width-chars", 30, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_button (MadafErrandCards *self, MadafErrand *errand, const char *what)
{
  gboolean open = madaf_errand_is_open (errand);
  /* Translators: of something that a shopper asked to be brought, and does not want any more. */
  GtkWidget *button = gtk_button_new_with_label (open ? C_ ("errand", "Cancel") : C_ ("errand", "OK"));
  g_autofree char *name = g_strdup_printf ("%s: %s", gtk_button_get_label (GTK_BUTTON (button)), what);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), KEY, g_strdup (madaf_errand_get (errand)->id), g_free);
  g_signal_connect_object (button, "clicked", open ? G_CALLBACK (on_cancel_clicked) : G_CALLBACK (on_seen_clicked),
                           self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_card (MadafErrandCards *self, MadafErrand *errand, gboolean stale)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *picture = madaf_picture_view_new (madaf_context_get_pictures (self->context));
  g_autofree char *what = madaf_errand_words_what (errand);
  g_autofree char *state = madaf_errand_words_state (errand, stale);
  g_autofree char *where = madaf_errand_words_where (errand);

  madaf_picture_view_set_picture (MADAF_PICTURE_VIEW (picture), madaf_errand_get (errand)->picture_id, NULL);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, -1);
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), make_label (what, "line-title", GTK_ACCESSIBLE_ROLE_LABEL));
  gtk_box_append (GTK_BOX (words), make_label (where, "small", GTK_ACCESSIBLE_ROLE_LABEL));
  gtk_box_append (GTK_BOX (words), make_label (state, "quiet", GTK_ACCESSIBLE_ROLE_STATUS));
  gtk_box_append (GTK_BOX (words), make_button (self, errand, what));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (card), picture);
  gtk_box_append (GTK_BOX (card), words);
  return card;
}

/* Three at most, so they are made anew. */
static void
update (MadafErrandCards *self)
{
  MadafErrands *errands = madaf_errands_for (self->context);
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (self), MADAF_TYPE_SHEET);
  GtkWidget *child;

  if (madaf_errands_get_n (errands) == 0)
    {
      if (sheet != NULL)
        madaf_sheet_close (MADAF_SHEET (sheet));
      return;
    }
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < madaf_errands_get_n (errands); i++)
    gtk_box_append (GTK_BOX (self),
                    make_card (self, madaf_errands_get (errands, i), madaf_errands_is_stale (errands, i)));
}

static void
madaf_errand_cards_dispose (GObject *object)
{
  g_clear_object (&MADAF_ERRAND_CARDS (object)->context);
  G_OBJECT_CLASS (madaf_errand_cards_parent_class)->dispose (object);
}

static void
madaf_errand_cards_class_init (MadafErrandCardsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_errand_cards_dispose;
}

static void
madaf_errand_cards_init (MadafErrandCards *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 32);
}

void
madaf_errand_sheet_present (MadafContext *context, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("What we bring you"));
  MadafErrandCards *self = g_object_new (MADAF_TYPE_ERRAND_CARDS, NULL);

  self->context = g_object_ref (context);
  madaf_sheet_set_child (sheet, GTK_WIDGET (self));
  update (self);
  g_signal_connect_object (madaf_errands_for (context), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  madaf_sheet_present (sheet, near);
}
