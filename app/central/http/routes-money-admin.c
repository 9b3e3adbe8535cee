/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/private.h"
#include "model/text.h"
#include "model/time.h"

/* Coupons, points, gift cards and stored value as the retailer brings them in. */

#define MAX_MONEY   G_GINT64_CONSTANT (1000000000000)
#define MAX_CODES   1000
#define MAX_MEMBERS 1000
#define MAX_SCOPE   500
/* Two lists of ids: a card and what a member is given may be called the same. */
#define LOAD_SOURCE "operator"
#define CARD_SOURCE "operator-card"

static void
answer_nothing (MadafRequest *request)
{
  request->reply = madaf_reply_new (204, NULL, NULL, 0);
}

gboolean
madaf_route_put_reward_rule (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  MadafRewardRule rule = { 0 };

  madaf_fields_init (&fields, request, request->body, "", "earn_per point_value");
  madaf_fields_int (&fields, "earn_per", MADAF_FIELD_REQUIRED, 1, MAX_MONEY, &rule.earn_per);
  madaf_fields_int (&fields, "point_value", MADAF_FIELD_REQUIRED, 1, MAX_MONEY, &rule.point_value);
  if (madaf_request_has_refused (request) || !madaf_reward_rule_put (transaction, &rule, error))
    return FALSE;
  answer_nothing (request);
  return TRUE;
}

gboolean
madaf_route_issue_gift_card (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *code = NULL;
  g_autofree char *shown = NULL;
  g_auto (MadafFields) fields = { 0 };
  MadafJsonWriter *writer;
  gint64 amount = 0;
  const char *id;

  madaf_fields_init (&fields, request, request->body, "", "id amount");
  id = madaf_fields_id (&fields, "id", MADAF_FIELD_REQUIRED);
  madaf_fields_int (&fields, "amount", MADAF_FIELD_REQUIRED, 1, MAX_MONEY, &amount);
  if (madaf_request_has_refused (request))
    return FALSE;
  code = madaf_gift_card_issue (transaction, CARD_SOURCE, id, amount, request->now_us, request->service->random,
                                &local_error);
  if (code == NULL)
    {
      if (local_error == NULL)
        madaf_fields_refuse (&fields, "id", "duplicate");
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  shown = madaf_gift_card_format (code);
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "code", shown);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 201, writer);
  return TRUE;
}

/* NULL with the field refused when there is no such member. (transfer full) */
static char *
find_member (
    MadafRequest *request, MadafTransaction *transaction, const char *number, const char *pointer, GError **error)
{
  g_autoptr (MadafRows) rows = QUERY (transaction, error, "SELECT id FROM member WHERE number = $1", TEXT (number));

  if (rows != NULL && madaf_rows_next (rows, error))
    return madaf_rows_dup_text (rows, 0);
  if (rows != NULL && !madaf_rows_failed (rows))
    madaf_request_refuse (request, pointer, "unknown_id");
  return NULL;
}

gboolean
madaf_route_load_wallet (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autofree char *member_id = NULL;
  g_auto (MadafFields) fields = { 0 };
  MadafPurseEntry entry = { .move = MADAF_PURSE_LOAD, .source = LOAD_SOURCE };
  MadafPurseResult result;
  MadafJsonWriter *writer;
  MadafPurse purse;
  const char *number;
  const char *kind;

  madaf_fields_init (&fields, request, request->body, "", "id member_number of amount");
  entry.source_id = madaf_fields_id (&fields, "id", MADAF_FIELD_REQUIRED);
  number = madaf_fields_string (&fields, "member_number", MADAF_FIELD_REQUIRED, 1, 64);
  kind = madaf_fields_word (&fields, "of", MADAF_FIELD_REQUIRED, "points stored_value");
  madaf_fields_int (&fields, "amount", MADAF_FIELD_REQUIRED, 1, MAX_MONEY, &entry.amount);
  if (madaf_request_has_refused (request))
    return FALSE;
  member_id = find_member (request, transaction, number, "/member_number", error);
  if (member_id == NULL
      || !madaf_purse_of_member (transaction,
                                 g_str_equal (kind, "points") ? MADAF_PURSE_POINTS : MADAF_PURSE_STORED_VALUE,
                                 member_id, TRUE, request->now_us, &purse, error))
    return FALSE;
  entry.purse = purse.number;
  if (!madaf_purse_move (transaction, &entry, request->now_us, &result, error))
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "result", result == MADAF_PURSE_DUPLICATE ? "duplicate" : "applied");
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

static void
decode_time (MadafFields *fields, const char *name, gint64 *time_us)
{
  const char *text = madaf_fields_string (fields, name, MADAF_FIELD_OPTIONAL, 1, 40);

  if (text != NULL && !madaf_time_parse (text, time_us, NULL))
    madaf_fields_refuse (fields, name, "bad_format");
}

