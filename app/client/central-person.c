/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/call.h"
#include "client/decode-device.h"
#include "client/decode-order.h"
#include "client/draft-line.h"
#include "model/json-writer.h"

/* The calls of MadafCentralClient that are about a person or this device: never on the shelf. */

/* Whatever changes something may take the central a while; giving up early only asks twice. */
#define CHANGE_MS 15000

/* What can be asked for. */

static const MadafCallKind create_basket
    = { "POST", "/v1/baskets", madaf_decode_basket, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind replace_basket
    = { "PUT", "/v1/baskets/*", madaf_decode_basket, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind get_basket = { "GET", "/v1/baskets/*", madaf_decode_basket, g_object_unref };
static const MadafCallKind delete_basket = { "DELETE", "/v1/baskets/*", NULL, (GDestroyNotify)g_bytes_unref };
static const MadafCallKind place_order
    = { "POST", "/v1/orders", madaf_decode_order, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind get_order = { "GET", "/v1/orders/*", madaf_decode_order, g_object_unref };
static const MadafCallKind get_order_by_code = { "GET", "/v1/orders/by-code/*", madaf_decode_order, g_object_unref };
static const MadafCallKind cancel_order
    = { "POST", "/v1/orders/*/cancel", madaf_decode_order, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind enrol
    = { "POST", "/v1/devices", madaf_decode_enrolment, (GDestroyNotify)madaf_enrolment_unref, .total_ms = CHANGE_MS };
static const MadafCallKind get_own_device
    = { "GET", "/v1/devices/self", madaf_decode_own_device, (GDestroyNotify)madaf_own_device_unref };

static void
add_header (MadafCall *call, const char *name, const char *value)
{
  madaf_request_add_header (call->request, name, value);
}

MadafBasket *
madaf_call_finish_basket (MadafCentralClient *self, GAsyncResult *result, const MadafCallKind *kind, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, kind, error);
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
  g_autoptr (GBytes) body = madaf_draft_lines_to_bytes (lines);
  MadafCall *call = madaf_call_new (self, &create_basket, NULL);

  add_header (call, "Idempotency-Key", key);
  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafBasket *
madaf_central_client_create_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_basket (self, result, &create_basket, error);
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
  g_autoptr (GBytes) body = madaf_draft_lines_to_bytes (lines);
  MadafCall *call = madaf_call_new (self, &replace_basket, basket_id);

  add_header (call, "If-Match", etag);
  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafBasket *
madaf_central_client_replace_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_basket (self, result, &replace_basket, error);
}

void
madaf_central_client_get_basket_async (MadafCentralClient *self,
                                       const char *basket_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &get_basket, basket_id), cancellable, callback, user_data);
}

MadafBasket *
madaf_central_client_get_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_basket (self, result, &get_basket, error);
}

void
madaf_central_client_delete_basket_async (MadafCentralClient *self,
                                          const char *basket_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &delete_basket, basket_id), cancellable, callback, user_data);
}

gboolean
madaf_central_client_delete_basket_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, &delete_basket, error);

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

  madaf_central_client_place_order_bytes_async (self, NULL, key, body, cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_place_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &place_order, NULL, error);
}

void
madaf_central_client_place_order_bytes_async (MadafCentralClient *self,
                                              const char *member_token,
                                              const char *key,
                                              GBytes *body,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  MadafCall *call = member_token != NULL ? madaf_call_new_for_member (self, &place_order, NULL, member_token)
                                         : madaf_call_new (self, &place_order, NULL);

  add_header (call, "Idempotency-Key", key);
  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_place_order_bytes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &place_order, NULL, error);
}

void
madaf_central_client_get_order_async (MadafCentralClient *self,
                                      const char *order_id,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &get_order, order_id), cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_get_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_order, NULL, error);
}

void
madaf_central_client_get_order_by_code_async (MadafCentralClient *self,
                                              const char *collection_code,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &get_order_by_code, collection_code), cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_get_order_by_code_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_order_by_code, NULL, error);
}

void
madaf_central_client_cancel_order_async (MadafCentralClient *self,
                                         const char *order_id,
                                         const char *key,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  MadafCall *call = madaf_call_new (self, &cancel_order, order_id);

  add_header (call, "Idempotency-Key", key);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafOrder *
madaf_central_client_cancel_order_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &cancel_order, NULL, error);
}

static GBytes *
enrolment_to_bytes (const char *code, const char *device_name)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "code", code);
  madaf_json_writer_member_string (writer, "name", device_name);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
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
  MadafCall *call = madaf_call_new (self, &enrol, NULL);

  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafEnrolment *
madaf_central_client_enrol_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &enrol, NULL, error);
}

void
madaf_central_client_get_own_device_async (MadafCentralClient *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &get_own_device, NULL), cancellable, callback, user_data);
}

MadafOwnDevice *
madaf_central_client_get_own_device_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_own_device, NULL, error);
}
