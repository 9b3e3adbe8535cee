/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/member-code.h"

#include <string.h>

#include "central/shop/private.h"

char *
madaf_member_code_create (
    MadafTransaction *transaction, const char *member_id, gint64 now_us, MadafRandom *random, GError **error)
{
  g_autofree char *code = madaf_random_token (random);
  guint8 digest[DIGEST_SIZE];

  madaf_shop_hash (code, strlen (code), digest);
  if (!RUN (transaction, error, "DELETE FROM member_code WHERE member_id = $1", TEXT (member_id))
      || !RUN (transaction, error, "INSERT INTO member_code (code_hash, member_id, expires_us) VALUES ($1, $2, $3)",
               DIGEST (digest), TEXT (member_id), INT (now_us + MADAF_MEMBER_CODE_LIFE_US)))
    return NULL;
  return g_steal_pointer (&code);
}

gboolean
madaf_member_code_redeem (
    MadafTransaction *transaction, const char *code, gint64 now_us, char **member_id, GError **error)
{
  g_autoptr (MadafRows) rows = NULL;
  guint8 digest[DIGEST_SIZE];

  *member_id = NULL;
  madaf_shop_hash (code, strlen (code), digest);
  rows = QUERY (transaction, error,
                "DELETE FROM member_code WHERE code_hash = $1 AND expires_us > $2 RETURNING member_id", DIGEST (digest),
                INT (now_us));
  /* To the end: only then is all of the statement done. */
  while (rows != NULL && madaf_rows_next (rows, error))
    *member_id = madaf_rows_dup_text (rows, 0);
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_member_code_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM member_code WHERE expires_us <= $1", INT (now_us));
}
