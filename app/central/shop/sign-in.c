/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/sign-in.h"

#include <string.h>

#include "central/shop/event.h"
#include "central/shop/private.h"

/* How much longer the interval gets with each poll that came too soon: RFC 8628, section 3.5. */
#define SLOWER_US (5 * G_TIME_SPAN_SECOND)

/* For how long a device that was asleep is told that it is late. */
#define KEPT_US G_TIME_SPAN_HOUR

static void
hash_text (const char *text, guint8 digest[DIGEST_SIZE])
{
  madaf_shop_hash (text, strlen (text), digest);
}

static char *
make_user_code (MadafRandom *random)
{
  char code[MADAF_USER_CODE_LENGTH + 1] = "";

  for (guint i = 0; i < MADAF_USER_CODE_LENGTH; i++)
    code[i] = MADAF_USER_CODE_LETTERS[madaf_random_below (random, strlen (MADAF_USER_CODE_LETTERS))];
  return g_strdup (code);
}

gboolean
madaf_sign_in_begin (MadafTransaction *transaction,
                     const char *device_id,
                     gint64 now_us,
                     MadafRandom *random,
                     MadafSignInCodes *codes,
                     GError **error)
{
  guint8 device_digest[DIGEST_SIZE];
  guint8 user_digest[DIGEST_SIZE];
  gint64 changed = 0;

  codes->id = madaf_random_token (random);
  codes->device_code = madaf_random_secret (random);
  codes->expires_us = now_us + MADAF_SIGN_IN_LIFE_US;
  hash_text (codes->device_code, device_digest);
  /* One in 25 thousand million is taken already. */
  while (changed == 0)
    {
      g_free (codes->user_code);
      codes->user_code = make_user_code (random);
      hash_text (codes->user_code, user_digest);
      if (!madaf_transaction_execute (
              transaction,
              "INSERT INTO sign_in (id, device_code_hash, user_code_hash, device_id, state, created_us, expires_us,"
              " asked_us, interval_us) VALUES ($1, $2, $3, $4, 'pending', $5, $6, 0, $7)"
              " ON CONFLICT (user_code_hash) DO NOTHING",
              MADAF_VALUES (TEXT (codes->id), DIGEST (device_digest), DIGEST (user_digest), TEXT (device_id),
                            INT (now_us), INT (codes->expires_us), INT (MADAF_SIGN_IN_INTERVAL_US)),
              &changed, error))
        return FALSE;
    }
  return TRUE;
}

char *
madaf_user_code_normalise (const char *typed)
{
  char code[MADAF_USER_CODE_LENGTH + 1] = "";
  guint n = 0;

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_unichar_toupper (g_utf8_get_char (at));

      if (g_unichar_isspace (letter) || g_unichar_type (letter) == G_UNICODE_FORMAT
          || g_unichar_type (letter) == G_UNICODE_DASH_PUNCTUATION)
        continue;
      if (n == MADAF_USER_CODE_LENGTH || letter > 0x7f || strchr (MADAF_USER_CODE_LETTERS, (char)letter) == NULL)
        return NULL;
      code[n++] = (char)letter;
    }
  return n == MADAF_USER_CODE_LENGTH ? g_strdup (code) : NULL;
}

char *
madaf_user_code_format (const char *user_code)
{
  return g_strdup_printf ("%.4s-%s", user_code, user_code + 4);
}

MadafSignIn *
madaf_sign_in_find (MadafTransaction *transaction, const char *user_code, gint64 now_us, GError **error)
{
  g_autoptr (MadafRows) rows = NULL;
  MadafSignIn *sign_in;
  guint8 digest[DIGEST_SIZE];

  hash_text (user_code, digest);
  rows = QUERY (transaction, error,
                "SELECT sign_in.id, device.id, device.name, branch.name FROM sign_in"
                " JOIN device ON device.id = sign_in.device_id AND device.revoked_us = 0"
                " LEFT JOIN branch ON branch.id = device.branch_id"
                " WHERE user_code_hash = $1 AND state = 'pending' AND expires_us > $2",
                DIGEST (digest), INT (now_us));
  if (rows == NULL)
    return NULL;
  if (!madaf_rows_next (rows, error))
    {
      if (!madaf_rows_failed (rows))
        madaf_shop_not_found (error, "sign-in", "with this code");
      return NULL;
    }
  sign_in = g_new0 (MadafSignIn, 1);
  sign_in->id = madaf_rows_dup_text (rows, 0);
  sign_in->device_id = madaf_rows_dup_text (rows, 1);
  sign_in->device_name = madaf_rows_dup_text (rows, 2);
  sign_in->branch_name = madaf_rows_dup_text (rows, 3);
  return sign_in;
}

gboolean
madaf_sign_in_answer (
    MadafTransaction *transaction, const char *id, const char *member_id, gint64 now_us, GError **error)
{
  MadafShopEvent event = {
    .kind = (char *)"sign-in",
    .subject = (char *)id,
    .state = (char *)(member_id != NULL ? "approved" : "denied"),
  };
  gint64 changed = 0;

  if (!madaf_transaction_execute (transaction,
                                  "UPDATE sign_in SET state = $2, member_id = $3"
                                  " WHERE id = $1 AND state = 'pending' AND expires_us > $4",
                                  MADAF_VALUES (TEXT (id), TEXT (event.state), TEXT (member_id), INT (now_us)),
                                  &changed, error))
    return FALSE;
  if (changed == 0)
    return madaf_shop_not_found (error, "sign-in", "that waits");
  return madaf_event_append (transaction, &event, now_us, error);
}

