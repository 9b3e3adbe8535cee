/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/worn-size.h"

#include "client/call.h"
#include "model/json-writer.h"
#include "model/json.h"

#define CHANGE_MS     8000
#define LONGEST_BRAND (4 * 200)
#define LONGEST_SIZE  (4 * 24)

void
madaf_worn_size_free (MadafWornSize *worn)
{
  g_free (worn->brand);
  g_free (worn->category_id);
  g_clear_pointer (&worn->category, madaf_text_unref);
  g_free (worn->size);
  g_strfreev (worn->sizes);
  g_free (worn);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafWornSize, madaf_worn_size_free)

static MadafWornSize *
decode_worn (JsonObject *object, GError **error)
{
  g_autoptr (MadafWornSize) worn = g_new0 (MadafWornSize, 1);
  const char *brand = NULL;
  const char *category_id;
  const char *size;

  if (!madaf_json_read_optional_string_bounded (object, "brand", 1, LONGEST_BRAND, &brand, error)
      || !madaf_decode_id (object, "category_id", &category_id, error)
      || !madaf_decode_text (object, "category", &worn->category, error)
      || !madaf_json_read_string_bounded (object, "size", 1, LONGEST_SIZE, &size, error)
      || !madaf_json_read_boolean (object, "said", &worn->said, error)
      || !madaf_decode_strv (object, "sizes", &worn->sizes, error))
    return NULL;
  worn->brand = g_strdup (brand);
  worn->category_id = g_strdup (category_id);
  worn->size = g_strdup (size);
  return g_steal_pointer (&worn);
}

static gpointer
decode_list (JsonObject *object, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_worn_size_free);
  JsonArray *array;

  if (!madaf_json_read_array (object, "items", &array, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *element = NULL;
      MadafWornSize *worn;

      if (!madaf_json_element_object (array, i, &element, error) || (worn = decode_worn (element, error)) == NULL)
        return NULL;
      g_ptr_array_add (list, worn);
    }
  return g_steal_pointer (&list);
}

static const MadafCallKind list_sizes = { "GET", "/v1/me/sizes", decode_list, (GDestroyNotify)g_ptr_array_unref };
static const MadafCallKind say_size
    = { "PUT", "/v1/me/sizes", decode_list, (GDestroyNotify)g_ptr_array_unref, .total_ms = CHANGE_MS };

void
madaf_central_client_list_worn_sizes_async (MadafCentralClient *self,
                                            const char *member_token,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data)
{
  madaf_call_run (self, madaf_call_new_for_member (self, &list_sizes, NULL, member_token), cancellable, callback,
                  user_data);
}

GPtrArray *
madaf_central_client_list_worn_sizes_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &list_sizes, NULL, error);
}

static GBytes *
make_body (const char *brand, const char *category_id, const char *size)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "sizes");
  madaf_json_writer_begin_array (writer);
  madaf_json_writer_begin_object (writer);
  if (brand != NULL)
    madaf_json_writer_member_string (writer, "brand", brand);
  madaf_json_writer_member_string (writer, "category_id", category_id);
  madaf_json_writer_member_string (writer, "size", size);
  madaf_json_writer_end_object (writer);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);

  return madaf_json_writer_finish_bytes (writer);
}

void
madaf_central_client_say_worn_size_async (MadafCentralClient *self,
                                          const char *member_token,
                                          const char *brand,
                                          const char *category_id,
                                          const char *size,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_autoptr (GBytes) body = make_body (brand, category_id, size);
  MadafCall *call = madaf_call_new_for_member (self, &say_size, NULL, member_token);

  madaf_request_set_json (call->request, body);
  madaf_call_run (self, call, cancellable, callback, user_data);
}

GPtrArray *
madaf_central_client_say_worn_size_finish (MadafCentralClient *self, GAsyncResult *result, GError **error)
{
  return madaf_call_finish_value (self, result, &say_size, NULL, error);
}
