/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/shop/my-size.h"
#include "model/json.h"

/* The sizes that a member wears: who asks is all that says whose. */

#define LONGEST_BRAND 70
#define LONGEST_SIZE  24

static void
encode_string (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  madaf_json_writer_string (writer, item);
}

static void
encode_size (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafMySize *size = item;

  madaf_json_writer_begin_object (writer);
  madaf_encode_optional (writer, "brand", size->brand);
  madaf_json_writer_member_string (writer, "category_id", size->category_id);
  madaf_json_writer_member_raw (writer, "category", size->category_name);
  madaf_json_writer_member_string (writer, "size", size->size);
  madaf_json_writer_member_bool (writer, "said", size->is_said);
  madaf_json_writer_member_int (writer, "pieces", size->pieces);
  madaf_encode_list (writer, "sizes", size->sizes, encode_string, NULL);
  madaf_json_writer_end_object (writer);
}

gboolean
madaf_route_list_my_sizes (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) list = madaf_my_size_list (transaction, request->member_id, error);
  MadafJsonWriter *writer;

  if (list == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_encode_list (writer, "items", list, encode_size, NULL);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

static void
decode_size (MadafRequest *request, JsonArray *array, guint i, MadafMySizeDraft *draft)
{
  g_autofree char *pointer = g_strdup_printf ("/sizes/%u", i);
  g_auto (MadafFields) fields = { 0 };
  JsonObject *object = NULL;

  if (!madaf_json_element_object (array, i, &object, NULL))
    {
      madaf_request_refuse (request, pointer, "wrong_type");
      return;
    }
  madaf_fields_init (&fields, request, object, pointer, "brand category_id size");
  draft->brand = madaf_fields_string (&fields, "brand", MADAF_FIELD_OPTIONAL, 1, LONGEST_BRAND);
  draft->category_id = madaf_fields_id (&fields, "category_id", MADAF_FIELD_REQUIRED);
  draft->size = madaf_fields_string (&fields, "size", MADAF_FIELD_OPTIONAL, 1, LONGEST_SIZE);
}

gboolean
madaf_route_say_my_sizes (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_autofree MadafMySizeDraft *drafts = NULL;
  gboolean said;
  JsonArray *array;
  guint n;

  madaf_fields_init (&fields, request, request->body, "", "sizes");
  array = madaf_fields_array (&fields, "sizes", 1, MADAF_MY_SIZES_MAX);
  n = array != NULL ? json_array_get_length (array) : 0;
  drafts = g_new0 (MadafMySizeDraft, n + 1);
  for (guint i = 0; i < n; i++)
    decode_size (request, array, i, &drafts[i]);
  if (madaf_request_has_refused (request))
    return FALSE;
  said = madaf_my_size_say (transaction, request->member_id, drafts, n, request->now_us, &faults, error);
  madaf_decode_refuse_faults (request, &faults);
  return said && madaf_route_list_my_sizes (request, transaction, error);
}
