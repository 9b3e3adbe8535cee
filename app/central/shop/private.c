/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/private.h"

#include <string.h>

#include "central/shop/error.h"

/* 128 bits, as of random ids. */
#define DERIVED_BYTES 16

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

char *
madaf_shop_derive_id (const char *kind, const char *member_id)
{
  g_autofree char *text = g_strconcat (kind, " ", member_id, NULL);
  guint8 digest[32];
  char *id;

  madaf_shop_hash (text, strlen (text), digest);
  id = g_base64_encode (digest, DERIVED_BYTES);
  for (char *at = id; *at != '\0'; at++)
    *at = *at == '+' ? '-' : *at == '/' ? '_' : *at == '=' ? '\0' : *at;
  return id;
}
