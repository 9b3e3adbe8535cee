/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/alert-consents.h"

#include "client/call.h"
#include "model/json-writer.h"
#include "model/json.h"

#define CHANGE_MS 8000

/* @since: unless it is given. */
static gboolean
decode_one (JsonObject *object, const char *purpose, const char *since, gint64 *given_us, GError **error)
{
  gboolean given;

  return madaf_json_read_boolean (object, purpose, &given, error)
         && (!given || madaf_decode_time (object, since, given_us, error));
}

static gpointer
decode_consents (JsonObject *object, GError **error)
{
  g_autofree MadafAlertConsents *consents = g_new0 (MadafAlertConsents, 1);

  if (!decode_one (object, "price_drop", "price_drop_at", &consents->price_drop_us, error)
      || !decode_one (object, "back_in_stock", "back_in_stock_at", &consents->back_in_stock_us, error))
    return NULL;
  return g_steal_pointer (&consents);
}

static const MadafCallKind get_consents = { "GET", "/v1/me/consents", decode_consents, g_free };
static const MadafCallKind set_consents = { "PUT", "/v1/me/consents", decode_consents, g_free, .total_ms = CHANGE_MS };

void
madaf_central_client_get_alert_consents_async (MadafCentralClient *self,
                                               const char *member_token,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &get_consents, NULL, member_token), cancellable, callback,
                  user_data);
}

MadafAlertConsents *
madaf_central_client_get_alert_consents_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_consents, NULL, error);
}

static GBytes *
make_body (gboolean price_drop, gboolean back_in_stock)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  gsize length;
  char *text;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_bool (writer, "price_drop", price_drop);
  madaf_json_writer_member_bool (writer, "back_in_stock", back_in_stock);
  madaf_json_writer_end_object (writer);
  text = madaf_json_writer_finish (writer, &length);

  return g_bytes_new_take (text, length);
}

void
madaf_central_client_set_alert_consents_async (MadafCentralClient *self,
                                               const char *member_token,
                                               gboolean price_drop,
                                               gboolean back_in_stock,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data)
{
  g_autoptr (GBytes) body = make_body (price_drop, back_in_stock);
  MadafCall *call = madaf_call_new_for_member (self, &set_consents, NULL, member_token);

  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafAlertConsents *
madaf_central_client_set_alert_consents_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &set_consents, NULL, error);
}
