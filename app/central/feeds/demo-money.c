/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo-money.h"

#include "central/feeds/demo.h"
#include "central/shop/coupon.h"
#include "central/shop/purse.h"
#include "central/shop/reward.h"

#define SOURCE "demo"

static gint64
get_int (JsonObject *object, const char *member)
{
  return json_object_get_int_member_with_default (object, member, 0);
}

/* (transfer container) (nullable) */
static const char **
get_strings (JsonObject *object, const char *member)
{
  JsonArray *array = json_object_has_member (object, member) ? json_object_get_array_member (object, member) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;
  const char **strings = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    strings[i] = json_array_get_string_element (array, i);
  return strings;
}

static gboolean
put_coupon (MadafTransaction *transaction, JsonObject *object, gint64 now_us, GError **error)
{
  g_autofree char *title = madaf_demo_json (object, "title");
  g_autofree const char **codes = get_strings (object, "codes");
  g_autofree const char **categories = get_strings (object, "categories");
  g_autofree const char **members = get_strings (object, "members");
  gint64 ended = get_int (object, "ended_days_ago");
  const MadafCouponDraft draft = {
    .coupon = { .id = (char *)json_object_get_string_member_with_default (object, "id", ""),
                .title = title,
                .percent = (int)get_int (object, "percent"),
                .amount = get_int (object, "amount"),
                .minimum = get_int (object, "minimum"),
                .until_us = ended > 0 ? now_us - ended * G_TIME_SPAN_DAY : 0,
                .per_member = get_int (object, "per_member"),
                .total_limit = get_int (object, "total_limit"),
                .stackable = json_object_get_boolean_member_with_default (object, "stackable", FALSE) },
    .codes = codes,
    .categories = categories,
    .member_ids = members,
  };
  const char *taken = NULL;

  if (!madaf_coupon_put (transaction, &draft, &taken, error))
    return FALSE;
  if (taken != NULL)
    g_set_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA, "coupons.json: %s is there twice", taken);
  return taken == NULL;
}

static gboolean
load (MadafTransaction *transaction,
      MadafPurseKind kind,
      const char *member_id,
      gint64 amount,
      gint64 now_us,
      GError **error)
{
  g_autofree char *source_id = g_strdup_printf ("%s.%s", member_id, madaf_purse_kind_to_string (kind));
  MadafPurseEntry entry = { .move = MADAF_PURSE_LOAD, .amount = amount, .source = SOURCE, .source_id = source_id };
  MadafPurseResult result;
  MadafPurse purse;

  if (amount == 0)
    return TRUE;
  if (!madaf_purse_of_member (transaction, kind, member_id, TRUE, now_us, &purse, error))
    return FALSE;
  entry.purse = purse.number;
  return madaf_purse_move (transaction, &entry, now_us, &result, error);
}

static gboolean
put_purse (MadafTransaction *transaction, JsonObject *object, guint number, gint64 now_us, GError **error)
{
  g_autofree char *source_id = g_strdup_printf ("gift-card.%u", number);
  const char *code = json_object_get_string_member_with_default (object, "gift_card", NULL);
  const char *member_id = json_object_get_string_member_with_default (object, "member", NULL);
  gboolean issued;

  if (code != NULL)
    return madaf_gift_card_issue_as (transaction, code, SOURCE, source_id, get_int (object, "amount"), now_us, &issued,
                                     error);
  return load (transaction, MADAF_PURSE_POINTS, member_id, get_int (object, "points"), now_us, error)
         && load (transaction, MADAF_PURSE_STORED_VALUE, member_id, get_int (object, "stored_value"), now_us, error);
}

gboolean
madaf_demo_put_money (MadafTransaction *transaction, const MadafDemoBooks *books, gint64 now_us, GError **error)
{
  const MadafRewardRule rule = { get_int (books->shop, "minor_per_point"), get_int (books->shop, "point_value_minor") };

  if (!madaf_reward_rule_put (transaction, &rule, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (books->coupons); i++)
    if (!put_coupon (transaction, json_array_get_object_element (books->coupons, i), now_us, error))
      return FALSE;
  for (guint i = 0; i < json_array_get_length (books->purses); i++)
    if (!put_purse (transaction, json_array_get_object_element (books->purses, i), i, now_us, error))
      return FALSE;
  return TRUE;
}
