/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sign-in/member-sheet.h"

#include "kiosk/alerts/alerts-sheet.h"
#include "kiosk/sign-in/sign-in-words.h"
#include "kiosk/sizes/sizes-sheet.h"
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

/* The name of a page goes with its button. */
static void
on_way_clicked (GtkButton *button, MadafContext *context)
{
  madaf_sheet_close (MADAF_SHEET (gtk_widget_get_ancestor (GTK_WIDGET (button), MADAF_TYPE_SHEET)));
  madaf_context_open (context, g_object_get_data (G_OBJECT (button), "page"), NULL);
}

/* A way to a page of theirs. page: static. */
static GtkWidget *
make_way (MadafContext *context, const char *icon, const char *words, const char *page)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *label = make_text (words, "way-name");

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("madaf-forward-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "way");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (button), "page", (gpointer)page);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_way_clicked), context, 0);
  return button;
}

typedef void (*PresentSheet) (MadafContext *context, GtkWidget *near);

/* From one sheet to another. */
static void
go_to_sheet (MadafContext *context, GtkWidget *button, PresentSheet present)
{
  madaf_sheet_close (MADAF_SHEET (gtk_widget_get_ancestor (button, MADAF_TYPE_SHEET)));
  present (context, GTK_WIDGET (madaf_navigator_get_page (madaf_context_get_navigator (context))));
}

static void
on_sizes_clicked (MadafContext *context, GtkWidget *button)
{
  go_to_sheet (context, button, madaf_sizes_sheet_present);
}

static void
on_alerts_clicked (MadafContext *context, GtkWidget *button)
{
  go_to_sheet (context, button, madaf_alerts_sheet_present);
}

static GtkWidget *
make_sheet_way (MadafContext *context, const char *icon, const char *words, GCallback on_clicked)
{
  GtkWidget *button = make_way (context, icon, words, NULL);

  g_signal_handlers_disconnect_by_func (button, on_way_clicked, context);
  g_signal_connect_object (button, "clicked", on_clicked, context, G_CONNECT_SWAPPED);
  return button;
}

void
madaf_member_sheet_present (MadafContext *context, GtkWidget *near)
{
  MadafSession *session = madaf_context_get_session (context);
  MadafMemberProfile *profile = madaf_member_pass_get_profile (madaf_session_get_member (session));
  const char *name = madaf_member_profile_get_name (profile);
  g_autofree char *phone = madaf_texts_isolate_ltr (madaf_member_profile_get_phone (profile));
  MadafSheet *sheet = madaf_sheet_new (_ ("You are signed in"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *note = make_text (_ ("When you touch “Done”, everything about you leaves this screen."), "quiet");
  GtkButton *sign_out;

  if (name != NULL)
    gtk_box_append (GTK_BOX (box), make_text (name, "heading-3"));
  gtk_box_append (GTK_BOX (box), make_text (phone, "quiet"));
  gtk_box_append (GTK_BOX (box), make_way (context, "madaf-heart-symbolic", _ ("Wishlist"), "wishlist"));
  gtk_box_append (GTK_BOX (box),
                  make_sheet_way (context, "madaf-person-symbolic", _ ("My sizes"), G_CALLBACK (on_sizes_clicked)));
  gtk_box_append (GTK_BOX (box), make_way (context, "madaf-bag-symbolic", _ ("Purchases"), "purchases"));
  gtk_box_append (GTK_BOX (box), make_way (context, "madaf-wallet-symbolic", _ ("Points and coupons"), "wallet"));
  gtk_box_append (GTK_BOX (box), make_sheet_way (context, "madaf-phone-symbolic", _ ("What we may tell you"),
                                                 G_CALLBACK (on_alerts_clicked)));
  gtk_widget_set_margin_top (note, 8);
  gtk_box_append (GTK_BOX (box), note);
  madaf_sheet_set_child (sheet, box);
  sign_out = madaf_sheet_add_action (sheet, _ ("Sign out"));
  /* Not what somebody comes here for. */
  gtk_widget_remove_css_class (GTK_WIDGET (sign_out), "primary");
  gtk_widget_add_css_class (GTK_WIDGET (sign_out), "tall");
  g_signal_connect_object (sign_out, "clicked", G_CALLBACK (on_sign_out_clicked), session, 0);
  madaf_sheet_present (sheet, near);
}
