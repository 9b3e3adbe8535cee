/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"
#include "model/random.h"

G_BEGIN_DECLS

/* Signing in on a screen by one's own phone: the OAuth 2.0 device authorization grant, RFC 8628. The device begins and
 * shows the user code; on the phone a member says yes or no; the device trades its secret device code for who that was,
 * once. The id is what the stream and the device name a sign-in by; it opens nothing. */

#define MADAF_SIGN_IN_LIFE_US     (10 * G_TIME_SPAN_MINUTE)
#define MADAF_SIGN_IN_INTERVAL_US (5 * G_TIME_SPAN_SECOND)
#define MADAF_USER_CODE_LETTERS   "BCDFGHJKLMNPQRSTVWXZ"
#define MADAF_USER_CODE_LENGTH    8

typedef struct
{
  char *id;
  char *device_code;
  char *user_code; /* eight letters, without the dash */
  gint64 expires_us;
} MadafSignInCodes;

gboolean madaf_sign_in_begin (MadafTransaction *transaction,
                              const char *device_id,
                              gint64 now_us,
                              MadafRandom *random,
                              MadafSignInCodes *codes,
                              GError **error);

/* The eight letters in what was typed, in capitals. (transfer full) (nullable): NULL when it can be no user code */
char *madaf_user_code_normalise (const char *typed);
/* "BCDF-GHJK". (transfer full) */
char *madaf_user_code_format (const char *user_code);

/* A sign-in that waits for its answer, and where. */
typedef struct
{
  char *id;
  char *device_id;
  char *device_name; /* (nullable) */
  char *branch_name; /* (nullable) JSON text */
} MadafSignIn;

/* By a normalised user code. NOT_FOUND when there is none that waits. Reads only. */
MadafSignIn *madaf_sign_in_find (MadafTransaction *transaction, const char *user_code, gint64 now_us, GError **error);

/* @member_id (nullable): who says yes; NULL: somebody said no. NOT_FOUND when it does not wait any more. Those who
 * listen to "sign-in:ID" hear of it. */
gboolean madaf_sign_in_answer (
    MadafTransaction *transaction, const char *id, const char *member_id, gint64 now_us, GError **error);

typedef enum
{
  MADAF_SIGN_IN_APPROVED, /* and used up now */
  MADAF_SIGN_IN_PENDING,
  MADAF_SIGN_IN_SLOW_DOWN, /* pending, and asked again too soon: the interval is 5 s longer from now on */
  MADAF_SIGN_IN_DENIED,
  MADAF_SIGN_IN_EXPIRED, /* or used */
  MADAF_SIGN_IN_UNKNOWN, /* or another device's */
} MadafSignInResult;

/* What came of it. @member_id (out) (transfer full) (nullable): when approved; @interval_us: when to slow down. The
 * answer is to be remembered, so let the transaction succeed; FALSE is an error of the store. */
gboolean madaf_sign_in_redeem (MadafTransaction *transaction,
                               const char *device_code,
                               const char *device_id,
                               gint64 now_us,
                               MadafSignInResult *result,
                               char **member_id,
                               gint64 *interval_us,
                               GError **error);

/* Whether the device of @device_id began it, and it can still be heard of. Reads only. */
gboolean madaf_sign_in_is_of (
    MadafTransaction *transaction, const char *id, const char *device_id, gint64 now_us, gboolean *is, GError **error);

/* Nobody stands at the screen any more. NOT_FOUND, also for another device's. */
gboolean madaf_sign_in_cancel (MadafTransaction *transaction, const char *id, const char *device_id, GError **error);

gboolean madaf_sign_in_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

void madaf_sign_in_codes_clear (MadafSignInCodes *codes);
void madaf_sign_in_free (MadafSignIn *sign_in);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafSignInCodes, madaf_sign_in_codes_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSignIn, madaf_sign_in_free)

G_END_DECLS
