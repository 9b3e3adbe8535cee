/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/decode.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"

/* What shoppers ask to be brought, and those who bring it. */

#define MAX_ROOM 99

MadafFetchAsker
madaf_route_fetch_asker (const MadafRequest *request)
{
  gboolean is_staff = request->role == MADAF_ROLE_ASSOCIATE || request->role == MADAF_ROLE_TILL;

  return (MadafFetchAsker){ request->device_id, request->branch_id, is_staff };
}

static void
encode_request (MadafJsonWriter *writer, gconstpointer item, gconstpointer unused)
{
  const MadafFetchRequest *fetch = item;

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "id", fetch->id);
  madaf_json_writer_member_string (writer, "state", madaf_fetch_state_to_string (fetch->state));
  madaf_encode_time (writer, "asked_at", fetch->asked_us);
  if (fetch->room > 0)
    madaf_json_writer_member_int (writer, "fitting_room", fetch->room);
  madaf_encode_optional (writer, "screen", fetch->screen);
  madaf_json_writer_member_string (writer, "product_id", fetch->product_id);
  madaf_json_writer_member_string (writer, "variant_id", fetch->variant_id);
  madaf_json_writer_member_raw (writer, "title", fetch->title);
  madaf_encode_optional_json (writer, "colour", fetch->colour_name);
  madaf_encode_optional (writer, "size", fetch->size);
  madaf_encode_optional (writer, "gtin", fetch->gtin);
  madaf_encode_optional (writer, "picture_id", fetch->picture_id);
  if (fetch->place > 0)
    madaf_json_writer_member_int (writer, "place", fetch->place);
  if (fetch->expected_minutes > 0)
    madaf_json_writer_member_int (writer, "expected_minutes", fetch->expected_minutes);
  if (fetch->late)
    madaf_json_writer_member_bool (writer, "late", TRUE);
  madaf_json_writer_end_object (writer);
}

static gboolean
answer (MadafRequest *request, guint status, MadafFetchRequest *fetch)
{
  g_autoptr (MadafFetchRequest) owned = fetch;
  MadafJsonWriter *writer;

  if (owned == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  encode_request (writer, owned, NULL);
  madaf_request_answer (request, status, writer);
  return TRUE;
}

/* A member asks on a screen; what they carry themselves stands nowhere. */
static gboolean
check_screen (MadafRequest *request)
{
  if (request->member_id == NULL || strcmp (request->device_role, "kiosk") == 0)
    return TRUE;
  madaf_request_answer_problem (request, MADAF_PROBLEM_FORBIDDEN, NULL);
  return FALSE;
}

gboolean
madaf_route_ask_to_fetch (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafFetchDraft draft = { request->device_id, request->branch_id, request->member_id, NULL, 0 };
  g_auto (MadafFields) fields = { 0 };
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafFetchRequest) fetch = NULL;
  gint64 room = 0;

  if (!check_screen (request))
    return FALSE;
  madaf_fields_init (&fields, request, request->body, "", "variant_id fitting_room");
  draft.variant_id = madaf_fields_id (&fields, "variant_id", MADAF_FIELD_REQUIRED);
  madaf_fields_int (&fields, "fitting_room", MADAF_FIELD_OPTIONAL, 1, MAX_ROOM, &room);
  if (madaf_request_has_refused (request))
    return FALSE;
  draft.room = (int)room;
  fetch = madaf_fetch_request_ask (transaction, &draft, request->now_us, request->service->random, &faults, error);
  madaf_decode_refuse_faults (request, &faults);
  return answer (request, 201, g_steal_pointer (&fetch));
}

gboolean
madaf_route_list_fetch_requests (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (GPtrArray) list = madaf_fetch_request_list (transaction, request->branch_id, request->now_us, error);
  MadafJsonWriter *writer;

  if (list == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_encode_list (writer, "items", list, encode_request, NULL);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

gboolean
madaf_route_get_fetch_request (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafFetchAsker asker = madaf_route_fetch_asker (request);

  return answer (request, 200,
                 madaf_fetch_request_get (transaction, request->parameters[0], &asker, request->now_us, error));
}

gboolean
madaf_route_cancel_fetch_request (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafFetchAsker asker = madaf_route_fetch_asker (request);

  if (!madaf_fetch_request_cancel (transaction, request->parameters[0], &asker, request->now_us, error))
    return FALSE;
  request->reply = madaf_reply_new (204, NULL, NULL, 0);
  return TRUE;
}

gboolean
madaf_route_move_fetch_request (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const MadafFetchAsker asker = madaf_route_fetch_asker (request);
  g_auto (MadafFields) fields = { 0 };
  MadafFetchState state = MADAF_FETCH_TAKEN;
  const char *word;

  madaf_fields_init (&fields, request, request->body, "", "state");
  word = madaf_fields_word (&fields, "state", MADAF_FIELD_REQUIRED, "taken brought not_found");
  if (madaf_request_has_refused (request))
    return FALSE;
  madaf_fetch_state_from_string (word, &state);
  return answer (request, 200,
                 madaf_fetch_request_move (transaction, request->parameters[0], &asker, state, request->now_us, error));
}
