/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/idempotency.h"

#include <string.h>

#include "central/shop/private.h"

#define KEPT_US (90 * G_TIME_SPAN_DAY)

static void
hash_body (GBytes *body, guint8 digest[DIGEST_SIZE])
{
  madaf_shop_hash (g_bytes_get_data (body, NULL), g_bytes_get_size (body), digest);
}

static GBytes *
dup_blob (MadafRows *rows, int column)
{
  gsize size = 0;
  gconstpointer bytes = madaf_rows_blob (rows, column, &size);

  return g_bytes_new (bytes, size);
}

gboolean
madaf_idempotency_look_up (MadafTransaction *transaction,
                           const char *key,
                           const char *route,
                           const char *device_id,
                           GBytes *request_body,
                           MadafKeyResult *result,
                           MadafKeptAnswer *answer,
                           GError **error)
{
  guint8 digest[DIGEST_SIZE];
  gsize size = 0;
  gconstpointer kept;
  g_autoptr (MadafRows) rows = QUERY (transaction, error,
                                      "SELECT request, status, content_type, location, etag, body FROM idempotency"
                                      " WHERE key = $1 AND route = $2 AND device_id = $3",
                                      TEXT (key), TEXT (route), TEXT (device_id));

  *result = MADAF_KEY_NEW;
  if (rows == NULL || !madaf_rows_next (rows, error))
    return rows != NULL && !madaf_rows_failed (rows);
  hash_body (request_body, digest);
  kept = madaf_rows_blob (rows, 0, &size);
  if (size != DIGEST_SIZE || memcmp (kept, digest, DIGEST_SIZE) != 0)
    {
      *result = MADAF_KEY_DIFFERENT;
      return TRUE;
    }
  *result = MADAF_KEY_KNOWN;
  answer->status = (int)madaf_rows_int (rows, 1);
  answer->content_type = madaf_rows_dup_text (rows, 2);
  answer->location = madaf_rows_dup_text (rows, 3);
  answer->etag = madaf_rows_dup_text (rows, 4);
  answer->body = dup_blob (rows, 5);
  return TRUE;
}

gboolean
madaf_idempotency_keep (MadafTransaction *transaction,
                        const char *key,
                        const char *route,
                        const char *device_id,
                        GBytes *request_body,
                        const MadafKeptAnswer *answer,
                        gint64 now_us,
                        GError **error)
{
  guint8 digest[DIGEST_SIZE];

  hash_body (request_body, digest);
  return RUN (transaction, error,
              "INSERT INTO idempotency (key, route, device_id, request, status, content_type, location, etag, body,"
              " created_us) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
              TEXT (key), TEXT (route), TEXT (device_id), MADAF_VALUE_BLOB (digest, sizeof digest),
              INT (answer->status), TEXT (answer->content_type), TEXT (answer->location), TEXT (answer->etag),
              BYTES (answer->body), INT (now_us));
}

gboolean
madaf_idempotency_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM idempotency WHERE created_us < $1", INT (now_us - KEPT_US));
}

void
madaf_kept_answer_clear (MadafKeptAnswer *answer)
{
  g_clear_pointer (&answer->content_type, g_free);
  g_clear_pointer (&answer->location, g_free);
  g_clear_pointer (&answer->etag, g_free);
  g_clear_pointer (&answer->body, g_bytes_unref);
}
