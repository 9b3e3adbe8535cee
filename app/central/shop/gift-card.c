/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/shop/error.h"
#include "central/shop/private.h"
#include "central/shop/purse.h"

#define DIGITS      "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define CODE_LENGTH 16
#define GROUP       4
#define SHOWN       4

char *
madaf_gift_card_normalise (const char *typed)
{
  g_autoptr (GString) code = g_string_new (NULL);

  for (const char *at = typed; *at != '\0'; at++)
    {
      char letter = g_ascii_toupper (*at);

      if (letter == '-' || letter == ' ')
        continue;
      letter = letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
      if (strchr (DIGITS, letter) == NULL || code->len == CODE_LENGTH)
        return NULL;
      g_string_append_c (code, letter);
    }
  return code->len == CODE_LENGTH ? g_string_free (g_steal_pointer (&code), FALSE) : NULL;
}

char *
madaf_gift_card_format (const char *normalised)
{
  GString *code = g_string_new (NULL);

  for (gsize i = 0; normalised[i] != '\0'; i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (code, '-');
      g_string_append_c (code, normalised[i]);
    }
  return g_string_free (code, FALSE);
}

gboolean
madaf_gift_card_find (MadafTransaction *transaction, const char *typed, MadafPurse *purse, GError **error)
{
  g_autofree char *code = madaf_gift_card_normalise (typed);
  g_autoptr (MadafRows) rows = NULL;
  guint8 digest[32];

  *purse = (MadafPurse){ .kind = MADAF_PURSE_GIFT_CARD };
  if (code == NULL)
    return TRUE;
  madaf_shop_hash (code, strlen (code), digest);
  rows = QUERY (transaction, error, "SELECT number, balance, last_four FROM purse WHERE code_hash = $1",
                MADAF_VALUE_BLOB (digest, sizeof digest));
  if (rows != NULL && madaf_rows_next (rows, error))
    {
      purse->number = madaf_rows_int (rows, 0);
      purse->balance = madaf_rows_int (rows, 1);
      g_strlcpy (purse->last_four, madaf_rows_text (rows, 2), sizeof purse->last_four);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

/* Whether this issuer told of this card before. */
static gboolean
is_issued (MadafTransaction *transaction, const char *source, const char *id, gboolean *issued, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error, "SELECT 1 FROM purse_entry WHERE source = $1 AND source_id = $2", TEXT (source), TEXT (id));

  *issued = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
open_card (MadafTransaction *transaction,
           const char *code,
           const MadafPurseEntry *load,
           gint64 now_us,
           gboolean *opened,
           GError **error)
{
  MadafPurseEntry entry = *load;
  MadafPurse purse;
  MadafPurseResult result;
  gint64 changed = 0;
  guint8 digest[32];

  madaf_shop_hash (code, strlen (code), digest);
  if (!madaf_transaction_execute (
          transaction,
          "INSERT INTO purse (kind, balance, code_hash, last_four, opened_us) VALUES ('gift_card', 0, $1, $2, $3)"
          " ON CONFLICT (code_hash) DO NOTHING",
          MADAF_VALUES (MADAF_VALUE_BLOB (digest, sizeof digest), TEXT (code + CODE_LENGTH - SHOWN), INT (now_us)),
          &changed, error))
    return FALSE;
  *opened = changed > 0;
  if (!*opened)
    return TRUE;
  if (!madaf_gift_card_find (transaction, code, &purse, error))
    return FALSE;
  entry.purse = purse.number;
  return madaf_purse_move (transaction, &entry, now_us, &result, error);
}

gboolean
madaf_gift_card_issue_as (MadafTransaction *transaction,
                          const char *typed,
                          const char *source,
                          const char *id,
                          gint64 amount,
                          gint64 now_us,
                          gboolean *issued,
                          GError **error)
{
  g_autofree char *code = madaf_gift_card_normalise (typed);
  const MadafPurseEntry load = { .move = MADAF_PURSE_LOAD, .amount = amount, .source = source, .source_id = id };
  gboolean known;

  *issued = FALSE;
  if (code == NULL)
    {
      g_set_error_literal (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID, "This can be no code of a gift card");
      return FALSE;
    }
  if (!is_issued (transaction, source, id, &known, error))
    return FALSE;
  return known || open_card (transaction, code, &load, now_us, issued, error);
}

char *
madaf_gift_card_issue (MadafTransaction *transaction,
                       const char *source,
                       const char *id,
                       gint64 amount,
                       gint64 now_us,
                       MadafRandom *random,
                       GError **error)
{
  char code[CODE_LENGTH + 1] = { 0 };
  gboolean issued;

  for (int i = 0; i < CODE_LENGTH; i++)
    code[i] = DIGITS[madaf_random_below (random, strlen (DIGITS))];
  if (!madaf_gift_card_issue_as (transaction, code, source, id, amount, now_us, &issued, error) || !issued)
    return NULL;
  return g_strdup (code);
}
