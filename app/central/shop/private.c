/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/private.h"

#include "central/shop/error.h"

gboolean
madaf_shop_not_found (GError **error, const char *what, const char *id)
{
  g_set_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND, "No %s %s", what, id);
  return FALSE;
}

gboolean
madaf_shop_read_int (MadafTransaction *transaction,
                     const char *sql,
                     const char *argument,
                     gint64 fallback,
                     gint64 *value,
                     GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, sql, TEXT (argument));

  if (rows == NULL)
    return FALSE;
  *value = madaf_rows_next (rows, error) ? madaf_rows_int (rows, 0) : fallback;
  return !madaf_rows_failed (rows);
}

void
madaf_shop_hash (gconstpointer bytes, gsize size, guint8 digest[32])
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = 32;

  g_checksum_update (checksum, bytes, (gssize)size);
  g_checksum_get_digest (checksum, digest, &length);
}
