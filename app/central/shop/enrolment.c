/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/enrolment.h"

#include <string.h>

#include "central/shop/error.h"
#include "central/shop/private.h"

#define CODE_LIFE_US (10 * G_TIME_SPAN_MINUTE)
#define CODE_BOUND   100000000
#define WINDOW_US    G_TIME_SPAN_MINUTE
#define TRIES_MAX    5
#define PURPOSE      "enrolment"

static void
hash_text (const char *text, guint8 digest[DIGEST_SIZE])
{
  madaf_shop_hash (text, strlen (text), digest);
}

char *
madaf_enrolment_create_code (MadafTransaction *transaction,
                             const char *role,
                             const char *branch_id,
                             gint64 now_us,
                             MadafRandom *random,
                             gint64 *expires_us,
                             GError **error)
{
  g_autofree char *code = g_strdup_printf ("%08" G_GUINT64_FORMAT, madaf_random_below (random, CODE_BOUND));
  guint8 digest[DIGEST_SIZE];
  gint64 branch = 0;

  if (!g_str_equal (role, "kiosk") && !g_str_equal (role, "till") && !g_str_equal (role, "channel")
      && !g_str_equal (role, "associate"))
    {
      g_set_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID, "No device has the role %s", role);
      return NULL;
    }
  if (!madaf_shop_read_int (transaction, "SELECT 1 FROM branch WHERE id = $1", branch_id, 0, &branch, error))
    return NULL;
  if (branch == 0)
    {
      madaf_shop_not_found (error, "branch", branch_id);
      return NULL;
    }
  hash_text (code, digest);
  if (!madaf_enrolment_prune (transaction, now_us, error)
      || !RUN (transaction, error,
               "INSERT OR REPLACE INTO enrolment (code_hash, role, branch_id, expires_us) VALUES ($1, $2, $3, $4)",
               DIGEST (digest), TEXT (role), TEXT (branch_id), INT (now_us + CODE_LIFE_US)))
    return NULL;
  if (expires_us != NULL)
    *expires_us = now_us + CODE_LIFE_US;
  return g_steal_pointer (&code);
}

/* How many wrong tries the present minute has seen. */
static gboolean
read_tries (MadafTransaction *transaction, gint64 now_us, gint64 *tries, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error, "SELECT count FROM wrong_try WHERE purpose = $1 AND window_us > $2", TEXT (PURPOSE),
               INT (now_us - WINDOW_US));

  *tries = 0;
  if (rows != NULL && madaf_rows_next (rows, error))
    *tries = madaf_rows_int (rows, 0);
  return rows != NULL && !madaf_rows_failed (rows);
}

static gboolean
count_try (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error,
              "INSERT INTO wrong_try (purpose, window_us, count) VALUES ($1, $2, 1) ON CONFLICT (purpose) DO UPDATE SET"
              " count = CASE WHEN window_us > $2 - $3 THEN count + 1 ELSE 1 END,"
              " window_us = CASE WHEN window_us > $2 - $3 THEN window_us ELSE $2 END",
              TEXT (PURPOSE), INT (now_us), INT (WINDOW_US));
}

/* *role stays NULL for a code that is wrong, used or too old. */
static gboolean
use_code (MadafTransaction *transaction, const char *code, gint64 now_us, char **role, char **branch_id, GError **error)
{
  guint8 digest[DIGEST_SIZE];
  g_autoptr (MadafRows) rows = NULL;

  hash_text (code, digest);
  rows = QUERY (transaction, error,
                "UPDATE enrolment SET used_us = $2 WHERE code_hash = $1 AND used_us = 0 AND expires_us > $2"
                " RETURNING role, branch_id",
                DIGEST (digest), INT (now_us));
  while (rows != NULL && madaf_rows_next (rows, error))
    {
      *role = madaf_rows_dup_text (rows, 0);
      *branch_id = madaf_rows_dup_text (rows, 1);
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

gboolean
madaf_enrolment_redeem (MadafTransaction *transaction,
                        const char *code,
                        const char *name,
                        gint64 now_us,
                        MadafRandom *random,
                        MadafDevice **device,
                        char **token,
                        GError **refused,
                        GError **error)
{
  g_autofree char *role = NULL;
  g_autofree char *branch_id = NULL;
  gint64 tries = 0;

  *device = NULL;
  *token = NULL;
  if (!read_tries (transaction, now_us, &tries, error))
    return FALSE;
  if (tries >= TRIES_MAX)
    {
      g_set_error_literal (refused, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_TOO_MANY_TRIES, "Too many wrong codes");
      return TRUE;
    }
  if (!use_code (transaction, code, now_us, &role, &branch_id, error))
    return FALSE;
  if (role == NULL)
    {
      g_set_error_literal (refused, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_CODE, "No such code now");
      return count_try (transaction, now_us, error);
    }
  *device = madaf_device_create (transaction, role, branch_id, name, now_us, random, token, error);
  return *device != NULL;
}

gboolean
madaf_enrolment_prune (MadafTransaction *transaction, gint64 now_us, GError **error)
{
  return RUN (transaction, error, "DELETE FROM enrolment WHERE expires_us <= $1", INT (now_us));
}
