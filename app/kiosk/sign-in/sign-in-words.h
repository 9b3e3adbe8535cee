/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/member-profile.h"
#include "kiosk/session.h"
#include "kiosk/sign-in/signing-in.h"

G_BEGIN_DECLS

/* What is said while somebody signs in, as pure functions in the language of the process. */

/** "Shalom, Dana". (transfer full) */
char *madaf_sign_in_words_greeting (MadafMemberProfile *profile);
/** The button in the header, seen and said: signing in for NULL, else whose it is. (transfer full) */
char *madaf_sign_in_words_entry (MadafMemberProfile *profile);
char *madaf_sign_in_words_entry_name (MadafMemberProfile *profile);
/** What is wrong and what to do, or NULL. (transfer full) (nullable) */
char *madaf_sign_in_words_fault (MadafSigningIn *signing_in);
/** "9:42", isolated. (transfer full) */
char *madaf_sign_in_words_time (int seconds);
/** A typed number with its middle hidden, isolated: "050•••••01". (transfer full) */
char *madaf_sign_in_mask_phone (const char *typed);

/** Their language, if this program has it and they did not choose one here. */
void madaf_sign_in_suggest_language (MadafSession *session, MadafMemberProfile *profile);

G_END_DECLS
