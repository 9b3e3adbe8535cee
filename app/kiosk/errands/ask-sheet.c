/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/errands/ask-sheet.h"

#include "kiosk/errands/errand-words.h"
#include "kiosk/errands/errands.h"
#include "kiosk/widgets/sheet.h"
#include "kiosk/widgets/wrap-box.h"

#include <glib/gi18n.h>

/* What is inside the sheet; it lives as long as that does. */

#define MADAF_TYPE_ASK_VIEW (madaf_ask_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafAskView, madaf_ask_view, MADAF, ASK_VIEW, GtkBox)

struct _MadafAskView
{
  GtkBox parent_instance;

  MadafContext *context; /* (owned) */
  char *variant_id;      /* (owned) */
  GtkWidget *places;
  GtkWidget *trouble;
};

G_DEFINE_FINAL_TYPE (MadafAskView, madaf_ask_view, GTK_TYPE_BOX)

#define KEY "madaf-room"

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, "max-width-chars", 40, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_asked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafAskView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean asked = madaf_errands_ask_finish (MADAF_ERRANDS (source), result, &error);
  GtkWidget *sheet = gtk_widget_get_ancestor (GTK_WIDGET (self), MADAF_TYPE_SHEET);
  g_autofree char *words = NULL;

  /* Gone with the session, or closed by whoever touched it. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || sheet == NULL)
    return;
  /* The strip under the header tells the rest. */
  if (asked)
    {
      madaf_sheet_close (MADAF_SHEET (sheet));
      return;
    }
  g_debug ("Asking to be brought: %s", error->message);
  words = madaf_errand_words_refusal (error);
  gtk_label_set_label (GTK_LABEL (self->trouble), words);
  gtk_widget_set_visible (self->trouble, TRUE);
  gtk_widget_set_sensitive (self->places, TRUE);
}

static void
on_place_clicked (MadafAskView *self, GtkWidget *button)
{
  int room = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), KEY));

  gtk_widget_set_sensitive (self->places, FALSE);
  gtk_widget_set_visible (self->trouble, FALSE);
  madaf_errands_ask_async (madaf_errands_for (self->context), self->variant_id, room, on_asked, g_object_ref (self));
}

static GtkWidget *
make_place (MadafAskView *self, int room, const char *label, const char *name)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), KEY, GINT_TO_POINTER (room));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_place_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_rooms (MadafAskView *self, int rooms)
{
  GtkWidget *box = madaf_wrap_box_new (12);

  gtk_box_append (GTK_BOX (self->places), make_label (_ ("To a fitting room"), "heading-3"));
  for (int room = 1; room <= rooms; room++)
    {
      g_autofree char *number = g_strdup_printf ("%d", room);
      g_autofree char *name = g_strdup_printf (_ ("Fitting room %d"), room);
      GtkWidget *button = make_place (self, room, number, name);

      gtk_widget_add_css_class (button, "fitting-room");
      madaf_wrap_box_append (MADAF_WRAP_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (self->places), box);
}

static void
fill (MadafAskView *self, const char *what, int rooms)
{
  const char *here = _ ("To me, at this screen");

  gtk_box_append (GTK_BOX (self), make_label (what, "lead"));
  gtk_box_append (GTK_BOX (self), self->trouble);
  gtk_box_append (GTK_BOX (self), self->places);
  gtk_box_append (GTK_BOX (self->places), make_place (self, 0, here, here));
  if (rooms > 0)
    add_rooms (self, rooms);
}

static void
madaf_ask_view_dispose (GObject *object)
{
  MadafAskView *self = MADAF_ASK_VIEW (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->variant_id, g_free);
  G_OBJECT_CLASS (madaf_ask_view_parent_class)->dispose (object);
}

static void
madaf_ask_view_class_init (MadafAskViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_ask_view_dispose;
}

static void
madaf_ask_view_init (MadafAskView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  self->places = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  self->trouble
      = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "max-width-chars", 40, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->trouble, "verdict");
  gtk_widget_add_css_class (self->trouble, "warning");
}

void
madaf_ask_sheet_present (MadafContext *context, const char *variant_id, const char *what, int rooms, GtkWidget *near)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("Where shall we bring it?"));
  MadafAskView *self = g_object_new (MADAF_TYPE_ASK_VIEW, NULL);

  self->context = g_object_ref (context);
  self->variant_id = g_strdup (variant_id);
  fill (self, what, rooms);
  madaf_sheet_set_child (sheet, GTK_WIDGET (self));
  madaf_sheet_present (sheet, near);
}
