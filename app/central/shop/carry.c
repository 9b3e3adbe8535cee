/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/carry.h"

#include <string.h>

#include "central/shop/event.h"
#include "central/shop/private.h"

char *
madaf_carry_create (MadafTransaction *transaction,
                    const MadafLineRequest *lines,
                    gsize n_lines,
                    const char *device_id,
                    char **id,
                    gint64 now_us,
                    MadafRandom *random,
                    MadafFaults *faults,
                    GError **error)
{
  g_autoptr (MadafShopBasket) basket = madaf_basket_create (transaction, lines, n_lines, now_us, random, faults, error);
  g_autofree char *token = madaf_random_token (random);
  g_autofree char *name = madaf_random_token (random);
  guint8 digest[DIGEST_SIZE];

  madaf_shop_hash (token, strlen (token), digest);
  if (basket == NULL
      || !RUN (transaction, error,
               "INSERT INTO carry (token_hash, basket_id, expires_us, id, device_id) VALUES ($1, $2, $3, $4, $5)",
               DIGEST (digest), TEXT (basket->id), INT (now_us + MADAF_CARRY_LIFE_US), TEXT (name), TEXT (device_id)))
    return NULL;
  *id = g_steal_pointer (&name);
  return g_steal_pointer (&token);
}

gboolean
madaf_carry_look_up (MadafTransaction *transaction,
                     const char *token,
                     const char *secret,
                     gint64 now_us,
                     MadafShopBasket **basket,
                     GError **error)
{
  guint8 digest[DIGEST_SIZE];
  guint8 phone[DIGEST_SIZE];
  g_autoptr (MadafRows) rows = NULL;

  *basket = NULL;
  madaf_shop_hash (token, strlen (token), digest);
  madaf_shop_hash (secret != NULL ? secret : "", secret != NULL ? strlen (secret) : 0, phone);
  rows = QUERY (transaction, error,
                "SELECT basket_id, phone_hash IS NOT NULL FROM carry WHERE token_hash = $1"
                " AND (phone_hash = $2 OR (phone_hash IS NULL AND expires_us > $3))",
                DIGEST (digest), DIGEST (phone), INT (now_us));
  if (rows == NULL)
    return FALSE;
  if (!madaf_rows_next (rows, error))
    return madaf_rows_failed (rows) ? FALSE : madaf_shop_not_found (error, "basket", "by this link");
  if (madaf_rows_int (rows, 1) == 0)
    return TRUE;
  *basket = madaf_basket_get (transaction, madaf_rows_text (rows, 0), now_us, error);
  return *basket != NULL;
}

/* Tells the screen that made the code. */
static gboolean
tell_taken (MadafTransaction *transaction, const guint8 digest[DIGEST_SIZE], gint64 now_us, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT id FROM carry WHERE token_hash = $1 AND id IS NOT NULL", DIGEST (digest));
  MadafShopEvent event = { .kind = (char *)"carried" };
  g_autofree char *id = rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_dup_text (rows, 0) : NULL;

  event.subject = id;
  return id != NULL ? madaf_event_append (transaction, &event, now_us, error)
                    : rows != NULL && !madaf_rows_failed (rows);
}

MadafShopBasket *
madaf_carry_take (MadafTransaction *transaction, const char *token, const char *secret, gint64 now_us, GError **error)
{
  guint8 digest[DIGEST_SIZE];
  guint8 phone[DIGEST_SIZE];
  MadafShopBasket *basket = NULL;
  gint64 taken = 0;

  madaf_shop_hash (token, strlen (token), digest);
  madaf_shop_hash (secret, strlen (secret), phone);
  if (!madaf_transaction_execute (
          transaction,
          "UPDATE carry SET phone_hash = $2 WHERE token_hash = $1 AND phone_hash IS NULL AND expires_us > $3",
          MADAF_VALUES (DIGEST (digest), DIGEST (phone), INT (now_us)), &taken, error)
      || (taken > 0 && !tell_taken (transaction, digest, now_us, error))
      || !madaf_carry_look_up (transaction, token, secret, now_us, &basket, error))
    return NULL;
  return basket;
}

static gboolean
has_row (MadafRows *rows, gboolean *has, GError **error)
{
  *has = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_carry_is_taken (MadafTransaction *transaction, const char *token, gboolean *is, GError **error)
{
  guint8 digest[DIGEST_SIZE];
  g_autoptr (MadafRows) rows = NULL;

  madaf_shop_hash (token, strlen (token), digest);
  rows = QUERY (transaction, error, "SELECT 1 FROM carry WHERE token_hash = $1 AND phone_hash IS NOT NULL",
                DIGEST (digest));
  return has_row (rows, is, error);
}

gboolean
madaf_carry_is_of (MadafTransaction *transaction, const char *id, const char *device_id, gboolean *is, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, "SELECT 1 FROM carry WHERE id = $1 AND device_id IS $2",
                                      TEXT (id), TEXT (device_id));

  return has_row (rows, is, error);
}

gboolean
madaf_carry_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error,
              "DELETE FROM basket WHERE id IN (SELECT basket_id FROM carry WHERE phone_hash IS NULL"
              " AND expires_us <= $1)",
              INT (now_us));
}
