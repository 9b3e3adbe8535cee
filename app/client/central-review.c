/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/call.h"
#include "model/json.h"

/* The calls of MadafCentralClient by which a member says something of a product: never on the shelf. */

#define CHANGE_MS 15000

/* How it is held is the central's; here it matters that it arrived. */
static gpointer
decode_nothing (JsonObject *object, GError **error)
{
  const char *state;

  return madaf_json_read_string (object, "state", &state, error) ? g_bytes_new_static ("", 0) : NULL;
}

static const MadafCallKind send_review
    = { "POST", "/v1/me/reviews", decode_nothing, (GDestroyNotify)g_bytes_unref, .total_ms = CHANGE_MS };

void
madaf_central_client_send_review_async (MadafCentralClient *self,
                                        const char *member_token,
                                        const char *key,
                                        GBytes *review,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  MadafCall *call = madaf_call_new_for_member (self, &send_review, NULL, member_token);

  madaf_request_add_header (call->request, "Idempotency-Key", key);
  madaf_request_set_json (call->request, review);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

gboolean
madaf_central_client_send_review_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GBytes) answer = madaf_call_finish_value (self, result, &send_review, NULL, error);

  return answer != NULL;
}
