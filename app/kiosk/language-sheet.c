/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/language-sheet.h"

#include "kiosk/language.h"

#include <glib/gi18n.h>

/* A language is chosen and the sheet goes; the size of words can be tried out, so it stays for that. */

#define SCALE_STEP 25

static void
on_language_chosen (GtkButton *button, MadafSession *session)
{
  const MadafLanguage *language = g_object_get_data (G_OBJECT (button), "language");
  MadafSheet *sheet = MADAF_SHEET (gtk_widget_get_ancestor (GTK_WIDGET (button), MADAF_TYPE_SHEET));

  madaf_sheet_close (sheet);
  madaf_session_set_language (session, language->code);
}

static GtkWidget *
make_language_button (MadafSession *session, const MadafLanguage *language)
{
  GtkWidget *label = gtk_label_new (language->native_name);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, language->native_name, -1);
  if (g_str_equal (language->code, madaf_language_current ()))
    {
      gtk_widget_add_css_class (button, "chosen");
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE,
                                   -1);
    }
  g_object_set_data (G_OBJECT (button), "language", (gpointer)language);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_language_chosen), session, 0);
  return button;
}

static void
on_larger_clicked (MadafSession *session)
{
  madaf_session_set_text_scale (session, madaf_session_get_text_scale (session) + SCALE_STEP);
}

static void
on_smaller_clicked (MadafSession *session)
{
  madaf_session_set_text_scale (session, madaf_session_get_text_scale (session) - SCALE_STEP);
}

static gboolean
can_grow (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_int (from) < MADAF_TEXT_SCALE_LARGEST);
  return TRUE;
}

static gboolean
can_shrink (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_int (from) > MADAF_TEXT_SCALE_SMALLEST);
  return TRUE;
}

static GtkWidget *
make_size_button (
    MadafSession *session, const char *icon, const char *name, GCallback callback, GBindingTransformFunc possible)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "size");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, session, G_CONNECT_SWAPPED);
  g_object_bind_property_full (session, "text-scale", button, "sensitive", G_BINDING_SYNC_CREATE, possible, NULL, NULL,
                               NULL);
  return button;
}

MadafSheet *
madaf_language_sheet_new (MadafSession *session)
{
  MadafSheet *sheet = madaf_sheet_new (_ ("Language"));
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *sizes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  for (const MadafLanguage *language = madaf_languages (); language->code != NULL; language++)
    gtk_box_append (GTK_BOX (list), make_language_button (session, language));
  gtk_widget_set_margin_top (sizes, 24);
  gtk_box_append (GTK_BOX (sizes), make_size_button (session, "madaf-plus-symbolic", _ ("Larger text"),
                                                     G_CALLBACK (on_larger_clicked), can_grow));
  gtk_box_append (GTK_BOX (sizes), make_size_button (session, "madaf-minus-symbolic", _ ("Smaller text"),
                                                     G_CALLBACK (on_smaller_clicked), can_shrink));
  gtk_box_append (GTK_BOX (list), sizes);
  madaf_sheet_set_child (sheet, list);
  return sheet;
}
