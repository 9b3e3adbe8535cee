/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* Six digits sent to a phone, to prove that somebody holds it. A code is good for five minutes, once, on the device it
 * was asked for on, together with the unguessable id that this device got. Whether the phone is a member's makes no
 * difference to anything here.
 *
 * A code takes 5 wrong tries and all codes to one phone 20 a day, so that a guesser who does nothing else gets in with
 * a chance of 2 in 100,000 a day. Five an hour are sent to a phone, thirty for a device. Nobody is locked out for
 * longer than those windows, and a phone that is known already (phone-session.h) needs no code. */

#define MADAF_CODE_LIFE_US        (5 * G_TIME_SPAN_MINUTE)
#define MADAF_CODE_TRIES          5
#define MADAF_CODE_GUESSES_A_DAY  20
#define MADAF_CODE_PHONE_AN_HOUR  5
#define MADAF_CODE_DEVICE_AN_HOUR 30
#define MADAF_CODE_LENGTH         6

/* Puts a new code for @phone into the outbox. @id (out) (transfer full): what goes with it; NULL when too many were
 * sent, with @wait_us saying for how long. FALSE is an error of the store. */
gboolean madaf_one_time_code_send (MadafTransaction *transaction,
                                   const char *phone,
                                   const char *language,
                                   const char *device_id,
                                   gint64 now_us,
                                   MadafRandom *random,
                                   char **id,
                                   gint64 *wait_us,
                                   GError **error);

typedef enum
{
  MADAF_CODE_RIGHT,    /* and used now */
  MADAF_CODE_WRONG,    /* counted */
  MADAF_CODE_OVER,     /* unknown, used, out of time or tries, or another device's: ask for a new one */
  MADAF_CODE_TOO_MANY, /* nothing more is looked at for this phone today */
} MadafCodeResult;

typedef struct
{
  MadafCodeResult result;
  char *phone;    /* (nullable): when right: E.164 */
  char *language; /* (nullable): when right: what it was asked for in */
  int tries_left; /* when wrong */
} MadafCodeVerdict;

/* Looks at what was typed: spaces and Arabic-Indic digits are allowed. A wrong try is to be remembered, so let the
 * transaction succeed; FALSE is an error of the store. */
gboolean madaf_one_time_code_check (MadafTransaction *transaction,
                                    const char *id,
                                    const char *typed,
                                    const char *device_id,
                                    gint64 now_us,
                                    MadafCodeVerdict *verdict,
                                    GError **error);

/* The six digits in @typed. (transfer full) (nullable): NULL when they are not six */
char *madaf_one_time_code_normalise (const char *typed);

/* Forgets what counts no more. */
gboolean madaf_one_time_code_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

void madaf_code_verdict_clear (MadafCodeVerdict *verdict);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafCodeVerdict, madaf_code_verdict_clear)

G_END_DECLS
