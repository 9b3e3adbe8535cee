/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/http/topic.h"
#include "model/gtin.h"
#include "model/json.h"
#include "model/time.h"

/* Stock: what there is, what happened to it elsewhere, and the stream of what happens. */

#define MAX_MOVEMENTS 200
#define MAX_QUANTITY  1000000
#define MAX_TOPICS    32

gboolean
madaf_route_get_stock (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafShopSettings) settings = madaf_shop_get_settings (transaction, error);
  g_autoptr (MadafShopLevels) levels = NULL;
  MadafJsonWriter *writer;

  if (settings != NULL)
    levels = madaf_stock_get_levels (transaction, request->parameters[0], request->now_us, error);
  if (levels == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "product_id", request->parameters[0]);
  madaf_encode_time (writer, "as_of", request->now_us);
  madaf_json_writer_member_int (writer, "event_id", levels->event_id);
  madaf_json_writer_member (writer, "levels");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < levels->levels->len; i++)
    madaf_encode_level (writer, g_ptr_array_index (levels->levels, i), settings->currency);
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

/* Which variant: by its id or its GTIN, one of the two. */
static void
decode_what (MadafFields *fields, MadafMovement *movement)
{
  gboolean by_id = json_object_has_member (fields->object, "variant_id");
  gboolean by_gtin = json_object_has_member (fields->object, "gtin");

  movement->variant_id = madaf_fields_id (fields, "variant_id", by_gtin ? MADAF_FIELD_OPTIONAL : MADAF_FIELD_REQUIRED);
  movement->gtin = madaf_fields_string (fields, "gtin", MADAF_FIELD_OPTIONAL, 14, 14);
  if (by_id && by_gtin)
    madaf_fields_refuse (fields, "gtin", "duplicate");
  if (movement->gtin != NULL && strspn (movement->gtin, "0123456789") != 14)
    madaf_fields_refuse (fields, "gtin", "bad_format");
}

static void
decode_movement (MadafRequest *request, JsonObject *object, const char *pointer, MadafMovement *movement)
{
  g_auto (MadafFields) fields = { 0 };
  const char *kind;
  const char *at;

  madaf_fields_init (&fields, request, object, pointer, "id kind variant_id gtin branch_id quantity at");
  movement->source = request->device_id;
  movement->source_id = madaf_fields_id (&fields, "id", MADAF_FIELD_REQUIRED);
  kind
      = madaf_fields_word (&fields, "kind", MADAF_FIELD_REQUIRED, "sale return receipt transfer_in transfer_out count");
  if (kind != NULL)
    madaf_movement_kind_from_string (kind, &movement->kind);
  decode_what (&fields, movement);
  movement->branch_id = madaf_fields_id (&fields, "branch_id", MADAF_FIELD_REQUIRED);
  madaf_fields_int (&fields, "quantity", MADAF_FIELD_REQUIRED, 0, MAX_QUANTITY, &movement->quantity);
  at = madaf_fields_string (&fields, "at", MADAF_FIELD_REQUIRED, 1, 40);
  if (at != NULL && !madaf_time_parse (at, &movement->happened_us, NULL))
    madaf_fields_refuse (&fields, "at", "bad_format");
}

/* (transfer full); check madaf_request_has_refused(). */
static MadafMovement *
decode_movements (MadafRequest *request, guint *n_movements)
{
  g_auto (MadafFields) fields = { 0 };
  JsonArray *array;
  MadafMovement *movements;

  *n_movements = 0;
  madaf_fields_init (&fields, request, request->body, "", "movements");
  array = madaf_fields_array (&fields, "movements", 1, MAX_MOVEMENTS);
  if (array == NULL)
    return NULL;
  *n_movements = json_array_get_length (array);
  movements = g_new0 (MadafMovement, *n_movements);
  for (guint i = 0; i < *n_movements; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/movements/%u", i);
      JsonObject *object = NULL;

      if (madaf_json_element_object (array, i, &object, NULL))
        decode_movement (request, object, pointer, &movements[i]);
      else
        madaf_request_refuse (request, pointer, "wrong_type");
    }
  return movements;
}

