/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/access-token.h"

#include <string.h>

#include "central/shop/private.h"

void
madaf_access_token_hash (const char *token, guint8 digest[MADAF_ACCESS_DIGEST_SIZE])
{
  madaf_shop_hash (token, strlen (token), digest);
}

/* (transfer full) (nullable): NULL without an error when there is no such device. */
static char *
read_role (MadafTransaction *transaction, const char *device_id, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT role FROM device WHERE id = $1 AND revoked_us = 0", TEXT (device_id));

  return rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_dup_text (rows, 0) : NULL;
}

char *
madaf_access_token_create (MadafTransaction *transaction,
                           const char *member_id,
                           const char *device_id,
                           gint64 now_us,
                           MadafRandom *random,
                           gint64 *expires_us,
                           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *role = read_role (transaction, device_id, &local_error);
  g_autofree char *secret = NULL;
  g_autofree char *token = NULL;
  guint8 digest[MADAF_ACCESS_DIGEST_SIZE];
  gboolean own;

  if (role == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        madaf_shop_not_found (error, "device", device_id);
      return NULL;
    }
  own = strcmp (role, "channel") == 0;
  secret = madaf_random_secret (random);
  token = g_strconcat (MADAF_ACCESS_TOKEN_PREFIX, secret, NULL);
  madaf_access_token_hash (token, digest);
  if (!RUN (transaction, error,
            "INSERT INTO access_token (token_hash, member_id, device_id, created_us, used_us, idle_us, expires_us)"
            " VALUES ($1, $2, $3, $4, $4, $5, $6)",
            DIGEST (digest), TEXT (member_id), TEXT (device_id), INT (now_us),
            INT (own ? MADAF_ACCESS_CHANNEL_LIFE_US : MADAF_ACCESS_IDLE_US),
            INT (now_us + (own ? MADAF_ACCESS_CHANNEL_LIFE_US : MADAF_ACCESS_LIFE_US))))
    return NULL;
  if (expires_us != NULL)
    *expires_us = now_us + (own ? MADAF_ACCESS_CHANNEL_LIFE_US : MADAF_ACCESS_LIFE_US);
  return g_steal_pointer (&token);
}

static MadafAccess *
access_from_row (MadafRows *rows)
{
  MadafAccess *access = g_new0 (MadafAccess, 1);

  access->member_id = madaf_rows_dup_text (rows, 0);
  access->device_id = madaf_rows_dup_text (rows, 1);
  access->device_role = madaf_rows_dup_text (rows, 2);
  access->branch_id = madaf_rows_dup_text (rows, 3);
  access->device_name = madaf_rows_dup_text (rows, 4);
  access->used_us = madaf_rows_int (rows, 5);
  access->expires_us = madaf_rows_int (rows, 6);
  return access;
}

MadafAccess *
madaf_access_token_look_up (MadafTransaction *transaction,
                            const guint8 digest[MADAF_ACCESS_DIGEST_SIZE],
                            gint64 now_us,
                            GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT member_id, device_id, role, branch_id, name, used_us, expires_us"
               " FROM access_token JOIN device ON device.id = device_id"
               " WHERE access_token.token_hash = $1 AND expires_us > $2 AND used_us + idle_us > $2 AND revoked_us = 0",
               DIGEST (digest), INT (now_us));

  if (rows == NULL)
    return NULL;
  if (madaf_rows_next (rows, error))
    return access_from_row (rows);
  if (!madaf_rows_failed (rows))
    madaf_shop_not_found (error, "member", "with this token");
  return NULL;
}

gboolean
madaf_access_token_touch (MadafTransaction *transaction,
                          const guint8 digest[MADAF_ACCESS_DIGEST_SIZE],
                          gint64 now_us,
                          GError **error)
{
  return RUN (transaction, error, "UPDATE access_token SET used_us = max (used_us, $2) WHERE token_hash = $1",
              DIGEST (digest), INT (now_us));
}

gboolean
madaf_access_token_revoke (MadafTransaction *transaction, const guint8 digest[MADAF_ACCESS_DIGEST_SIZE], GError **error)
{
  return RUN (transaction, error, "DELETE FROM access_token WHERE token_hash = $1", DIGEST (digest));
}

gboolean
madaf_access_token_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM access_token WHERE expires_us <= $1 OR used_us + idle_us <= $1",
              INT (now_us));
}

void
madaf_access_free (MadafAccess *access)
{
  g_free (access->member_id);
  g_free (access->device_id);
  g_free (access->device_role);
  g_free (access->branch_id);
  g_free (access->device_name);
  g_free (access);
}
