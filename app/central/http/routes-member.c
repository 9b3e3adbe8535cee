/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/encode.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/access-token.h"

/* A member who is signed in: who they are, and signing out. */

void
madaf_encode_member (MadafJsonWriter *writer, const MadafMember *member)
{
  g_autofree char *phone = madaf_member_mask_phone (member->phone);

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "number", member->number);
  madaf_encode_optional (writer, "name", member->name);
  madaf_json_writer_member_string (writer, "language", member->language);
  madaf_json_writer_member_string (writer, "phone", phone);
  madaf_encode_time (writer, "joined_at", member->joined_us);
  madaf_json_writer_end_object (writer);
}

gboolean
madaf_route_get_me (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autoptr (MadafMember) member = madaf_member_get (transaction, request->member_id, error);
  MadafJsonWriter *writer;

  if (member == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_encode_member (writer, member);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

static void
on_signed_out (MadafRequest *request)
{
  madaf_streams_close_access (request->service->streams, request->access);
}

gboolean
madaf_route_sign_out (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  if (!madaf_access_token_revoke (transaction, request->access, error))
    return FALSE;
  request->committed = on_signed_out;
  request->reply = madaf_reply_new (204, NULL, NULL, 0);
  return TRUE;
}