/* A till speaks for its own branch only. */
static gboolean
may_move (const MadafRequest *request, const MadafMovement *movements, guint n_movements)
{
  for (guint i = 0; i < n_movements && request->role == MADAF_ROLE_TILL; i++)
    if (g_strcmp0 (movements[i].branch_id, request->branch_id) != 0)
      return FALSE;
  return TRUE;
}

static void
encode_result (MadafJsonWriter *writer, const char *id, const MadafMovementResult *result)
{
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", id);
  madaf_json_writer_member_string (writer, "result", result->duplicate ? "duplicate" : "applied");
  madaf_json_writer_member_int (writer, "available", MAX (result->available, 0));
  if (result->discrepancy > 0)
    madaf_json_writer_member_int (writer, "discrepancy", result->discrepancy);
  madaf_json_writer_end_object (writer);
}

gboolean
madaf_route_record_movements (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  guint n_movements;
  g_autofree MadafMovement *movements = decode_movements (request, &n_movements);
  g_autoptr (MadafJsonWriter) writer = NULL;
  g_auto (MadafFaults) faults = { 0 };
  gboolean applied = TRUE;

  if (madaf_request_has_refused (request))
    return FALSE;
  if (!may_move (request, movements, n_movements))
    {
      madaf_request_answer_problem (request, MADAF_PROBLEM_FORBIDDEN, "A till records movements of its own branch.");
      return FALSE;
    }
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member (writer, "results");
  madaf_json_writer_begin_array (writer);
  for (guint i = 0; i < n_movements && applied; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/movements/%u", i);
      MadafMovementResult result = { 0 };

      applied = madaf_stock_apply (transaction, &movements[i], request->now_us, pointer, &result, &faults, error);
      if (applied)
        encode_result (writer, movements[i].source_id, &result);
    }
  madaf_decode_refuse_faults (request, &faults);
  if (!applied)
    return FALSE;
  madaf_json_writer_end_array (writer);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, g_steal_pointer (&writer));
  return TRUE;
}

static void
check_topics (MadafRequest *request, const char *const *topics)
{
  guint n = g_strv_length ((char **)topics);

  if (n == 0)
    madaf_request_refuse (request, "topic", "missing");
  else if (n > MAX_TOPICS)
    madaf_request_refuse (request, "topic", "too_long");
  for (guint i = 0; i < n; i++)
    {
      if (!madaf_topic_is_valid (topics[i]))
        madaf_request_refuse (request, "topic", "bad_format");
      for (guint j = 0; j < i; j++)
        if (strcmp (topics[i], topics[j]) == 0)
          madaf_request_refuse (request, "topic", "duplicate");
    }
}

/* Runs outside of any transaction, with who asks already known. */
gboolean
madaf_route_open_stream (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autofree const char **topics = madaf_request_query_all (request, "topic");
  const char *last = madaf_exchange_get_header (request->exchange, "Last-Event-ID");
  const MadafListener listener = {
    .device_id = request->device_id,
    .member_id = request->member_id,
    .access = request->member_id != NULL ? request->access : NULL,
    .lasts_us = request->access_ends_us - request->now_us,
  };
  gint64 after = -1;

  check_topics (request, topics);
  madaf_request_query_int (request, "after", 0, G_MAXINT64, &after);
  if (last != NULL && !g_ascii_string_to_signed (last, 10, 0, G_MAXINT64, &after, NULL))
    madaf_request_refuse (request, "Last-Event-ID", "wrong_type");
  if (madaf_request_has_refused (request) || !madaf_topic_may_hear (request, topics, error))
    return FALSE;
  return madaf_streams_open (request->service->streams, request->exchange, &listener, topics, after, error);
}
