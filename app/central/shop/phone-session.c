/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/phone-session.h"

#include <string.h>

#include "central/shop/private.h"

char *
madaf_phone_session_create (
    MadafTransaction *transaction, const char *member_id, gint64 now_us, MadafRandom *random, GError **error)
{
  g_autofree char *secret = madaf_random_secret (random);
  guint8 digest[DIGEST_SIZE];

  madaf_shop_hash (secret, strlen (secret), digest);
  if (!RUN (transaction, error,
            "INSERT INTO phone_session (secret_hash, member_id, created_us, expires_us) VALUES ($1, $2, $3, $4)",
            DIGEST (digest), TEXT (member_id), INT (now_us), INT (now_us + MADAF_PHONE_SESSION_LIFE_US)))
    return NULL;
  return g_steal_pointer (&secret);
}

gboolean
madaf_phone_session_look_up (
    MadafTransaction *transaction, const char *secret, gint64 now_us, char **member_id, GError **error)
{
  g_autoptr (MadafRows) rows = NULL;
  guint8 digest[DIGEST_SIZE];

  *member_id = NULL;
  madaf_shop_hash (secret, strlen (secret), digest);
  rows = QUERY (transaction, error, "SELECT member_id FROM phone_session WHERE secret_hash = $1 AND expires_us > $2",
                DIGEST (digest), INT (now_us));
  if (rows != NULL && madaf_rows_next (rows, error))
    *member_id = madaf_rows_dup_text (rows, 0);
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_phone_session_forget (MadafTransaction *transaction, const char *secret, GError **error)
{
  guint8 digest[DIGEST_SIZE];

  madaf_shop_hash (secret, strlen (secret), digest);
  return RUN (transaction, error, "DELETE FROM phone_session WHERE secret_hash = $1", DIGEST (digest));
}

gboolean
madaf_phone_session_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM phone_session WHERE expires_us <= $1", INT (now_us));
}
