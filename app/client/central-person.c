/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/call.h"
#include "client/decode-order.h"
#include "client/draft-line.h"
#include "model/json-writer.h"

/* The calls of MadafCentralClient that are about a person or this device: never on the shelf. */

/* Whatever changes something may take the central a while; giving up early only asks twice. */
#define CHANGE_MS 15000

static char *
path_to (const char *place, const char *id, const char *rest)
{
  g_autofree char *escaped = g_uri_escape_string (id, NULL, FALSE);

  return g_strconcat ("/v1/", place, "/", escaped, rest, NULL);
}

/* A call that changes something; the three last may be NULL. */
static MadafCall *
change (MadafCentralClient *self,
        const char *method,
        const char *path,
        MadafDecoder decoder,
        const char *key,
        const char *etag,
        GBytes *body)
{
  MadafCall *call = madaf_call_new (self, method, path, decoder, g_object_unref);

  call->request->total_ms = CHANGE_MS;
  if (key != NULL)
    madaf_request_add_header (call->request, "Idempotency-Key", key);
  if (etag != NULL)
    madaf_request_add_header (call->request, "If-Match", etag);
  if (body != NULL)
    madaf_request_set_json (call->request, body);

  return call;
}

static GBytes *
lines_to_bytes (GListModel *model)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GPtrArray) lines = madaf_draft_lines_from_model (model);
  gsize length;
  char *text;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "lines");
  madaf_draft_lines_write (lines, writer);
  madaf_json_writer_end_object (writer);
  text = madaf_json_writer_finish (writer, &length);

  return g_bytes_new_take (text, length);
}

static MadafBasket *
finish_basket (MadafCentralClient *self, GAsyncResult *result, gpointer tag, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, tag, error);
  MadafBasket *basket;

  if (answer == NULL)
    return NULL;

  basket = g_steal_pointer (&answer->value);
  madaf_basket_set_etag (basket, answer->etag);
  return basket;
}

void
madaf_central_client_create_basket_async (MadafCentralClient *self,
                                          const char *key,
                                          GListModel *lines,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autoptr (GBytes) body = lines_to_bytes (lines);
  MadafCall *call = change (self, "POST", "/v1/baskets", madaf_decode_basket, key, NULL, body);

  madaf_call_run (self, call, madaf_central_client_create_basket_async, cancellable, callback, user_data);
}

MadafBasket *
madaf_central_client_create_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return finish_basket (self, result, madaf_central_client_create_basket_async, error);
}

void
madaf_central_client_replace_basket_async (MadafCentralClient *self,
                                           const char *basket_id,
                                           const char *etag,
                                           GListModel *lines,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  g_autoptr (GBytes) body = lines_to_bytes (lines);
  g_autofree char *path = path_to ("baskets", basket_id, NULL);
  MadafCall *call = change (self, "PUT", path, madaf_decode_basket, NULL, etag, body);

  madaf_call_run (self, call, madaf_central_client_replace_basket_async, cancellable, callback, user_data);
}

MadafBasket *
madaf_central_client_replace_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return finish_basket (self, result, madaf_central_client_replace_basket_async, error);
}

void
madaf_central_client_get_basket_async (MadafCentralClient *self,
                                       const char *basket_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autofree char *path = path_to ("baskets", basket_id, NULL);
  MadafCall *call = madaf_call_new (self, "GET", path, madaf_decode_basket, g_object_unref);

  madaf_call_run (self, call, madaf_central_client_get_basket_async, cancellable, callback, user_data);
}

MadafBasket *
madaf_central_client_get_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return finish_basket (self, result, madaf_central_client_get_basket_async, error);
}

void
madaf_central_client_delete_basket_async (MadafCentralClient *self,
                                          const char *basket_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autofree char *path = path_to ("baskets", basket_id, NULL);
  MadafCall *call = madaf_call_new (self, "DELETE", path, NULL, (GDestroyNotify)g_bytes_unref);

  madaf_call_run (self, call, madaf_central_client_delete_basket_async, cancellable, callback, user_data);
}

gboolean
madaf_central_client_delete_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, madaf_central_client_delete_basket_async, error);

  return answer != NULL;
}

void
madaf_central_client_place_order_async (MadafCentralClient *self,
                                        const char *key,
                                        MadafOrderDraft *draft,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_autoptr (GBytes) body = madaf_order_draft_to_bytes (draft);
  MadafCall *call = change (self, "POST", "/v1/orders", madaf_decode_order, key, NULL, body);

  madaf_call_run (self, call, madaf_central_client_place_order_async, cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_place_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, madaf_central_client_place_order_async, NULL, error);
}

void
madaf_central_client_place_order_bytes_async (MadafCentralClient *self,
                                              const char *key,
                                              GBytes *body,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  MadafCall *call = change (self, "POST", "/v1/orders", madaf_decode_order, key, NULL, body);

  madaf_call_run (self, call, madaf_central_client_place_order_bytes_async, cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_place_order_bytes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, madaf_central_client_place_order_bytes_async, NULL, error);
}

void
madaf_central_client_get_order_async (MadafCentralClient *self,
                                      const char *order_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autofree char *path = path_to ("orders", order_id, NULL);
  MadafCall *call = madaf_call_new (self, "GET", path, madaf_decode_order, g_object_unref);

  madaf_call_run (self, call, madaf_central_client_get_order_async, cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_get_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, madaf_central_client_get_order_async, NULL, error);
}

void
madaf_central_client_get_order_by_code_async (MadafCentralClient *self,
                                              const char *collection_code,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  g_autofree char *path = path_to ("orders/by-code", collection_code, NULL);
  MadafCall *call = madaf_call_new (self, "GET", path, madaf_decode_order, g_object_unref);

  madaf_call_run (self, call, madaf_central_client_get_order_by_code_async, cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_get_order_by_code_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, madaf_central_client_get_order_by_code_async, NULL, error);
}

void
madaf_central_client_cancel_order_async (MadafCentralClient *self,
                                         const char *order_id,
                                         const char *key,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autofree char *path = path_to ("orders", order_id, "/cancel");
  MadafCall *call = change (self, "POST", path, madaf_decode_order, key, NULL, NULL);

  madaf_call_run (self, call, madaf_central_client_cancel_order_async, cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_cancel_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, madaf_central_client_cancel_order_async, NULL, error);
}

static GBytes *
enrolment_to_bytes (const char *code, const char *device_name)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  gsize length;
  char *text;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "code", code);
  madaf_json_writer_member_string (writer, "name", device_name);
  madaf_json_writer_end_object (writer);
  text = madaf_json_writer_finish (writer, &length);

  return g_bytes_new_take (text, length);
}

void
madaf_central_client_enrol_async (MadafCentralClient *self,
                                  const char *code,
                                  const char *device_name,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GBytes) body = enrolment_to_bytes (code, device_name);
  MadafCall *call = change (self, "POST", "/v1/devices", madaf_decode_enrolment, NULL, NULL, body);

  call->free_result = (GDestroyNotify)madaf_enrolment_unref;
  madaf_call_run (self, call, madaf_central_client_enrol_async, cancellable, callback, user_data);
}

MadafEnrolment *
madaf_central_client_enrol_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, madaf_central_client_enrol_async, NULL, error);
}
