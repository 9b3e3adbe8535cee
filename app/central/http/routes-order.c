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
decode_expected_total (MadafFields *draft, MadafOrderRequest *order)
{
  JsonObject *object = madaf_fields_object (draft, "expected_total", MADAF_FIELD_OPTIONAL);
  g_auto (MadafFields) fields = { 0 };

  order->expected_total = -1;
  if (object == NULL)
    return;
  madaf_fields_init (&fields, draft->request, object, "/expected_total", "amount currency");
  madaf_fields_int (&fields, "amount", MADAF_FIELD_REQUIRED, 0, G_MAXINT64, &order->expected_total);
  order->expected_currency = madaf_fields_string (&fields, "currency", MADAF_FIELD_REQUIRED, 3, 3);
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

/* (transfer full): the lines that @order borrows; check madaf_request_has_refused(). */
static MadafLineRequest *
decode_order (MadafRequest *request, MadafOrderRequest *order, MadafAddressRequest *address)
{
  g_auto (MadafFields) fields = { 0 };
  MadafLineRequest *lines;
  const char *payment;

  madaf_fields_init (&fields, request, request->body, "",
                     "lines contact address payment language expected_total from_basket");
  lines = madaf_decode_lines (&fields, 1, TRUE, &order->n_lines);
  order->lines = lines;
  decode_contact (&fields, order);
  decode_address (&fields, order, address);
  decode_expected_total (&fields, order);
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
  return lines;
}

static void
answer_refusal (MadafRequest *request, MadafTransaction *transaction, const GError *error, MadafRefusal *refusal)
{
  MadafJsonWriter *writer;

  madaf_decode_refuse_faults (request, &refusal->faults);
  if (g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_SOLD_OUT) && refusal->lines != NULL)
    {
      madaf_metrics_count (request->service->metrics, MADAF_COUNTER_SOLD_OUT);
      writer = madaf_problem_begin (MADAF_PROBLEM_SOLD_OUT, NULL);
      madaf_encode_refused_lines (writer, refusal->lines);
      request->reply = madaf_problem_finish (MADAF_PROBLEM_SOLD_OUT, writer);
    }
  else if (g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_PRICE_CHANGED))
    {
      g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, NULL);

      if (settings == NULL)
        return;
      writer = madaf_problem_begin (MADAF_PROBLEM_PRICE_CHANGED, NULL);
      madaf_encode_money (writer, "total", refusal->current_total, settings->currency);
      request->reply = madaf_problem_finish (MADAF_PROBLEM_PRICE_CHANGED, writer);
    }
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
  MadafOrderRequest draft = { 0 };
  MadafAddressRequest address = { 0 };
  g_autofree MadafLineRequest *lines = decode_order (request, &draft, &address);
  g_auto (MadafRefusal) refusal = { 0 };
  g_autoptr (MadafShopOrder) order = NULL;
  g_autoptr (GError) local_error = NULL;

  if (madaf_request_has_refused (request))
    return FALSE;
  order = madaf_order_place (transaction, &draft, request->now_us, request->service->random, &refusal, &local_error);
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
