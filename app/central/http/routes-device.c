/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/fields.h"
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/enrolment.h"
#include "central/shop/error.h"

/* Devices: how one comes in, what it is, how it goes. */

gboolean
madaf_route_create_enrolment (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *code = NULL;
  const char *branch_id;
  const char *role;
  gint64 expires_us = 0;
  MadafJsonWriter *writer;

  madaf_fields_init (&fields, request, request->body, "", "branch_id role");
  branch_id = madaf_fields_id (&fields, "branch_id", MADAF_FIELD_REQUIRED);
  role = madaf_fields_word (&fields, "role", MADAF_FIELD_REQUIRED, "kiosk till channel associate");
  if (madaf_request_has_refused (request))
    return FALSE;
  code = madaf_enrolment_create_code (transaction, role, branch_id, request->now_us, request->service->random,
                                      &expires_us, &local_error);
  if (code == NULL)
    {
      if (g_error_matches (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND))
        madaf_fields_refuse (&fields, "branch_id", "unknown_id");
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "code", code);
  madaf_encode_time (writer, "expires_at", expires_us);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 201, writer);
  return TRUE;
}

static void
encode_device (MadafJsonWriter *writer, const char *id, const char *branch_id, const char *role)
{
  madaf_json_writer_member_string (writer, "device_id", id);
  madaf_json_writer_member_string (writer, "branch_id", branch_id);
  madaf_json_writer_member_string (writer, "role", role);
}

static const char *
decode_code (MadafFields *fields)
{
  const char *code = madaf_fields_string (fields, "code", MADAF_FIELD_REQUIRED, 8, 8);

  if (code != NULL && strspn (code, "0123456789") != 8)
    {
      madaf_fields_refuse (fields, "code", "bad_format");
      return NULL;
    }
  return code;
}

gboolean
madaf_route_enrol_device (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_autoptr (MadafDevice) device = NULL;
  g_autoptr (GError) refused = NULL;
  g_autofree char *token = NULL;
  const char *code;
  const char *name;
  MadafJsonWriter *writer;

  madaf_fields_init (&fields, request, request->body, "", "code name");
  code = decode_code (&fields);
  name = madaf_fields_string (&fields, "name", MADAF_FIELD_REQUIRED, 1, 60);
  if (madaf_request_has_refused (request))
    return FALSE;
  if (!madaf_enrolment_redeem (transaction, code, name, request->now_us, request->service->random, &device, &token,
                               &refused, error))
    return FALSE;
  if (refused != NULL)
    {
      /* The transaction stands: it remembers the wrong try. */
      request->reply = madaf_service_explain (refused);
      return TRUE;
    }
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  encode_device (writer, device->id, device->branch_id, device->role);
  madaf_json_writer_member_string (writer, "token", token);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 201, writer);
  return TRUE;
}

gboolean
madaf_route_get_own_device (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafJsonWriter *writer;

  /* The operator speaks for no device. */
  if (request->device_id == NULL)
    {
      madaf_request_answer_problem (request, MADAF_PROBLEM_NOT_FOUND, NULL);
      return FALSE;
    }
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  encode_device (writer, request->device_id, request->branch_id, request->device_role);
  madaf_json_writer_member_string (writer, "name", request->device_name != NULL ? request->device_name : "");
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

static void
on_revoked (MadafRequest *request)
{
  madaf_devices_forget (request->service->devices, request->parameters[0]);
  madaf_streams_close_device (request->service->streams, request->parameters[0]);
}

gboolean
madaf_route_revoke_device (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  if (!madaf_device_revoke (transaction, request->parameters[0], request->now_us, error))
    return FALSE;
  request->committed = on_revoked;
  request->reply = madaf_reply_new (204, NULL, NULL, 0);
  return TRUE;
}
