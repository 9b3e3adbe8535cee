/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/purchase.h"

/* What a member bought in every channel. */

#define DEFAULT_LIMIT 24
#define MAX_LIMIT     60
#define MAX_CURSOR    200

gboolean
madaf_route_list_my_orders (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const char *cursor = madaf_request_query (request, "cursor");
  gint64 limit = DEFAULT_LIMIT;
  g_autoptr (MadafPurchases) purchases = NULL;
  MadafJsonWriter *writer;

  if (cursor != NULL && g_utf8_strlen (cursor, -1) > MAX_CURSOR)
    madaf_request_refuse (request, "cursor", "too_long");
  if (!madaf_request_query_int (request, "limit", 1, MAX_LIMIT, &limit) || madaf_request_has_refused (request))
    return FALSE;
  purchases = madaf_purchase_list (transaction, request->member_id, cursor, (int)limit, request->now_us, error);
  if (purchases == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_encode_list (writer, "items", purchases->orders, madaf_encode_purchase, request->service->public_url);
  madaf_encode_optional (writer, "next_cursor", purchases->next);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

gboolean
madaf_route_get_my_order (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopOrder) order
      = madaf_purchase_get (transaction, request->member_id, request->parameters[0], request->now_us, error);
  MadafJsonWriter *writer;

  if (order == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_encode_purchase (writer, order, request->service->public_url);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}
