/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/one-time-code.h"

#include <string.h>

#include "central/shop/outbox.h"
#include "central/shop/private.h"

#define CODE_BOUND 1000000

static void
hash_id (const char *id, guint8 digest[DIGEST_SIZE])
{
  madaf_shop_hash (id, strlen (id), digest);
}

/* With the id, which is not kept: a million hashes of six digits are soon tried, these are not. */
static void
hash_code (const char *id, const char *code, guint8 digest[DIGEST_SIZE])
{
  g_autofree char *text = g_strconcat (id, ":", code, NULL);

  madaf_shop_hash (text, strlen (text), digest);
}

/* @sql gives the times of @limit codes, the newest first. @wait_us: until the oldest of them is an hour old; 0 if there
 * are fewer. */
static gboolean
read_wait (MadafTransaction *transaction,
           const char *sql,
           const char *argument,
           int limit,
           gint64 now_us,
           gint64 *wait_us,
           GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, sql, TEXT (argument), INT (now_us - G_TIME_SPAN_HOUR), INT (limit - 1));

  if (rows != NULL && madaf_rows_next (rows, error))
    *wait_us = MAX (*wait_us, madaf_rows_int (rows, 0) + G_TIME_SPAN_HOUR - now_us);
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
keep (MadafTransaction *transaction,
      const char *id,
      const char *code,
      const MadafMessage *message,
      const char *device_id,
      GError **error)
{
  guint8 id_digest[DIGEST_SIZE];
  guint8 code_digest[DIGEST_SIZE];

  hash_id (id, id_digest);
  hash_code (id, code, code_digest);
  return RUN (transaction, error,
              "INSERT INTO one_time_code (id_hash, code_hash, phone, language, device_id, created_us, expires_us,"
              " tries, used_us) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0)",
              DIGEST (id_digest), DIGEST (code_digest), TEXT (message->phone), TEXT (message->language),
              TEXT (device_id), INT (message->created_us), INT (message->expires_us))
         && madaf_outbox_put (transaction, message, error);
}

gboolean
madaf_one_time_code_send (MadafTransaction *transaction,
                          const char *phone,
                          const char *language,
                          const char *device_id,
                          gint64 now_us,
                          MadafRandom *random,
                          char **id,
                          gint64 *wait_us,
                          GError **error)
{
  g_autofree char *new_id = madaf_random_token (random);
  g_autofree char *code = g_strdup_printf ("%06" G_GUINT64_FORMAT, madaf_random_below (random, CODE_BOUND));
  const MadafMessage message = {
    .kind = (char *)MADAF_MESSAGE_CODE,
    .phone = (char *)phone,
    .language = (char *)language,
    .body = code,
    .created_us = now_us,
    .expires_us = now_us + MADAF_CODE_LIFE_US,
  };

  *id = NULL;
  *wait_us = 0;
  if (!read_wait (transaction,
                  "SELECT created_us FROM one_time_code WHERE device_id = $1 AND created_us > $2"
                  " ORDER BY created_us DESC LIMIT 1 OFFSET $3",
                  device_id, MADAF_CODE_DEVICE_AN_HOUR, now_us, wait_us, error)
      || !read_wait (transaction,
                     "SELECT created_us FROM one_time_code WHERE phone = $1 AND created_us > $2"
                     " ORDER BY created_us DESC LIMIT 1 OFFSET $3",
                     phone, MADAF_CODE_PHONE_AN_HOUR, now_us, wait_us, error))
    return FALSE;
  if (*wait_us > 0)
    return TRUE;
  if (!keep (transaction, new_id, code, &message, device_id, error))
    return FALSE;
  *id = g_steal_pointer (&new_id);
  return TRUE;
}

char *
madaf_one_time_code_normalise (const char *typed)
{
  GString *digits = g_string_new (NULL);

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      int digit = g_unichar_digit_value (letter);

      if (digit >= 0)
        g_string_append_c (digits, (char)('0' + digit));
      else if (!g_unichar_isspace (letter) && letter != '-' && g_unichar_type (letter) != G_UNICODE_FORMAT)
        g_string_append_c (digits, 'x');
    }
  if (digits->len == MADAF_CODE_LENGTH && strspn (digits->str, "0123456789") == MADAF_CODE_LENGTH)
    return g_string_free (digits, FALSE);
  g_string_free (digits, TRUE);
  return NULL;
}

