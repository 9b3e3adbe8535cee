/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/consent.h"

#include <string.h>

#include "central/shop/outbox.h"
#include "central/shop/private.h"

gboolean
madaf_consents_get (MadafTransaction *transaction, const char *member_id, MadafConsents *consents, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT purpose, given_us FROM consent WHERE member_id = $1", TEXT (member_id));

  *consents = (MadafConsents){ 0 };
  while (rows != NULL && madaf_rows_next (rows, error))
    if (strcmp (madaf_rows_text (rows, 0), MADAF_CONSENT_PRICE_DROP) == 0)
      consents->price_drop_us = madaf_rows_int (rows, 1);
    else
      consents->back_in_stock_us = madaf_rows_int (rows, 1);
  consents->price_drop = consents->price_drop_us != 0;
  consents->back_in_stock = consents->back_in_stock_us != 0;
  return rows != NULL && !madaf_rows_failed (rows);
}

/* Given again, it is as old as it was. */
static gboolean
set_one (MadafTransaction *transaction,
         const char *member_id,
         const char *purpose,
         gboolean given,
         gint64 now_us,
         GError **error)
{
  gint64 ended = 0;

  if (given)
    return RUN (transaction, error,
                "INSERT INTO consent (member_id, purpose, given_us) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                TEXT (member_id), TEXT (purpose), INT (now_us));
  if (!madaf_transaction_execute (transaction, "DELETE FROM consent WHERE member_id = $1 AND purpose = $2",
                                  MADAF_VALUES (TEXT (member_id), TEXT (purpose)), &ended, error))
    return FALSE;
  return ended == 0
         || RUN (transaction, error,
                 "DELETE FROM outbox WHERE kind = '" MADAF_MESSAGE_WISHES
                 "' AND sent_us IS NULL AND phone = (SELECT phone FROM member WHERE id = $1)",
                 TEXT (member_id));
}

gboolean
madaf_consents_set (
    MadafTransaction *transaction, const char *member_id, const MadafConsents *consents, gint64 now_us, GError **error)
{
  return set_one (transaction, member_id, MADAF_CONSENT_PRICE_DROP, consents->price_drop, now_us, error)
         && set_one (transaction, member_id, MADAF_CONSENT_BACK_IN_STOCK, consents->back_in_stock, now_us, error)
         /* Nobody is watched who did not ask for it. */
         && RUN (transaction, error,
                 "DELETE FROM wish_watch WHERE member_id = $1 AND NOT EXISTS"
                 " (SELECT 1 FROM consent c WHERE c.member_id = $1)",
                 TEXT (member_id));
}

gboolean
madaf_consents_end (
    MadafTransaction *transaction, const char *member_id, const char *purpose, gint64 now_us, GError **error)
{
  MadafConsents consents;

  if (!madaf_consents_get (transaction, member_id, &consents, error))
    return FALSE;
  if (purpose == NULL || strcmp (purpose, MADAF_CONSENT_PRICE_DROP) == 0)
    consents.price_drop = FALSE;
  if (purpose == NULL || strcmp (purpose, MADAF_CONSENT_BACK_IN_STOCK) == 0)
    consents.back_in_stock = FALSE;
  return madaf_consents_set (transaction, member_id, &consents, now_us, error);
}

char *
madaf_consents_get_token (MadafTransaction *transaction, const char *member_id, MadafRandom *random, GError **error)
{
  g_autofree char *fresh = madaf_random_token (random);
  g_autoptr (MadafRows) rows = NULL;

  if (!RUN (transaction, error,
            "INSERT INTO consent_link (member_id, token, told_us) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING",
            TEXT (member_id), TEXT (fresh)))
    return NULL;
  rows = QUERY (transaction, error, "SELECT token FROM consent_link WHERE member_id = $1", TEXT (member_id));
  return rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_dup_text (rows, 0) : NULL;
}

char *
madaf_consents_find_member (MadafTransaction *transaction, const char *token, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT member_id FROM consent_link WHERE token = $1", TEXT (token));

  if (rows == NULL)
    return NULL;
  if (madaf_rows_next (rows, error))
    return madaf_rows_dup_text (rows, 0);
  if (!madaf_rows_failed (rows))
    madaf_shop_not_found (error, "link", "of this token");
  return NULL;
}
