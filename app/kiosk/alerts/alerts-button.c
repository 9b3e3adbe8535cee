/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/alerts/alerts-button.h"

#include "kiosk/alerts/alerts-sheet.h"

#include <glib/gi18n.h>

static void
on_clicked (GtkWidget *button, MadafContext *context)
{
  madaf_alerts_sheet_present (context, button);
}

static void
on_member (GtkWidget *button, GParamSpec *pspec, MadafSession *session)
{
  gtk_widget_set_visible (button, madaf_session_get_member (session) != NULL);
}

GtkWidget *
madaf_alerts_button_new (MadafContext *context)
{
  MadafSession *session = madaf_context_get_session (context);
  GtkWidget *button = gtk_button_new_with_label (_ ("Tell me of changes"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_clicked), context, 0);
  g_signal_connect_object (session, "notify::member", G_CALLBACK (on_member), button, G_CONNECT_SWAPPED);
  on_member (button, NULL, session);
  return button;
}