typedef struct
{
  char *id; /* NULL: there is none */
  char *state;
  char *member_id;
  gint64 expires_us;
  gint64 asked_us;
  gint64 interval_us;
} Kept;

static void
kept_clear (Kept *kept)
{
  g_free (kept->id);
  g_free (kept->state);
  g_free (kept->member_id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

static gboolean
read_kept (MadafTransaction *transaction, const char *device_code, const char *device_id, Kept *kept, GError **error)
{
  g_autoptr (MadafRows) rows = NULL;
  guint8 digest[DIGEST_SIZE];

  hash_text (device_code, digest);
  rows = QUERY (transaction, error,
                "SELECT id, state, member_id, expires_us, asked_us, interval_us FROM sign_in"
                " WHERE device_code_hash = $1 AND device_id = $2",
                DIGEST (digest), TEXT (device_id));
  if (rows == NULL || !madaf_rows_next (rows, error))
    return rows != NULL && !madaf_rows_failed (rows);
  kept->id = madaf_rows_dup_text (rows, 0);
  kept->state = madaf_rows_dup_text (rows, 1);
  kept->member_id = madaf_rows_dup_text (rows, 2);
  kept->expires_us = madaf_rows_int (rows, 3);
  kept->asked_us = madaf_rows_int (rows, 4);
  kept->interval_us = madaf_rows_int (rows, 5);
  return TRUE;
}

static gboolean
wait_longer (MadafTransaction *transaction,
             const Kept *kept,
             gint64 now_us,
             MadafSignInResult *result,
             gint64 *interval_us,
             GError **error)
{
  gboolean too_soon = now_us < kept->asked_us + kept->interval_us;

  *result = too_soon ? MADAF_SIGN_IN_SLOW_DOWN : MADAF_SIGN_IN_PENDING;
  *interval_us = kept->interval_us + (too_soon ? SLOWER_US : 0);
  return RUN (transaction, error, "UPDATE sign_in SET asked_us = $2, interval_us = $3 WHERE id = $1", TEXT (kept->id),
              INT (now_us), INT (*interval_us));
}

gboolean
madaf_sign_in_redeem (MadafTransaction *transaction,
                      const char *device_code,
                      const char *device_id,
                      gint64 now_us,
                      MadafSignInResult *result,
                      char **member_id,
                      gint64 *interval_us,
                      GError **error)
{
  g_auto (Kept) kept = { 0 };

  *member_id = NULL;
  *interval_us = 0;
  *result = MADAF_SIGN_IN_UNKNOWN;
  if (!read_kept (transaction, device_code, device_id, &kept, error))
    return FALSE;
  if (kept.id == NULL)
    return TRUE;
  *result = MADAF_SIGN_IN_EXPIRED;
  if (now_us >= kept.expires_us || strcmp (kept.state, "used") == 0)
    return TRUE;
  if (strcmp (kept.state, "pending") == 0)
    return wait_longer (transaction, &kept, now_us, result, interval_us, error);
  *result = strcmp (kept.state, "approved") == 0 ? MADAF_SIGN_IN_APPROVED : MADAF_SIGN_IN_DENIED;
  *member_id = g_steal_pointer (&kept.member_id);
  return *result == MADAF_SIGN_IN_DENIED
         || RUN (transaction, error, "UPDATE sign_in SET state = 'used' WHERE id = $1", TEXT (kept.id));
}

gboolean
madaf_sign_in_is_of (
    MadafTransaction *transaction, const char *id, const char *device_id, gint64 now_us, gboolean *is, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT 1 FROM sign_in WHERE id = $1 AND device_id = $2 AND expires_us > $3",
               TEXT (id), TEXT (device_id), INT (now_us));

  *is = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_sign_in_cancel (MadafTransaction *transaction, const char *id, const char *device_id, GError **error)
{
  gint64 changed = 0;

  if (!madaf_transaction_execute (transaction, "DELETE FROM sign_in WHERE id = $1 AND device_id = $2",
                                  MADAF_VALUES (TEXT (id), TEXT (device_id)), &changed, error))
    return FALSE;
  return changed > 0 || madaf_shop_not_found (error, "sign-in", id);
}

gboolean
madaf_sign_in_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM sign_in WHERE expires_us <= $1", INT (now_us - KEPT_US));
}

void
madaf_sign_in_codes_clear (MadafSignInCodes *codes)
{
  g_clear_pointer (&codes->id, g_free);
  g_clear_pointer (&codes->device_code, g_free);
  g_clear_pointer (&codes->user_code, g_free);
}

void
madaf_sign_in_free (MadafSignIn *sign_in)
{
  g_free (sign_in->id);
  g_free (sign_in->device_id);
  g_free (sign_in->device_name);
  g_free (sign_in->branch_name);
  g_free (sign_in);
}
