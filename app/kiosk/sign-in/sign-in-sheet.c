/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/sign-in/sign-in-sheet.h"

#include "kiosk/sign-in/sign-in-view.h"

#include <glib/gi18n.h>

static void
on_signed_in (MadafSession *session, MadafMemberPass *pass)
{
  madaf_session_sign_in (session, pass);
}

static void
on_closed (MadafSheet *sheet, MadafSession *session)
{
  MadafSigningIn *signing_in = g_object_get_data (G_OBJECT (sheet), "signing-in");

  madaf_signing_in_stop (signing_in);
  madaf_session_set_patient (session, FALSE);
}

MadafSheet *
madaf_sign_in_sheet_present (MadafContext *context, const char *member_code, GtkWidget *near)
{
  MadafSession *session = madaf_context_get_session (context);
  g_autoptr (MadafClock) clock = madaf_clock_new_system ();
  MadafSigningIn *signing_in
      = madaf_signing_in_new (madaf_context_get_central (context), madaf_context_get_stream (context), clock);
  MadafSheet *sheet = madaf_sheet_new (_ ("Sign in"));
  GtkWidget *view = madaf_sign_in_view_new (context, signing_in);

  g_object_set_data_full (G_OBJECT (sheet), "signing-in", signing_in, g_object_unref);
  g_signal_connect_object (signing_in, "signed-in", G_CALLBACK (on_signed_in), session, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "closed", G_CALLBACK (on_closed), session, 0);
  madaf_sheet_set_child (sheet, view);
  madaf_sheet_present (sheet, near);
  madaf_session_set_patient (session, TRUE);
  madaf_sign_in_view_begin (MADAF_SIGN_IN_VIEW (view), member_code);
  return sheet;
}
