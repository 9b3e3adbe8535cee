/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/picture.h"

#include "central/shop/private.h"

#define ID_LENGTH 32

GBytes *
madaf_picture_get (
    MadafTransaction *transaction, const char *id, MadafPictureSize size, char **media_type, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               size == MADAF_PICTURE_SMALL ? "SELECT media_type, small FROM picture WHERE id = $1"
                                           : "SELECT media_type, large FROM picture WHERE id = $1",
               TEXT (id));
  gconstpointer bytes;
  gsize length = 0;

  if (rows == NULL)
    return NULL;
  if (!madaf_rows_next (rows, error))
    {
      if (!madaf_rows_failed (rows))
        madaf_shop_not_found (error, "picture", id);
      return NULL;
    }
  bytes = madaf_rows_blob (rows, 1, &length);
  *media_type = madaf_rows_dup_text (rows, 0);
  return g_bytes_new (bytes, length);
}

gboolean
madaf_picture_put (MadafTransaction *transaction,
                   const char *media_type,
                   int width,
                   int height,
                   GBytes *large,
                   GBytes *small,
                   char **id,
                   GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, large);

  digest[ID_LENGTH] = '\0';
  if (!RUN (transaction, error,
            "INSERT INTO picture (id, media_type, width, height, small, large) VALUES ($1, $2, $3, $4, $5, $6)"
            " ON CONFLICT (id) DO NOTHING",
            TEXT (digest), TEXT (media_type), INT (width), INT (height), BYTES (small), BYTES (large)))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&digest);
  return TRUE;
}