/* Wrong tries at all codes to a phone within a day. */
static gboolean
read_guesses (MadafTransaction *transaction, const char *phone, gint64 now_us, gint64 *guesses, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (
      transaction, error, "SELECT coalesce (sum (tries), 0) FROM one_time_code WHERE phone = $1 AND created_us > $2",
      TEXT (phone), INT (now_us - G_TIME_SPAN_DAY));

  if (rows != NULL && madaf_rows_next (rows, error))
    *guesses = madaf_rows_int (rows, 0);
  return rows != NULL && !madaf_rows_failed (rows);
}

typedef struct
{
  char *phone; /* NULL: there is no such code to try */
  char *language;
  guint8 digest[DIGEST_SIZE];
  int tries;
} Kept;

static void
kept_clear (Kept *kept)
{
  g_free (kept->phone);
  g_free (kept->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

static gboolean
read_kept (MadafTransaction *transaction,
           const guint8 *id_digest,
           const char *device_id,
           gint64 now_us,
           Kept *kept,
           GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT phone, language, code_hash, tries FROM one_time_code"
               " WHERE id_hash = $1 AND device_id = $2 AND expires_us > $3 AND used_us = 0 AND tries < $4",
               DIGEST (id_digest), TEXT (device_id), INT (now_us), INT (MADAF_CODE_TRIES));
  gsize size = 0;

  if (rows == NULL || !madaf_rows_next (rows, error))
    return rows != NULL && !madaf_rows_failed (rows);
  kept->phone = madaf_rows_dup_text (rows, 0);
  kept->language = madaf_rows_dup_text (rows, 1);
  memcpy (kept->digest, madaf_rows_blob (rows, 2, &size), DIGEST_SIZE);
  kept->tries = (int)madaf_rows_int (rows, 3);
  return TRUE;
}

/* Compares, and writes down what came of it. */
static gboolean
judge (MadafTransaction *transaction,
       const guint8 *id_digest,
       const guint8 *code_digest,
       Kept *kept,
       gint64 now_us,
       MadafCodeVerdict *verdict,
       GError **error)
{
  if (memcmp (kept->digest, code_digest, DIGEST_SIZE) != 0)
    {
      verdict->result = MADAF_CODE_WRONG;
      verdict->tries_left = MADAF_CODE_TRIES - 1 - kept->tries;
      return RUN (transaction, error, "UPDATE one_time_code SET tries = tries + 1 WHERE id_hash = $1",
                  DIGEST (id_digest));
    }
  verdict->result = MADAF_CODE_RIGHT;
  verdict->phone = g_steal_pointer (&kept->phone);
  verdict->language = g_steal_pointer (&kept->language);
  return RUN (transaction, error, "UPDATE one_time_code SET used_us = $2 WHERE id_hash = $1", DIGEST (id_digest),
              INT (now_us));
}

gboolean
madaf_one_time_code_check (MadafTransaction *transaction,
                           const char *id,
                           const char *typed,
                           const char *device_id,
                           gint64 now_us,
                           MadafCodeVerdict *verdict,
                           GError **error)
{
  g_autofree char *code = madaf_one_time_code_normalise (typed);
  g_auto (Kept) kept = { 0 };
  guint8 id_digest[DIGEST_SIZE];
  guint8 code_digest[DIGEST_SIZE];
  gint64 guesses = 0;

  *verdict = (MadafCodeVerdict){ .result = MADAF_CODE_OVER };
  hash_id (id, id_digest);
  hash_code (id, code != NULL ? code : "", code_digest);
  if (!read_kept (transaction, id_digest, device_id, now_us, &kept, error))
    return FALSE;
  if (kept.phone == NULL)
    return TRUE;
  if (!read_guesses (transaction, kept.phone, now_us, &guesses, error))
    return FALSE;
  if (guesses >= MADAF_CODE_GUESSES_A_DAY)
    {
      verdict->result = MADAF_CODE_TOO_MANY;
      return TRUE;
    }
  return judge (transaction, id_digest, code_digest, &kept, now_us, verdict, error);
}

gboolean
madaf_one_time_code_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM one_time_code WHERE created_us <= $1", INT (now_us - G_TIME_SPAN_DAY));
}

void
madaf_code_verdict_clear (MadafCodeVerdict *verdict)
{
  g_clear_pointer (&verdict->phone, g_free);
  g_clear_pointer (&verdict->language, g_free);
}
