/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/coupon.h"

#include "central/shop/private.h"

#define COLUMNS                                                                                                        \
  "c.id, c.title, c.percent, c.amount, c.minimum, c.from_us, c.until_us, c.per_member, c.total_limit, c.stackable,"    \
  " c.members_only, c.used, coalesce (m.used, 0), EXISTS (SELECT 1 FROM coupon_scope s WHERE s.coupon_id = c.id)"
#define MEMBER_JOIN " LEFT JOIN coupon_member m ON m.coupon_id = c.id AND m.member_id = $2"

static const char *const reasons[] = {
  [MADAF_COUPON_GOOD] = "good",
  [MADAF_COUPON_UNKNOWN] = "unknown",
  [MADAF_COUPON_ENDED] = "ended",
  [MADAF_COUPON_NOT_YET] = "not_yet",
  [MADAF_COUPON_MINIMUM] = "minimum",
  [MADAF_COUPON_USED_UP] = "used_up",
  [MADAF_COUPON_NOT_FOR_THESE] = "not_for_these",
  [MADAF_COUPON_NOT_COMBINABLE] = "not_combinable",
  [MADAF_COUPON_MEMBERS_ONLY] = "members_only",
};

const char *
madaf_coupon_reason_to_string (MadafCouponReason reason)
{
  return reasons[reason];
}

void
madaf_coupon_free (MadafCoupon *coupon)
{
  g_free (coupon->id);
  g_free (coupon->code);
  g_free (coupon->title);
  g_free (coupon->counts);
  g_free (coupon);
}

char *
madaf_coupon_code_normalise (const char *typed)
{
  g_autofree char *code = g_strstrip (g_ascii_strup (typed, -1));

  return code[0] != '\0' && g_utf8_strlen (code, -1) <= MADAF_COUPON_CODE_MAX ? g_steal_pointer (&code) : NULL;
}

static gboolean
is_used_up (const MadafCoupon *coupon, gint64 used, gint64 used_by_member)
{
  return (coupon->total_limit > 0 && used >= coupon->total_limit)
         || (coupon->per_member > 0 && used_by_member >= coupon->per_member);
}

/* Everything about it that does not depend on the lines. */
static MadafCouponReason
judge_terms (const MadafCoupon *coupon, gint64 used, gint64 used_by_member, const MadafCouponCase *about)
{
  if (coupon->from_us != 0 && about->now_us < coupon->from_us)
    return MADAF_COUPON_NOT_YET;
  if (coupon->until_us != 0 && about->now_us >= coupon->until_us)
    return MADAF_COUPON_ENDED;
  if (about->member_id == NULL && (coupon->members_only || coupon->per_member > 0))
    return MADAF_COUPON_MEMBERS_ONLY;
  return is_used_up (coupon, used, used_by_member) ? MADAF_COUPON_USED_UP : MADAF_COUPON_GOOD;
}

/* @rows stands on a row of COLUMNS. */
static MadafCoupon *
coupon_from_row (MadafRows *rows, const MadafCouponCase *about, gboolean *scoped)
{
  MadafCoupon *coupon = g_new0 (MadafCoupon, 1);

  coupon->id = madaf_rows_dup_text (rows, 0);
  coupon->title = madaf_rows_dup_text (rows, 1);
  coupon->percent = (int)madaf_rows_int (rows, 2);
  coupon->amount = madaf_rows_int (rows, 3);
  coupon->minimum = madaf_rows_int (rows, 4);
  coupon->from_us = madaf_rows_int (rows, 5);
  coupon->until_us = madaf_rows_int (rows, 6);
  coupon->per_member = madaf_rows_int (rows, 7);
  coupon->total_limit = madaf_rows_int (rows, 8);
  coupon->stackable = madaf_rows_int (rows, 9) != 0;
  coupon->members_only = madaf_rows_int (rows, 10) != 0;
  coupon->reason = judge_terms (coupon, madaf_rows_int (rows, 11), madaf_rows_int (rows, 12), about);
  *scoped = madaf_rows_int (rows, 13) != 0;
  return coupon;
}

static gboolean
is_for (MadafTransaction *transaction, const char *coupon_id, const char *product_id, gboolean *counts, GError **error)
{
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT 1 FROM coupon_scope WHERE coupon_id = $1 AND kind = 'product' AND reference = $2 UNION ALL"
               " SELECT 1 FROM product_category p JOIN coupon_scope s ON s.coupon_id = $1 AND s.kind = 'category'"
               " AND s.reference = p.category_id WHERE p.product_id = $2 LIMIT 1",
               TEXT (coupon_id), TEXT (product_id));

  *counts = rows != NULL && madaf_rows_next (rows, error);
  return rows != NULL && !madaf_rows_failed (rows);
}

