/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/outbox.h"

#include <string.h>

#include "central/shop/private.h"

#define COLUMNS "number, kind, order_id, phone, language, body, created_us, expires_us, tries"

gboolean
madaf_outbox_put (MadafTransaction *transaction, const MadafMessage *message, GError **error)
{
  /* Whoever waits for a code stands at a screen; the rest is read later anyway. */
  gint64 next_us = strcmp (message->kind, MADAF_MESSAGE_CODE) == 0 ? 0 : message->created_us;

  return RUN (transaction, error,
              "INSERT INTO outbox (kind, order_id, phone, language, body, created_us, expires_us, next_us)"
              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
              TEXT (message->kind), TEXT (message->order_id), TEXT (message->phone), TEXT (message->language),
              TEXT (message->body), INT (message->created_us), INT (message->expires_us), INT (next_us));
}

static MadafMessage *
message_from_row (MadafRows *rows)
{
  MadafMessage *message = g_new0 (MadafMessage, 1);

  message->number = madaf_rows_int (rows, 0);
  message->kind = madaf_rows_dup_text (rows, 1);
  message->order_id = madaf_rows_dup_text (rows, 2);
  message->phone = madaf_rows_dup_text (rows, 3);
  message->language = madaf_rows_dup_text (rows, 4);
  message->body = madaf_rows_dup_text (rows, 5);
  message->created_us = madaf_rows_int (rows, 6);
  message->expires_us = madaf_rows_int (rows, 7);
  message->tries = madaf_rows_int (rows, 8);
  return message;
}

MadafMessage *
madaf_outbox_next (MadafTransaction *transaction, gint64 now_us, gint64 *next_us, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT " COLUMNS ", next_us FROM outbox WHERE sent_us IS NULL AND expires_us > $1 AND phone IS NOT NULL"
               " ORDER BY next_us, number LIMIT 1",
               INT (now_us));

  *next_us = G_MAXINT64;
  if (rows == NULL || !madaf_rows_next (rows, error))
    return NULL;
  *next_us = madaf_rows_int (rows, 9);
  return *next_us <= now_us ? message_from_row (rows) : NULL;
}

gboolean
madaf_outbox_sent (MadafTransaction *transaction, gint64 number, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "UPDATE outbox SET sent_us = $2, body = NULL, phone = NULL WHERE number = $1",
              INT (number), INT (now_us));
}

gboolean
madaf_outbox_failed (MadafTransaction *transaction, gint64 number, gint64 next_us, GError **error)
{
  return RUN (transaction, error, "UPDATE outbox SET tries = tries + 1, next_us = $2 WHERE number = $1", INT (number),
              INT (next_us));
}

gboolean
madaf_outbox_drop (MadafTransaction *transaction, gint64 number, GError **error)
{
  return RUN (transaction, error, "DELETE FROM outbox WHERE number = $1", INT (number));
}

gboolean
madaf_outbox_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM outbox WHERE expires_us <= $1", INT (now_us));
}

void
madaf_message_free (MadafMessage *message)
{
  g_free (message->kind);
  g_free (message->order_id);
  g_free (message->phone);
  g_free (message->language);
  g_free (message->body);
  g_free (message);
}
