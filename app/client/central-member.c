/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/call.h"
#include "client/decode-member.h"
#include "model/json-writer.h"

/* The calls of MadafCentralClient that are about signing in: never on the shelf. */

#define CHANGE_MS 15000

static const MadafCallKind authorize = { "POST", "/v1/device-authorizations", madaf_decode_authorization,
                                         (GDestroyNotify)madaf_authorization_unref, .total_ms = CHANGE_MS };
static const MadafCallKind cancel_authorization
    = { "DELETE", "/v1/device-authorizations/*", NULL, (GDestroyNotify)g_bytes_unref };
static const MadafCallKind send_code = { "POST", "/v1/one-time-codes", madaf_decode_sent_code,
                                         (GDestroyNotify)madaf_sent_code_unref, .total_ms = CHANGE_MS };
static const MadafCallKind get_pass
    = { "POST", "/v1/token", madaf_decode_member_pass, (GDestroyNotify)madaf_member_pass_unref, .total_ms = CHANGE_MS };
static const MadafCallKind get_member
    = { "GET", "/v1/me", madaf_decode_member_profile, (GDestroyNotify)madaf_member_profile_unref };
static const MadafCallKind sign_out = { "DELETE", "/v1/token", NULL, (GDestroyNotify)g_bytes_unref };

/* A body of texts: name, value, name, value …, NULL. A value of NULL is left out. */
static void
set_body (MadafCall *call, const char *const *pairs)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GBytes) body = NULL;

  madaf_json_writer_begin_object (writer);
  for (guint i = 0; pairs[i] != NULL; i += 2)
    if (pairs[i + 1] != NULL)
      madaf_json_writer_member_string (writer, pairs[i], pairs[i + 1]);
  madaf_json_writer_end_object (writer);
  body = madaf_json_writer_finish_bytes (writer);
  madaf_request_set_json (call->request, body);
}

void
madaf_central_client_authorize_async (MadafCentralClient *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &authorize, NULL), cancellable, callback, user_data);
}

MadafAuthorization *
madaf_central_client_authorize_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &authorize, NULL, error);
}

void
madaf_central_client_cancel_authorization_async (MadafCentralClient *self,
                                                 const char *authorization_id,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &cancel_authorization, authorization_id), cancellable, callback,
                  user_data);
}

gboolean
madaf_central_client_cancel_authorization_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, &cancel_authorization, error);

  return answer != NULL;
}

void
madaf_central_client_send_code_async (MadafCentralClient *self,
                                      const char *phone,
                                      const char *language,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  const char *pairs[] = { "phone", phone, "language", language, NULL };
  MadafCall *call = madaf_call_new (self, &send_code, NULL);

  set_body (call, pairs);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafSentCode *
madaf_central_client_send_code_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &send_code, NULL, error);
}

void
madaf_central_client_get_pass_async (MadafCentralClient *self,
                                     MadafGrant grant,
                                     const char *secret,
                                     const char *sent_code_id,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  static const char *const grants[] = {
    [MADAF_GRANT_DEVICE_CODE] = "urn:ietf:params:oauth:grant-type:device_code",
    [MADAF_GRANT_MEMBER_CODE] = "urn:madaf:grant:member-code",
    [MADAF_GRANT_ONE_TIME_CODE] = "urn:madaf:grant:one-time-code",
  };
  const char *pairs[] = { "grant_type", grants[grant],      grant == MADAF_GRANT_DEVICE_CODE ? "device_code" : "code",
                          secret,       "one_time_code_id", sent_code_id,
                          NULL };
  MadafCall *call = madaf_call_new (self, &get_pass, NULL);

  set_body (call, pairs);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafMemberPass *
madaf_central_client_get_pass_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_pass, NULL, error);
}

void
madaf_central_client_get_member_async (MadafCentralClient *self,
                                       const char *member_token,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &get_member, NULL, member_token), cancellable, callback,
                  user_data);
}

MadafMemberProfile *
madaf_central_client_get_member_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_member, NULL, error);
}

void
madaf_central_client_sign_out_async (MadafCentralClient *self,
                                     const char *member_token,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &sign_out, NULL, member_token), cancellable, callback,
                  user_data);
}

gboolean
madaf_central_client_sign_out_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, &sign_out, error);

  return answer != NULL;
}