/* What of the lines it is for, and whether that is enough. */
static gboolean
judge_lines (
    MadafTransaction *transaction, MadafCoupon *coupon, gboolean scoped, const MadafCouponCase *about, GError **error)
{
  gint64 sum = 0;
  gboolean any = FALSE;

  if (scoped)
    coupon->counts = g_new0 (gboolean, about->n_lines);
  for (gsize i = 0; i < about->n_lines; i++)
    {
      if (scoped && !is_for (transaction, coupon->id, about->lines[i].product_id, &coupon->counts[i], error))
        return FALSE;
      if (scoped && !coupon->counts[i])
        continue;
      any = TRUE;
      sum += about->lines[i].total;
    }
  if (coupon->reason == MADAF_COUPON_GOOD && !any)
    coupon->reason = MADAF_COUPON_NOT_FOR_THESE;
  if (coupon->reason == MADAF_COUPON_GOOD && sum < coupon->minimum)
    coupon->reason = MADAF_COUPON_MINIMUM;
  return TRUE;
}

static MadafCoupon *
unknown (const MadafCouponRequest *request)
{
  MadafCoupon *coupon = g_new0 (MadafCoupon, 1);

  coupon->reason = MADAF_COUPON_UNKNOWN;
  coupon->code = g_strdup (request->code);
  coupon->id = g_strdup (request->coupon_id);
  return coupon;
}

static MadafRows *
look_up (MadafTransaction *transaction, const char *code, const char *id, const char *member_id, GError **error)
{
  if (code != NULL)
    return QUERY (transaction, error,
                  "SELECT " COLUMNS ", k.uses > 0 AND k.used >= k.uses FROM coupon_code k"
                  " JOIN coupon c ON c.id = k.coupon_id" MEMBER_JOIN " WHERE k.code = $1",
                  TEXT (code), TEXT (member_id));
  return QUERY (transaction, error,
                "SELECT " COLUMNS ", 0 FROM coupon c" MEMBER_JOIN " WHERE c.id = $1 AND m.waiting = 1", TEXT (id),
                TEXT (member_id));
}

MadafCoupon *
madaf_coupon_judge (MadafTransaction *transaction,
                    const MadafCouponRequest *request,
                    const MadafCouponCase *about,
                    GError **error)
{
  g_autofree char *code = request->code != NULL ? madaf_coupon_code_normalise (request->code) : NULL;
  g_autoptr (MadafCoupon) coupon = NULL;
  g_autoptr (MadafRows) rows = NULL;
  gboolean scoped = FALSE;

  if (request->code != NULL && code == NULL)
    return unknown (request);
  rows = look_up (transaction, code, request->coupon_id, about->member_id, error);
  if (rows == NULL)
    return NULL;
  if (!madaf_rows_next (rows, error))
    return madaf_rows_failed (rows) ? NULL : unknown (request);
  coupon = coupon_from_row (rows, about, &scoped);
  coupon->code = g_steal_pointer (&code);
  if (coupon->reason == MADAF_COUPON_GOOD && madaf_rows_int (rows, 14) != 0)
    coupon->reason = MADAF_COUPON_USED_UP;
  g_clear_pointer (&rows, madaf_rows_free);
  return judge_lines (transaction, coupon, scoped, about, error) ? g_steal_pointer (&coupon) : NULL;
}

void
madaf_coupon_combine (GPtrArray *coupons)
{
  for (guint i = 0; i < coupons->len; i++)
    {
      MadafCoupon *coupon = g_ptr_array_index (coupons, i);

      for (guint j = 0; j < coupons->len && coupon->reason == MADAF_COUPON_GOOD; j++)
        {
          const MadafCoupon *other = g_ptr_array_index (coupons, j);
          gboolean same = g_strcmp0 (coupon->id, other->id) == 0;

          if (i == j || other->reason == MADAF_COUPON_UNKNOWN)
            continue;
          if ((same && j < i) || (!same && !coupon->stackable))
            coupon->reason = MADAF_COUPON_NOT_COMBINABLE;
        }
    }
}

GPtrArray *
madaf_coupon_list_waiting (MadafTransaction *transaction, const MadafCouponCase *about, GError **error)
{
  g_autoptr (GPtrArray) coupons = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_coupon_free);
  g_autoptr (GArray) scoped = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT " COLUMNS " FROM coupon_member m JOIN coupon c ON c.id = m.coupon_id WHERE m.member_id = $1"
               " AND m.waiting = 1 AND (c.until_us = 0 OR c.until_us > $2)"
               " ORDER BY c.until_us = 0, c.until_us, c.id LIMIT 50",
               TEXT (about->member_id), INT (about->now_us));

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      gboolean has_scope;
      g_autoptr (MadafCoupon) coupon = coupon_from_row (rows, about, &has_scope);

      if (coupon->reason == MADAF_COUPON_USED_UP)
        continue;
      g_ptr_array_add (coupons, g_steal_pointer (&coupon));
      g_array_append_val (scoped, has_scope);
    }
  if (rows == NULL || madaf_rows_failed (rows))
    return NULL;
  for (guint i = 0; i < coupons->len && about->n_lines > 0; i++)
    if (!judge_lines (transaction, g_ptr_array_index (coupons, i), g_array_index (scoped, gboolean, i), about, error))
      return NULL;
  return g_steal_pointer (&coupons);
}
