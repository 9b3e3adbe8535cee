/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/page.h"
#include "central/http/receipt.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/error.h"

/* Orders, and the page that a shopper's phone shows of one. */

static void
answer_order (MadafRequest *request, guint status, const MadafShopOrder *order)
{
  MadafJsonWriter *writer = madaf_json_writer_new ();

  madaf_encode_order (writer, order, request->service->public_url);
  madaf_request_answer (request, status, writer);
}

/* Who did it, in the words of order events. */
static const char *
actor (const MadafRequest *request)
{
  if (request->role == MADAF_ROLE_MEMBER)
    return request->device_role;
  switch (request->role)
    {
    case MADAF_ROLE_KIOSK:
      return "kiosk";
    case MADAF_ROLE_TILL:
      return "till";
    case MADAF_ROLE_CHANNEL:
      return "channel";
    default:
      return "staff";
    }
}

static void
decode_contact (MadafFields *draft, MadafOrderRequest *order)
{
  g_auto (MadafFields) fields = { 0 };

  madaf_fields_init (&fields, draft->request, madaf_fields_object (draft, "contact", MADAF_FIELD_REQUIRED), "/contact",
                     "name phone");
  order->name = madaf_fields_string (&fields, "name", MADAF_FIELD_REQUIRED, 1, 80);
  order->phone = madaf_fields_string (&fields, "phone", MADAF_FIELD_REQUIRED, 1, 40);
}

static void
decode_address (MadafFields *draft, MadafOrderRequest *order, MadafAddressRequest *address)
{
  JsonObject *object = madaf_fields_object (draft, "address", MADAF_FIELD_OPTIONAL);
  g_auto (MadafFields) fields = { 0 };

  if (object == NULL)
    return;
  madaf_fields_init (&fields, draft->request, object, "/address", "street city postal_code note");
  address->street = madaf_fields_string (&fields, "street", MADAF_FIELD_REQUIRED, 1, 120);
  address->city = madaf_fields_string (&fields, "city", MADAF_FIELD_REQUIRED, 1, 80);
  address->postal_code = madaf_fields_string (&fields, "postal_code", MADAF_FIELD_OPTIONAL, 0, 12);
  address->note = madaf_fields_string (&fields, "note", MADAF_FIELD_OPTIONAL, 0, 200);
  order->address = address;
}

static void
decode_expected (MadafFields *draft, const char *name, gint64 *amount, const char **currency)
{
  JsonObject *object = madaf_fields_object (draft, name, MADAF_FIELD_OPTIONAL);
  g_autofree char *pointer = g_strconcat ("/", name, NULL);
  g_auto (MadafFields) fields = { 0 };

  *amount = -1;
  if (object == NULL)
    return;
  madaf_fields_init (&fields, draft->request, object, pointer, "amount currency");
  madaf_fields_int (&fields, "amount", MADAF_FIELD_REQUIRED, 0, G_MAXINT64, amount);
  *currency = madaf_fields_string (&fields, "currency", MADAF_FIELD_REQUIRED, 3, 3);
}

/* Only a member has a basket that an order can be made from. */
static void
decode_from_basket (MadafFields *fields, MadafOrderRequest *order)
{
  JsonNode *node = json_object_get_member (fields->object, "from_basket");

  if (fields->request->member_id == NULL)
    madaf_fields_refuse (fields, "from_basket", "unknown_member");
  else if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    madaf_fields_refuse (fields, "from_basket", "wrong_type");
  else
    order->from_basket = json_node_get_boolean (node);
}

/* What an order request borrows beyond the body. */
typedef struct
{
  MadafAddressRequest address;
  MadafTenderRequest tender;
  MadafLineRequest *lines;
  gint64 expected_due;
} Draft;

