/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sign-in/member-sheet.h"

#include "kiosk/sign-in/sign-in-words.h"
#include "kiosk/texts.h"

#include <glib/gi18n.h>

static GtkWidget *
make_text (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0f, "max-width-chars", 40,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_sign_out_clicked (GtkButton *button, MadafSession *session)
{
  madaf_sheet_close (MADAF_SHEET (gtk_widget_get_ancestor (GTK_WIDGET (button), MADAF_TYPE_SHEET)));
  madaf_session_sign_out (session);
}

void
madaf_member_sheet_present (MadafSession *session, GtkWidget *near)
{
  MadafMemberProfile *profile = madaf_member_pass_get_profile (madaf_session_get_member (session));
  const char *name = madaf_member_profile_get_name (profile);
  g_autofree char *phone = madaf_texts_isolate_ltr (madaf_member_profile_get_phone (profile));
  MadafSheet *sheet = madaf_sheet_new (_ ("You are signed in"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkButton *sign_out;

  if (name != NULL)
    gtk_box_append (GTK_BOX (box), make_text (name, "heading-3"));
  gtk_box_append (GTK_BOX (box), make_text (phone, "quiet"));
  gtk_box_append (GTK_BOX (box),
                  make_text (_ ("When you touch “Done”, everything about you leaves this screen."), "lead"));
  madaf_sheet_set_child (sheet, box);
  sign_out = madaf_sheet_add_action (sheet, _ ("Sign out"));
  g_signal_connect_object (sign_out, "clicked", G_CALLBACK (on_sign_out_clicked), session, 0);
  madaf_sheet_present (sheet, near);
}
