/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/coupon.h"
#include "central/shop/private.h"

#define SOURCE "order"

typedef struct
{
  MadafTransaction *transaction;
  const char *coupon_id;
  const char *code;      /* (nullable) */
  const char *member_id; /* (nullable) */
  const char *order_id;
  gint64 now_us;
} Use;

static gboolean
write_entry (const Use *use, const char *kind, GError **error)
{
  g_autofree char *source_id = g_strdup_printf ("%s.%s.%s", use->order_id, use->coupon_id, kind);

  return RUN (
      use->transaction, error,
      "INSERT INTO coupon_entry (source, source_id, kind, coupon_id, code, order_id, happened_us) VALUES ('" SOURCE
      "', $1, $2, $3, $4, $5, $6)",
      TEXT (source_id), TEXT (kind), TEXT (use->coupon_id), TEXT (use->code), TEXT (use->order_id), INT (use->now_us));
}

/* One of each limit, each a guarded statement; the caller undoes all of them when one is used up. */
static gboolean
take_one (const Use *use, const char *sql, const char *first, const char *second, gboolean *taken, GError **error)
{
  gint64 changed = 0;

  if (!*taken)
    return TRUE;
  if (!madaf_transaction_execute (use->transaction, sql, MADAF_VALUES (TEXT (first), TEXT (second)), &changed, error))
    return FALSE;
  *taken = changed > 0;
  return TRUE;
}

gboolean
madaf_coupon_redeem (MadafTransaction *transaction,
                     const char *coupon_id,
                     const char *code,
                     const char *member_id,
                     const char *order_id,
                     gint64 now_us,
                     gboolean *taken,
                     GError **error)
{
  const Use use = { transaction, coupon_id, code, member_id, order_id, now_us };

  *taken = TRUE;
  if (!take_one (&use,
                 "UPDATE coupon SET used = used + 1 WHERE id = $1 AND (total_limit = 0 OR used < total_limit)"
                 " AND ($2 IS NOT NULL OR (per_member = 0 AND members_only = 0))",
                 coupon_id, member_id, taken, error)
      || (code != NULL
          && !take_one (&use,
                        "UPDATE coupon_code SET used = used + 1 WHERE code = $1 AND coupon_id = $2"
                        " AND (uses = 0 OR used < uses)",
                        code, coupon_id, taken, error)))
    return FALSE;
  if (member_id != NULL
      && (!RUN (transaction, error,
                "INSERT INTO coupon_member (member_id, coupon_id, waiting, used) VALUES ($1, $2, 0, 0)"
                " ON CONFLICT (member_id, coupon_id) DO NOTHING",
                TEXT (member_id), TEXT (coupon_id))
          || !take_one (&use,
                        "UPDATE coupon_member SET used = used + 1 WHERE member_id = $1 AND coupon_id = $2 AND"
                        " (SELECT per_member = 0 OR coupon_member.used < per_member FROM coupon WHERE id = $2)",
                        member_id, coupon_id, taken, error)))
    return FALSE;
  return !*taken || write_entry (&use, "redeem", error);
}

gboolean
madaf_coupon_release (MadafTransaction *transaction,
                      const char *coupon_id,
                      const char *code,
                      const char *member_id,
                      const char *order_id,
                      gint64 now_us,
                      GError **error)
{
  const Use use = { transaction, coupon_id, code, member_id, order_id, now_us };

  return write_entry (&use, "release", error)
         && RUN (transaction, error, "UPDATE coupon SET used = used - 1 WHERE id = $1", TEXT (coupon_id))
         && RUN (transaction, error, "UPDATE coupon_code SET used = used - 1 WHERE code = $1", TEXT (code))
         && RUN (transaction, error, "UPDATE coupon_member SET used = used - 1 WHERE member_id = $1 AND coupon_id = $2",
                 TEXT (member_id), TEXT (coupon_id));
}

static gboolean
put_scope (MadafTransaction *transaction, const char *id, const char *kind, const char **references, GError **error)
{
  for (int i = 0; references != NULL && references[i] != NULL; i++)
    if (!RUN (transaction, error,
              "INSERT INTO coupon_scope (coupon_id, kind, reference) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
              TEXT (id), TEXT (kind), TEXT (references[i])))
      return FALSE;
  return TRUE;
}

static gboolean
put_codes (MadafTransaction *transaction, const MadafCouponDraft *draft, const char **code_taken, GError **error)
{
  for (int i = 0; draft->codes != NULL && draft->codes[i] != NULL; i++)
    {
      g_autofree char *code = madaf_coupon_code_normalise (draft->codes[i]);
      gint64 changed = 0;

      if (code == NULL)
        {
          *code_taken = draft->codes[i];
          continue;
        }
      if (!madaf_transaction_execute (transaction,
                                      "INSERT INTO coupon_code (code, coupon_id, uses) VALUES ($1, $2, $3)"
                                      " ON CONFLICT (code) DO UPDATE SET uses = $3 WHERE coupon_id = $2",
                                      MADAF_VALUES (TEXT (code), TEXT (draft->coupon.id), INT (draft->uses_of_code)),
                                      &changed, error))
        return FALSE;
      if (changed == 0)
        *code_taken = draft->codes[i];
    }
  return TRUE;
}

gboolean
madaf_coupon_put (MadafTransaction *transaction, const MadafCouponDraft *draft, const char **code_taken, GError **error)
{
  const MadafCoupon *coupon = &draft->coupon;

  *code_taken = NULL;
  if (!RUN (transaction, error,
            "INSERT INTO coupon (id, title, percent, amount, minimum, from_us, until_us, per_member, total_limit,"
            " stackable, members_only) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO UPDATE"
            " SET title = $2, percent = $3, amount = $4, minimum = $5, from_us = $6, until_us = $7, per_member = $8,"
            " total_limit = $9, stackable = $10, members_only = $11",
            TEXT (coupon->id), TEXT (coupon->title), INT (coupon->percent), INT (coupon->amount), INT (coupon->minimum),
            INT (coupon->from_us), INT (coupon->until_us), INT (coupon->per_member), INT (coupon->total_limit),
            INT (coupon->stackable), INT (coupon->members_only))
      || !RUN (transaction, error, "DELETE FROM coupon_scope WHERE coupon_id = $1", TEXT (coupon->id))
      || !put_scope (transaction, coupon->id, "product", draft->products, error)
      || !put_scope (transaction, coupon->id, "category", draft->categories, error)
      || !put_codes (transaction, draft, code_taken, error))
    return FALSE;
  for (int i = 0; draft->member_ids != NULL && draft->member_ids[i] != NULL; i++)
    if (!RUN (transaction, error,
              "INSERT INTO coupon_member (member_id, coupon_id, waiting, used) VALUES ($1, $2, 1, 0)"
              " ON CONFLICT (member_id, coupon_id) DO UPDATE SET waiting = 1",
              TEXT (draft->member_ids[i]), TEXT (coupon->id)))
      return FALSE;
  return TRUE;
}