static void
draft_clear (Draft *draft)
{
  madaf_tender_request_clear (&draft->tender);
  g_clear_pointer (&draft->lines, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

/* What was seen, in the one currency there is. */
static void
decode_seen (MadafFields *fields, MadafOrderRequest *order, Draft *draft)
{
  const char *currency = NULL;

  decode_expected (fields, "expected_total", &order->expected_total, &order->expected_currency);
  decode_expected (fields, "expected_due", &draft->expected_due, &currency);
  if (draft->expected_due >= 0)
    order->expected_due = &draft->expected_due;
  if (order->expected_currency != NULL && currency != NULL && !g_str_equal (order->expected_currency, currency))
    madaf_request_refuse (fields->request, "/expected_due/currency", "currency_differs");
  if (order->expected_currency == NULL)
    order->expected_currency = currency;
}

/* Check madaf_request_has_refused(). */
static void
decode_order (MadafRequest *request, MadafOrderRequest *order, Draft *draft)
{
  g_auto (MadafFields) fields = { 0 };
  const char *payment;

  madaf_fields_init (
      &fields, request, request->body, "",
      "lines contact address payment language expected_total expected_due from_basket " MADAF_TENDER_FIELDS);
  draft->lines = madaf_decode_lines (&fields, 1, TRUE, &order->n_lines);
  order->lines = draft->lines;
  decode_contact (&fields, order);
  decode_address (&fields, order, &draft->address);
  decode_seen (&fields, order, draft);
  madaf_decode_tender (&fields, &draft->tender);
  order->tender = draft->tender.tender;
  order->language = madaf_fields_language (&fields, "language", MADAF_FIELD_REQUIRED);
  payment = madaf_fields_word (&fields, "payment", MADAF_FIELD_REQUIRED, "till on_collection");
  if (payment != NULL)
    madaf_payment_from_string (payment, &order->payment);
  if (request->body != NULL && json_object_has_member (request->body, "from_basket"))
    decode_from_basket (&fields, order);
  order->device_id = request->device_id;
  order->member_id = request->member_id;
  order->branch_id = request->branch_id;
  order->actor = actor (request);
}

/* What was put down and does not count. FALSE when it is none of those. */
static gboolean
answer_tender_refusal (MadafRequest *request, const GError *error, const MadafRefusal *refusal, const char *currency)
{
  MadafProblem problem;
  MadafJsonWriter *writer;

  if (g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_COUPON))
    problem = MADAF_PROBLEM_COUPON;
  else if (g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_ENOUGH_POINTS))
    problem = MADAF_PROBLEM_NOT_ENOUGH_POINTS;
  else if (g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_GIFT_CARD_EMPTY))
    problem = MADAF_PROBLEM_GIFT_CARD_EMPTY;
  else
    return FALSE;
  writer = madaf_problem_begin (problem, NULL);
  if (problem == MADAF_PROBLEM_COUPON)
    madaf_encode_refused_coupons (writer, refusal->coupons, currency);
  else if (problem == MADAF_PROBLEM_NOT_ENOUGH_POINTS)
    madaf_json_writer_member_int (writer, "balance", refusal->points_balance);
  else
    madaf_json_writer_member_string (writer, "last_four", refusal->card_last_four);
  request->reply = madaf_problem_finish (problem, writer);
  return TRUE;
}

static void
answer_price_changed (MadafRequest *request, const MadafRefusal *refusal, const char *currency)
{
  MadafJsonWriter *writer = madaf_problem_begin (MADAF_PROBLEM_PRICE_CHANGED, NULL);

  madaf_encode_money (writer, "total", refusal->current_total, currency);
  madaf_encode_money (writer, "due", refusal->current_due, currency);
  request->reply = madaf_problem_finish (MADAF_PROBLEM_PRICE_CHANGED, writer);
}

