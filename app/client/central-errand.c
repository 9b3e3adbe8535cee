/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-errand.h"

#include "client/call.h"
#include "model/json-writer.h"
#include "model/json.h"

/* Somebody waits at the screen for the answer; a lost one is asked for again with the same key. */
#define CHANGE_MS 8000
#define LARGEST   1000000

static gboolean
read_small (JsonObject *object, const char *member, int *value, GError **error)
{
  gint64 number = 0;

  if (!json_object_has_member (object, member))
    return TRUE;
  if (!madaf_json_read_int (object, member, 1, LARGEST, &number, error))
    return FALSE;
  *value = (int)number;
  return TRUE;
}

static gboolean
read_parts (JsonObject *object, MadafErrandParts *parts, GError **error)
{
  int state = 0;

  if (!madaf_decode_id (object, "id", &parts->id, error)
      || !madaf_decode_id (object, "variant_id", &parts->variant_id, error)
      || !madaf_decode_word (object, "state", MADAF_TYPE_ERRAND_STATE, &state, error)
      || !madaf_json_read_optional_string_bounded (object, "size", 1, 4 * 24, &parts->size, error)
      || !madaf_decode_optional_id (object, "picture_id", &parts->picture_id, error)
      || !read_small (object, "fitting_room", &parts->room, error)
      || !read_small (object, "place", &parts->place, error)
      || !read_small (object, "expected_minutes", &parts->minutes, error)
      || !madaf_json_read_optional_boolean (object, "late", &parts->late, error))
    return FALSE;
  parts->state = (MadafErrandState)state;
  return TRUE;
}

static gpointer
decode_errand (JsonObject *object, GError **error)
{
  MadafErrandParts parts = { 0 };
  g_autoptr (MadafText) title = NULL;
  g_autoptr (MadafText) colour = NULL;

  if (!read_parts (object, &parts, error) || !madaf_decode_text (object, "title", &title, error)
      || !madaf_decode_optional_text (object, "colour", &colour, error))
    return NULL;
  parts.title = title;
  parts.colour = colour;
  return madaf_errand_new (&parts);
}

static const MadafCallKind ask_errand
    = { "POST", "/v1/fetch-requests", decode_errand, (GDestroyNotify)madaf_errand_unref, .total_ms = CHANGE_MS };
static const MadafCallKind get_errand
    = { "GET", "/v1/fetch-requests/*", decode_errand, (GDestroyNotify)madaf_errand_unref };
static const MadafCallKind cancel_errand
    = { "DELETE", "/v1/fetch-requests/*", NULL, (GDestroyNotify)g_bytes_unref, .total_ms = CHANGE_MS };

static GBytes *
make_body (const char *variant_id, int room)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "variant_id", variant_id);
  if (room > 0)
    madaf_json_writer_member_int (writer, "fitting_room", room);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
}

void
madaf_central_client_ask_errand_async (MadafCentralClient *self,
                                       const char *key,
                                       const char *variant_id,
                                       int room,
                                       const char *member_token,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GBytes) body = make_body (variant_id, room);
  MadafCall *call = member_token != NULL ? madaf_call_new_for_member (self, &ask_errand, NULL, member_token)
                                         : madaf_call_new (self, &ask_errand, NULL);

  madaf_request_add_header (call->request, "Idempotency-Key", key);
  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafErrand *
madaf_central_client_ask_errand_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &ask_errand, NULL, error);
}

void
madaf_central_client_get_errand_async (MadafCentralClient *self,
                                       const char *errand_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &get_errand, errand_id), cancellable, callback, user_data);
}

MadafErrand *
madaf_central_client_get_errand_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_errand, NULL, error);
}

void
madaf_central_client_cancel_errand_async (MadafCentralClient *self,
                                          const char *errand_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &cancel_errand, errand_id), cancellable, callback, user_data);
}

gboolean
madaf_central_client_cancel_errand_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, &cancel_errand, error);

  return answer != NULL;
}
