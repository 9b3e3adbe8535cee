/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/enrolment.h"

#include <string.h>

#include "central/shop/error.h"
#include "central/shop/private.h"

#define COLUMNS "id, role, branch_id, name, enrolled_us, last_seen_us, revoked_us"

static MadafDevice *
device_from_row (MadafRows *rows)
{
  MadafDevice *device = g_new0 (MadafDevice, 1);

  device->id = madaf_rows_dup_text (rows, 0);
  device->role = madaf_rows_dup_text (rows, 1);
  device->branch_id = madaf_rows_dup_text (rows, 2);
  device->name = madaf_rows_dup_text (rows, 3);
  device->enrolled_us = madaf_rows_int (rows, 4);
  device->last_seen_us = madaf_rows_int (rows, 5);
  device->revoked = madaf_rows_int (rows, 6) != 0;
  return device;
}

MadafDevice *
madaf_device_create (MadafTransaction *transaction,
                     const char *role,
                     const char *branch_id,
                     const char *name,
                     gint64 now_us,
                     MadafRandom *random,
                     char **token,
                     GError **error)
{
  g_autoptr (MadafDevice) device = g_new0 (MadafDevice, 1);
  g_autofree char *secret = madaf_random_secret (random);
  guint8 digest[DIGEST_SIZE];

  device->id = madaf_random_token (random);
  device->role = g_strdup (role);
  device->branch_id = g_strdup (branch_id);
  device->name = g_strdup (name);
  device->enrolled_us = now_us;
  madaf_shop_hash (secret, strlen (secret), digest);
  if (!RUN (transaction, error,
            "INSERT INTO device (id, role, branch_id, name, token_hash, enrolled_us) VALUES ($1, $2, $3, $4, $5, $6)",
            TEXT (device->id), TEXT (role), TEXT (branch_id), TEXT (name), MADAF_VALUE_BLOB (digest, sizeof digest),
            INT (now_us)))
    return NULL;
  *token = g_steal_pointer (&secret);
  return g_steal_pointer (&device);
}

MadafDevice *
madaf_device_get_by_token (MadafTransaction *transaction, const char *token, GError **error)
{
  g_autoptr (MadafDevice) device = NULL;
  g_autoptr (MadafRows) rows = NULL;
  guint8 digest[DIGEST_SIZE];

  madaf_shop_hash (token, strlen (token), digest);
  rows = QUERY (transaction, error, "SELECT " COLUMNS " FROM device WHERE token_hash = $1",
                MADAF_VALUE_BLOB (digest, sizeof digest));
  if (rows == NULL)
    return NULL;
  if (!madaf_rows_next (rows, error))
    {
      if (!madaf_rows_failed (rows))
        madaf_shop_not_found (error, "device", "with this token");
      return NULL;
    }
  device = device_from_row (rows);
  if (!device->revoked)
    return g_steal_pointer (&device);
  g_set_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_REVOKED, "The device %s is revoked", device->id);
  return NULL;
}

gboolean
madaf_device_seen (MadafTransaction *transaction, const char *device_id, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "UPDATE device SET last_seen_us = $2 WHERE id = $1", TEXT (device_id), INT (now_us));
}

gboolean
madaf_device_revoke (MadafTransaction *transaction, const char *device_id, gint64 now_us, GError **error)
{
  gint64 changed = 0;

  if (!madaf_transaction_execute (transaction,
                                  "UPDATE device SET revoked_us = CASE revoked_us WHEN 0 THEN $2 ELSE revoked_us END"
                                  " WHERE id = $1",
                                  MADAF_VALUES (TEXT (device_id), INT (now_us)), &changed, error))
    return FALSE;
  return changed > 0 || madaf_shop_not_found (error, "device", device_id);
}

void
madaf_device_free (MadafDevice *device)
{
  g_free (device->id);
  g_free (device->role);
  g_free (device->branch_id);
  g_free (device->name);
  g_free (device);
}
