/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/central-client.h"

#include "client/call.h"
#include "client/decode-wishes.h"
#include "model/json-writer.h"

/* The calls of MadafCentralClient about what a member wishes for: never on the shelf. */

#define CHANGE_MS 15000

static const MadafCallKind list_lists = { "GET", "/v1/me/lists", madaf_decode_wish_lists, g_object_unref };
static const MadafCallKind get_list = { "GET", "/v1/me/lists/*", madaf_decode_wishes, g_object_unref };
static const MadafCallKind add_to_list
    = { "POST", "/v1/me/lists/*/entries", madaf_decode_wishes, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind remove_from_list
    = { "DELETE", NULL, madaf_decode_wishes, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind share_list
    = { "POST", "/v1/me/lists/*/share", madaf_decode_wishes, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind create_list
    = { "POST", "/v1/me/lists", madaf_decode_wishes, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind rename_list
    = { "PUT", "/v1/me/lists/*", madaf_decode_wishes, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind delete_list = { "DELETE", "/v1/me/lists/*", NULL, (GDestroyNotify)g_bytes_unref };
static const MadafCallKind restore_list
    = { "POST", "/v1/me/lists/*/restore", madaf_decode_wishes, g_object_unref, .total_ms = CHANGE_MS };
static const MadafCallKind unshare_list = { "DELETE", "/v1/me/lists/*/share", NULL, (GDestroyNotify)g_bytes_unref };

void
madaf_central_client_list_wish_lists_async (MadafCentralClient *self,
                                            const char *member_token,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &list_lists, NULL, member_token), cancellable, callback,
                  user_data);
}

MadafWishLists *
madaf_central_client_list_wish_lists_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &list_lists, NULL, error);
}

void
madaf_central_client_get_wishes_async (MadafCentralClient *self,
                                       const char *member_token,
                                       const char *list_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &get_list, list_id, member_token), cancellable, callback,
                  user_data);
}

MadafWishes *
madaf_central_client_get_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &get_list, NULL, error);
}

static GBytes *
entries_to_bytes (GListModel *wishes)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "entries");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < g_list_model_get_n_items (wishes); i++)
    {
      g_autoptr (MadafWished) wished = g_list_model_get_item (wishes, i);
      const char *variant_id = madaf_wished_get_variant_id (wished);

      madaf_json_writer_begin_object (writer);
      madaf_json_writer_member_string (writer, "product_id", madaf_wished_get_product_id (wished));
      if (variant_id != NULL)
        madaf_json_writer_member_string (writer, "variant_id", variant_id);
      madaf_json_writer_end_object (writer);
    }
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
}

void
madaf_central_client_add_wishes_async (MadafCentralClient *self,
                                       const char *member_token,
                                       const char *list_id,
                                       GListModel *wishes,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  g_autoptr (GBytes) body = entries_to_bytes (wishes);
  MadafCall *call = madaf_call_new_for_member (self, &add_to_list, list_id, member_token);

  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafWishes *
madaf_central_client_add_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &add_to_list, NULL, error);
}

void
madaf_central_client_remove_wish_async (MadafCentralClient *self,
                                        const char *member_token,
                                        const char *list_id,
                                        MadafWished *wished,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GString *path = g_string_new ("/v1/me/lists/");
  MadafCall *call;

  g_string_append_uri_escaped (path, list_id, NULL, FALSE);
  g_string_append (path, "/entries/");
  g_string_append_uri_escaped (path, madaf_wished_get_product_id (wished), NULL, FALSE);
  if (madaf_wished_get_variant_id (wished) != NULL)
    {
      g_string_append (path, "?variant_id=");
      g_string_append_uri_escaped (path, madaf_wished_get_variant_id (wished), NULL, FALSE);
    }
  call = madaf_call_new_for_member_path (self, &remove_from_list, path->str, member_token);
  g_string_free (path, TRUE);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafWishes *
madaf_central_client_remove_wish_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &remove_from_list, NULL, error);
}

void
madaf_central_client_share_wishes_async (MadafCentralClient *self,
                                         const char *member_token,
                                         const char *list_id,
                                         const char *key,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  MadafCall *call = madaf_call_new_for_member (self, &share_list, list_id, member_token);

  madaf_request_add_header (call->request, "Idempotency-Key", key);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafWishes *
madaf_central_client_share_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &share_list, NULL, error);
}

void
madaf_central_client_unshare_wishes_async (MadafCentralClient *self,
                                           const char *member_token,
                                           const char *list_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &unshare_list, list_id, member_token), cancellable, callback,
                  user_data);
}

gboolean
madaf_central_client_unshare_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, &unshare_list, error);

  return answer != NULL;
}

static void
set_name (MadafCall *call, const char *name)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GBytes) body = NULL;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "name", name);
  madaf_json_writer_end_object (writer);
  body = madaf_json_writer_finish_bytes (writer);
  madaf_request_set_json (call->request, body);
}

void
madaf_central_client_create_wishes_async (MadafCentralClient *self,
                                          const char *member_token,
                                          const char *key,
                                          const char *name,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  MadafCall *call = madaf_call_new_for_member (self, &create_list, NULL, member_token);

  madaf_request_add_header (call->request, "Idempotency-Key", key);
  set_name (call, name);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafWishes *
madaf_central_client_create_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &create_list, NULL, error);
}

void
madaf_central_client_rename_wishes_async (MadafCentralClient *self,
                                          const char *member_token,
                                          const char *list_id,
                                          const char *name,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  MadafCall *call = madaf_call_new_for_member (self, &rename_list, list_id, member_token);

  /* What is on it stays as others change it meanwhile. */
  madaf_request_add_header (call->request, "If-Match", "*");
  set_name (call, name);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

MadafWishes *
madaf_central_client_rename_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &rename_list, NULL, error);
}

void
madaf_central_client_delete_wishes_async (MadafCentralClient *self,
                                          const char *member_token,
                                          const char *list_id,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &delete_list, list_id, member_token), cancellable, callback,
                  user_data);
}

gboolean
madaf_central_client_delete_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (MadafAnswer) answer = madaf_call_finish (self, result, &delete_list, error);

  return answer != NULL;
}

void
madaf_central_client_restore_wishes_async (MadafCentralClient *self,
                                           const char *member_token,
                                           const char *list_id,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &restore_list, list_id, member_token), cancellable, callback,
                  user_data);
}

MadafWishes *
madaf_central_client_restore_wishes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &restore_list, NULL, error);
}