static void
answer_refusal (MadafRequest *request, MadafTransaction *transaction, const GError *error, MadafRefusal *refusal)
{
  g_autoptr (MadafShopSettings) settings = NULL;
  MadafJsonWriter *writer;

  madaf_decode_refuse_faults (request, &refusal->faults);
  madaf_card_guess_count (request, refusal->wrong_cards);
  if (g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_SOLD_OUT) && refusal->lines != NULL)
    {
      madaf_metrics_count (request->service->metrics, MADAF_COUNTER_SOLD_OUT);
      writer = madaf_problem_begin (MADAF_PROBLEM_SOLD_OUT, NULL);
      madaf_encode_refused_lines (writer, refusal->lines);
      request->reply = madaf_problem_finish (MADAF_PROBLEM_SOLD_OUT, writer);
      return;
    }
  settings = madaf_shop_get_settings (transaction, NULL);
  if (settings != NULL && !answer_tender_refusal (request, error, refusal, settings->currency)
      && g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_PRICE_CHANGED))
    answer_price_changed (request, refusal, settings->currency);
}

static void
on_order_committed (MadafRequest *request)
{
  if (!request->reply->replayed)
    madaf_metrics_count (request->service->metrics, MADAF_COUNTER_ORDERS_PLACED);
}

gboolean
madaf_route_place_order (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafOrderRequest asked = { 0 };
  g_auto (Draft) draft = { 0 };
  g_auto (MadafRefusal) refusal = { 0 };
  g_autoptr (MadafShopOrder) order = NULL;
  g_autoptr (GError) local_error = NULL;

  decode_order (request, &asked, &draft);
  if (madaf_request_has_refused (request) || (asked.tender.gift_cards != NULL && !madaf_card_guess_is_free (request)))
    return FALSE;
  order = madaf_order_place (transaction, &asked, request->now_us, request->service->random, &refusal, &local_error);
  if (order == NULL)
    {
      answer_refusal (request, transaction, local_error, &refusal);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  answer_order (request, 201, order);
  request->reply->location = g_strconcat ("/v1/orders/", order->id, NULL);
  request->committed = on_order_committed;
  return TRUE;
}

gboolean
madaf_route_get_order (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopOrder) order = madaf_order_get (transaction, request->parameters[0], error);

  if (order == NULL)
    return FALSE;
  answer_order (request, 200, order);
  return TRUE;
}

gboolean
madaf_route_cancel_order (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopOrder) order = madaf_order_act (transaction, request->parameters[0], NULL, MADAF_ACTION_CANCEL,
                                                      actor (request), request->branch_id, request->now_us, error);

  if (order == NULL)
    return FALSE;
  answer_order (request, 200, order);
  return TRUE;
}

gboolean
madaf_route_get_order_by_code (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafLimiter *guesses = request->service->guesses;
  const char *who = request->device_id != NULL ? request->device_id : "";
  guint wait = madaf_limiter_check (guesses, who, request->now_us);
  g_autoptr (MadafShopOrder) order = NULL;
  g_autoptr (GError) local_error = NULL;

  if (wait > 0)
    {
      madaf_request_answer_problem (request, MADAF_PROBLEM_TOO_MANY, NULL);
      request->reply->retry_after = wait;
      return FALSE;
    }
  order = madaf_order_get_by_code (transaction, request->parameters[0], &local_error);
  if (order == NULL)
    {
      if (local_error->domain == MADAF_SHOP_ERROR)
        madaf_limiter_count (guesses, who, request->now_us);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  answer_order (request, 200, order);
  return TRUE;
}

gboolean
madaf_route_get_receipt_page (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopOrder) order = NULL;
  g_autoptr (MadafShopSettings) settings = NULL;
  g_autoptr (GPtrArray) branches = NULL;
  g_autoptr (GError) local_error = NULL;

  order = madaf_order_get_by_receipt (transaction, request->parameters[0], &local_error);
  if (g_error_matches (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND))
    {
      request->reply = madaf_page_reply (404, madaf_receipt_format_missing (), FALSE);
      return TRUE;
    }
  if (order == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  settings = madaf_shop_get_settings (transaction, error);
  branches = settings != NULL ? madaf_branch_list (transaction, error) : NULL;
  if (branches == NULL)
    return FALSE;
  request->reply = madaf_page_reply (200, madaf_receipt_format (order, settings, branches), FALSE);
  return TRUE;
}
