/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/call.h"
#include "client/decode-look.h"
#include "model/json-writer.h"

/* The calls of MadafCentralClient that are about looks. What somebody has in mind to buy is never on the shelf. */

static const MadafCallKind list_looks
    = { "GET", "/v1/products/*/looks", madaf_decode_look_list, g_object_unref, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind list_together
    = { "GET", "/v1/products/*/together", madaf_decode_together_list, g_object_unref, .shelf = MADAF_CALL_KEPT };
static const MadafCallKind find_whole_look = { "POST", "/v1/looks/where", madaf_decode_whole_look, g_object_unref };
static const MadafCallKind complete_look = { "POST", "/v1/complete", madaf_decode_completion, g_object_unref };

void
madaf_central_client_list_looks_async (MadafCentralClient *self,
                                       const char *product_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &list_looks, product_id), cancellable, callback, user_data);
}

GListModel *
madaf_central_client_list_looks_finish (MadafCentralClient *self,
                                        GAsyncResult *result,
                                        MadafFreshness *freshness,
                                        GError **error)
{
  return madaf_call_finish_value (self, result, &list_looks, freshness, error);
}

void
madaf_central_client_list_together_async (MadafCentralClient *self,
                                          const char *product_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  madaf_call_run (self, madaf_call_new (self, &list_together, product_id), cancellable, callback, user_data);
}

GListModel *
madaf_central_client_list_together_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &list_together, NULL, error);
}

/* member_token: (nullable): of the device's own */
static void
run_question (MadafCentralClient *self,
              const MadafCallKind *kind,
              const char *member_token,
              MadafJsonWriter *writer,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  MadafCall *call = member_token != NULL ? madaf_call_new_for_member (self, kind, NULL, member_token)
                                         : madaf_call_new (self, kind, NULL);
  g_autoptr (GBytes) body = madaf_json_writer_finish_bytes (writer);

  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

void
madaf_central_client_find_whole_look_async (MadafCentralClient *self,
                                            const char *const *variant_ids,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "pieces");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; variant_ids[i] != NULL; i++)
    {
      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_string (writer, "variant_id", variant_ids[i]);
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
  run_question (self, &find_whole_look, NULL, writer, cancellable, callback, user_data);
}

MadafWholeLook *
madaf_central_client_find_whole_look_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &find_whole_look, NULL, error);
}

static void
write_strings (MadafJsonWriter *writer, const char *name, const char *const *strings)
{
  if (strings == NULL || strings[0] == NULL)
    return;
  madaf_json_writer_member (writer, name);
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; strings[i] != NULL; i++)
    madaf_json_writer_string (writer, strings[i]);
  madaf_json_writer_end_array (writer);
}

void
madaf_central_client_complete_look_async (MadafCentralClient *self,
                                          const char *member_token,
                                          const char *const *variant_ids,
                                          const char *const *sizes,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  write_strings (writer, "basket", variant_ids);
  write_strings (writer, "sizes", sizes);
  madaf_json_writer_end_object (writer);
  run_question (self, &complete_look, member_token, writer, cancellable, callback, user_data);
}

GListModel *
madaf_central_client_complete_look_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &complete_look, NULL, error);
}