/* (transfer full) (nullable) JSON text */
static char *
decode_title (MadafFields *fields)
{
  JsonObject *object = madaf_fields_object (fields, "title", MADAF_FIELD_REQUIRED);
  g_autoptr (MadafText) text = NULL;
  JsonNode *node;

  if (object == NULL)
    return NULL;
  node = json_object_get_member (fields->object, "title");
  text = madaf_text_new_from_json (node, NULL);
  if (text != NULL && json_object_get_size (object) > 0)
    return json_to_string (node, FALSE);
  madaf_fields_refuse (fields, "title", "bad_format");
  return NULL;
}

/* A coupon being read, with what it owns. */
typedef struct
{
  MadafCouponDraft draft;
  char *title;
  const char **numbers;
  GPtrArray *member_ids;
} Draft;

static void
draft_clear (Draft *self)
{
  g_free (self->title);
  g_free (self->draft.codes);
  g_free (self->draft.products);
  g_free (self->draft.categories);
  g_free (self->numbers);
  g_clear_pointer (&self->member_ids, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static void
decode_terms (MadafFields *fields, MadafCoupon *coupon)
{
  gint64 percent = 0;

  madaf_fields_int (fields, "percent", MADAF_FIELD_OPTIONAL, 1, 10000, &percent);
  coupon->percent = (int)percent;
  madaf_fields_int (fields, "amount", MADAF_FIELD_OPTIONAL, 1, MAX_MONEY, &coupon->amount);
  if (!madaf_request_has_refused (fields->request) && (coupon->percent > 0) == (coupon->amount > 0))
    madaf_fields_refuse (fields, "amount", coupon->amount > 0 ? "duplicate" : "missing");
  madaf_fields_int (fields, "minimum", MADAF_FIELD_OPTIONAL, 0, MAX_MONEY, &coupon->minimum);
  madaf_fields_int (fields, "per_member", MADAF_FIELD_OPTIONAL, 0, MAX_MONEY, &coupon->per_member);
  madaf_fields_int (fields, "total_limit", MADAF_FIELD_OPTIONAL, 0, MAX_MONEY, &coupon->total_limit);
  coupon->stackable = madaf_fields_boolean (fields, "stackable");
  coupon->members_only = madaf_fields_boolean (fields, "members_only");
  decode_time (fields, "from", &coupon->from_us);
  decode_time (fields, "until", &coupon->until_us);
}

static void
decode_coupon (MadafFields *fields, Draft *self)
{
  MadafCouponDraft *draft = &self->draft;

  draft->coupon.id = (char *)madaf_fields_id (fields, "id", MADAF_FIELD_REQUIRED);
  self->title = decode_title (fields);
  draft->coupon.title = self->title;
  decode_terms (fields, &draft->coupon);
  draft->codes = madaf_decode_strings (fields, "codes", MAX_CODES, MADAF_COUPON_CODE_MAX);
  madaf_fields_int (fields, "uses_of_code", MADAF_FIELD_OPTIONAL, 0, MAX_MONEY, &draft->uses_of_code);
  draft->products = madaf_decode_strings (fields, "products", MAX_SCOPE, 64);
  draft->categories = madaf_decode_strings (fields, "categories", MAX_SCOPE, 64);
  self->numbers = madaf_decode_strings (fields, "member_numbers", MAX_MEMBERS, 64);
}

static gboolean
find_members (MadafRequest *request, MadafTransaction *transaction, Draft *self, GError **error)
{
  self->member_ids = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; self->numbers != NULL && self->numbers[i] != NULL; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/member_numbers/%d", i);
      char *id = find_member (request, transaction, self->numbers[i], pointer, error);

      if (id == NULL)
        return FALSE;
      g_ptr_array_add (self->member_ids, id);
    }
  g_ptr_array_add (self->member_ids, NULL);
  self->draft.member_ids = (const char **)self->member_ids->pdata;
  return TRUE;
}

gboolean
madaf_route_put_coupon (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_auto (Draft) draft = { 0 };
  const char *code_taken;

  madaf_fields_init (&fields, request, request->body, "",
                     "id title percent amount minimum from until per_member total_limit stackable members_only codes"
                     " uses_of_code products categories member_numbers");
  decode_coupon (&fields, &draft);
  if (madaf_request_has_refused (request) || !find_members (request, transaction, &draft, error)
      || !madaf_coupon_put (transaction, &draft.draft, &code_taken, error))
    return FALSE;
  if (code_taken != NULL)
    {
      madaf_fields_refuse (&fields, "codes", "duplicate");
      return FALSE;
    }
  answer_nothing (request);
  return TRUE;
}
