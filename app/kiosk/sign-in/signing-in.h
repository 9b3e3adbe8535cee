/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client.h"
#include "client/stream.h"
#include "model/clock.h"

G_BEGIN_DECLS

/**
 * MadafSigningInState:
 * @MADAF_SIGNING_IN_IDLE: nothing is asked for
 * @MADAF_SIGNING_IN_ASKING: the central is asked for a code to show, or for digits to be sent
 * @MADAF_SIGNING_IN_SHOWING: there is a code for a phone's camera
 * @MADAF_SIGNING_IN_SENT: digits are on their way and can be typed
 * @MADAF_SIGNING_IN_CHECKING: what was typed or shown is being looked at
 * @MADAF_SIGNING_IN_DONE: somebody is signed in
 */
typedef enum
{
  MADAF_SIGNING_IN_IDLE,
  MADAF_SIGNING_IN_ASKING,
  MADAF_SIGNING_IN_SHOWING,
  MADAF_SIGNING_IN_SENT,
  MADAF_SIGNING_IN_CHECKING,
  MADAF_SIGNING_IN_DONE,
} MadafSigningInState;

/**
 * MadafSigningInFault:
 * @MADAF_SIGNING_IN_FINE: nothing is wrong
 * @MADAF_SIGNING_IN_DENIED: the phone said no
 * @MADAF_SIGNING_IN_TOO_MANY: too many tries; madaf_signing_in_get_wait () says for how long
 * @MADAF_SIGNING_IN_OFFLINE: the central does not answer; a code on the screen is still good
 * @MADAF_SIGNING_IN_NOT_A_PHONE: nobody can be sent digits there
 * @MADAF_SIGNING_IN_WRONG_DIGITS: other digits than those that were sent; madaf_signing_in_get_tries_left ()
 * @MADAF_SIGNING_IN_DIGITS_OVER: they do not count any more, new ones are needed
 * @MADAF_SIGNING_IN_CODE_OVER: a member's code that was used or is too old
 * @MADAF_SIGNING_IN_UNAVAILABLE: this way does not work here
 */
typedef enum
{
  MADAF_SIGNING_IN_FINE,
  MADAF_SIGNING_IN_DENIED,
  MADAF_SIGNING_IN_TOO_MANY,
  MADAF_SIGNING_IN_OFFLINE,
  MADAF_SIGNING_IN_NOT_A_PHONE,
  MADAF_SIGNING_IN_WRONG_DIGITS,
  MADAF_SIGNING_IN_DIGITS_OVER,
  MADAF_SIGNING_IN_CODE_OVER,
  MADAF_SIGNING_IN_UNAVAILABLE,
} MadafSigningInFault;

/**
 * MadafSigningIn:
 *
 * One person on their way in, by whichever way, without a widget: what to show, what is wrong, and at the end who they
 * are. It owns no timer: somebody calls madaf_signing_in_tick () a few times a second, and time is the clock's. A code
 * on the screen is replaced before it ends, and the one before still counts for who has just opened it. What was begun
 * is taken back at the central when it stops, without waiting.
 *
 * Signals: `changed` (anything that the getters say), `signed-in` (MadafMemberPass).
 */
#define MADAF_TYPE_SIGNING_IN (madaf_signing_in_get_type ())
G_DECLARE_FINAL_TYPE (MadafSigningIn, madaf_signing_in, MADAF, SIGNING_IN, GObject)

/* @stream: (nullable): without it, and while it is not live, the central is asked again and again. */
MadafSigningIn *madaf_signing_in_new (MadafCentralClient *central, MadafStream *stream, MadafClock *clock);

/* The ways; each ends the one before. */
void madaf_signing_in_show_code (MadafSigningIn *self);
void madaf_signing_in_send_digits (MadafSigningIn *self, const char *phone, const char *language);
/* Only after digits were sent. */
void madaf_signing_in_check_digits (MadafSigningIn *self, const char *digits);
void madaf_signing_in_try_member_code (MadafSigningIn *self, const char *code);
void madaf_signing_in_stop (MadafSigningIn *self);

void madaf_signing_in_tick (MadafSigningIn *self);

MadafSigningInState madaf_signing_in_get_state (MadafSigningIn *self);
MadafSigningInFault madaf_signing_in_get_fault (MadafSigningIn *self);
/* (nullable): what to show, while SHOWING. */
MadafAuthorization *madaf_signing_in_get_shown (MadafSigningIn *self);
/* Until the code on the screen is replaced, or until the digits end; 0 when there are neither. */
int madaf_signing_in_get_seconds_left (MadafSigningIn *self);
int madaf_signing_in_get_tries_left (MadafSigningIn *self);
/* Seconds; 0 when it is not known. */
int madaf_signing_in_get_wait (MadafSigningIn *self);

G_END_DECLS
