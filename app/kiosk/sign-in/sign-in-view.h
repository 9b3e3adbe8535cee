/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/sign-in/signing-in.h"

G_BEGIN_DECLS

/**
 * MadafSignInView:
 *
 * What is in the sheet to sign in: one way at a time, what is wrong, and the other ways below. It calls the clock of
 * @signing_in, and runs the camera only while a member's code is waited for.
 */
#define MADAF_TYPE_SIGN_IN_VIEW (madaf_sign_in_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafSignInView, madaf_sign_in_view, MADAF, SIGN_IN_VIEW, GtkBox)

GtkWidget *madaf_sign_in_view_new (MadafContext *context, MadafSigningIn *signing_in);
/** Begins with the first way there is, or by trying this code (nullable). Once it is on the stage. */
void madaf_sign_in_view_begin (MadafSignInView *self, const char *member_code);

G_END_DECLS
