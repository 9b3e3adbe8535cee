/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"

/* Baskets: their id is what lets one in, and is never guessed. */

void
madaf_request_answer_basket (MadafRequest *request, guint status, const MadafShopBasket *basket)
{
  MadafJsonWriter *writer = madaf_json_writer_new ();

  madaf_encode_basket (writer, basket);
  madaf_request_answer (request, status, writer);
  request->reply->etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", basket->version);
}

MadafLineRequest *
madaf_decode_basket_draft (MadafRequest *request, gsize *n_lines)
{
  g_auto (MadafFields) fields = { 0 };
  g_autofree MadafLineRequest *lines = NULL;

  madaf_fields_init (&fields, request, request->body, "", "lines");
  lines = madaf_decode_lines (&fields, 0, FALSE, n_lines);
  return madaf_request_has_refused (request) ? NULL : g_steal_pointer (&lines);
}

gboolean
madaf_route_create_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopBasket) basket = NULL;
  g_auto (MadafFaults) faults = { 0 };
  gsize n_lines;
  g_autofree MadafLineRequest *lines = madaf_decode_basket_draft (request, &n_lines);

  if (lines == NULL)
    return FALSE;
  basket = madaf_basket_create (transaction, lines, n_lines, request->now_us, request->service->random, &faults, error);
  madaf_decode_refuse_faults (request, &faults);
  if (basket == NULL)
    return FALSE;
  madaf_request_answer_basket (request, 201, basket);
  request->reply->location = g_strconcat ("/v1/baskets/", basket->id, NULL);
  return TRUE;
}

gboolean
madaf_route_get_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopBasket) basket = madaf_basket_get (transaction, request->parameters[0], request->now_us, error);

  if (basket == NULL)
    return FALSE;
  madaf_request_answer_basket (request, 200, basket);
  return TRUE;
}

gboolean
madaf_route_replace_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopBasket) basket = NULL;
  g_auto (MadafFaults) faults = { 0 };
  g_autofree MadafLineRequest *lines = NULL;
  gint64 version;
  gsize n_lines;

  if (!madaf_request_read_version (request, &version))
    return FALSE;
  lines = madaf_decode_basket_draft (request, &n_lines);
  if (lines == NULL)
    return FALSE;
  basket = madaf_basket_replace (transaction, request->parameters[0], version, lines, n_lines, request->now_us, &faults,
                                 error);
  madaf_decode_refuse_faults (request, &faults);
  if (basket == NULL)
    return FALSE;
  madaf_request_answer_basket (request, 200, basket);
  return TRUE;
}

gboolean
madaf_route_delete_basket (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  if (!madaf_basket_delete (transaction, request->parameters[0], error))
    return FALSE;
  request->reply = madaf_reply_new (204, NULL, NULL, 0);
  return TRUE;
}
