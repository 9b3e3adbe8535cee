/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/carry.h"

#include <string.h>

#include "central/shop/private.h"

char *
madaf_carry_create (MadafTransaction *transaction,
                    const MadafLineRequest *lines,
                    gsize n_lines,
                    gint64 now_us,
                    MadafRandom *random,
                    MadafFaults *faults,
                    GError **error)
{
  g_autoptr (MadafShopBasket) basket = madaf_basket_create (transaction, lines, n_lines, now_us, random, faults, error);
  g_autofree char *token = madaf_random_token (random);
  guint8 digest[DIGEST_SIZE];

  madaf_shop_hash (token, strlen (token), digest);
  if (basket == NULL
      || !RUN (transaction, error, "INSERT INTO carry (token_hash, basket_id, expires_us) VALUES ($1, $2, $3)",
               DIGEST (digest), TEXT (basket->id), INT (now_us + MADAF_CARRY_LIFE_US)))
    return NULL;
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

MadafShopBasket *
madaf_carry_take (MadafTransaction *transaction, const char *token, const char *secret, gint64 now_us, GError **error)
{
  guint8 digest[DIGEST_SIZE];
  guint8 phone[DIGEST_SIZE];
  MadafShopBasket *basket = NULL;

  madaf_shop_hash (token, strlen (token), digest);
  madaf_shop_hash (secret, strlen (secret), phone);
  if (!RUN (transaction, error,
            "UPDATE carry SET phone_hash = $2 WHERE token_hash = $1 AND phone_hash IS NULL AND expires_us > $3",
            DIGEST (digest), DIGEST (phone), INT (now_us))
      || !madaf_carry_look_up (transaction, token, secret, now_us, &basket, error))
    return NULL;
  return basket;
}

gboolean
madaf_carry_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error,
              "DELETE FROM basket WHERE id IN (SELECT basket_id FROM carry WHERE phone_hash IS NULL"
              " AND expires_us <= $1)",
              INT (now_us));
}
