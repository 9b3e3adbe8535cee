/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/member-pass.h"
#include "model/basket.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafSession:
 *
 * Everything this kiosk knows about the person in front of it, and nothing else does: the language they chose, their
 * basket, the codes they scanned, who they are if they signed in, and whatever a page keeps for them. It lives in
 * memory only. Ending it drops all of that at once, needs no network, and emits `ended`; the object itself stays and is
 * empty again.
 *
 * Properties: `language` (BCP 47, settable; setting it switches the whole program), `text-scale` (percent, settable),
 * `basket`, `active`, `member` (MadafMemberPass, nullable, read-only), `patient` (settable).
 * Signals: `ended` (after the wipe), `member-left` (MadafMemberPass): this one is not signed in here any more,
 * `refused`: it was not they who wanted that.
 */
#define MADAF_TYPE_SESSION (madaf_session_get_type ())
G_DECLARE_FINAL_TYPE (MadafSession, madaf_session, MADAF, SESSION, GObject)

/** language: the one a new shopper is greeted in. */
MadafSession *madaf_session_new (const char *language);

const char *madaf_session_get_language (MadafSession *self);
/** This person chose it. */
void madaf_session_set_language (MadafSession *self, const char *language);
/** It is likely to be theirs; what they chose themselves stays. */
void madaf_session_suggest_language (MadafSession *self, const char *language);

/** The member who signed in, or NULL. Calls about them are made with its token. (transfer none) */
MadafMemberPass *madaf_session_get_member (MadafSession *self);
/** In place of another, who is signed out. */
void madaf_session_sign_in (MadafSession *self, MadafMemberPass *pass);
/** Only the member goes, and their basket with them: what else there is stays with the person. */
void madaf_session_sign_out (MadafSession *self);
/** The central does not take this token any more: signs out whoever has it, if they are the member here. */
void madaf_session_refuse (MadafSession *self, const char *token);

/** Whether this person is busy elsewhere, with their own phone, and needs longer for it than for looking. */
gboolean madaf_session_is_patient (MadafSession *self);
void madaf_session_set_patient (MadafSession *self, gboolean patient);

/** How large this person wants words, in percent from MADAF_TEXT_SCALE_SMALLEST to _LARGEST; others are brought there.
 */
#define MADAF_TEXT_SCALE_SMALLEST 100
#define MADAF_TEXT_SCALE_LARGEST  200
int madaf_session_get_text_scale (MadafSession *self);
/** TRUE from 150 % on: pages put less beside each other then. */
gboolean madaf_session_wants_large_text (MadafSession *self);
void madaf_session_set_text_scale (MadafSession *self, int percent);
/** Of each new shopper, and of this one if nobody is there; 100 until it is set. */
void madaf_session_set_usual_text_scale (MadafSession *self, int percent);

/** The basket of this person: the same object for ever, emptied by each end. (transfer none) */
MadafBasket *madaf_session_get_basket (MadafSession *self);

/** Text of what was scanned, newest first, no repeats, at most 24. (transfer none) */
GListModel *madaf_session_get_scanned (MadafSession *self);
void madaf_session_add_scanned (MadafSession *self, const char *text);

/**
 * Anything else a page must keep for this person and that must vanish with them (a typed phone number between two
 * steps of the checkout): kept by name, dropped by the end.
 */
void madaf_session_keep (MadafSession *self, const char *name, GObject *thing);
GObject *madaf_session_kept (MadafSession *self, const char *name);

/** Begun by the first touch, ended by "done" or by nobody being there. */
gboolean madaf_session_is_active (MadafSession *self);
void madaf_session_begin (MadafSession *self);
void madaf_session_end (MadafSession *self);

G_END_DECLS
