/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/encode.h"
#include "central/http/fields.h"
#include "central/http/routes.h"
#include "central/http/service.h"
#include "central/shop/access-token.h"
#include "central/shop/branch.h"
#include "central/shop/member-code.h"
#include "central/shop/one-time-code.h"
#include "central/shop/sign-in.h"
#include "model/phone.h"

/* How a member signs in on a device: RFC 8628 by their own phone, a code of their app, or a code sent to their phone.
 * Its states are problems here, as everything is that is no success. */

#define GRANT_DEVICE_CODE   "urn:ietf:params:oauth:grant-type:device_code"
#define GRANT_MEMBER_CODE   "urn:madaf:grant:member-code"
#define GRANT_ONE_TIME_CODE "urn:madaf:grant:one-time-code"
#define GRANTS              GRANT_DEVICE_CODE " " GRANT_MEMBER_CODE " " GRANT_ONE_TIME_CODE

static gint64
to_seconds (gint64 time_us)
{
  return (time_us + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND;
}

/* Always FALSE: a refusal that leaves nothing written. */
static gboolean
refuse_for_now (MadafRequest *request, MadafProblem problem, gint64 wait_s, const char *detail)
{
  madaf_request_answer_problem (request, problem, detail);
  request->reply->retry_after = (guint)wait_s;
  return FALSE;
}

static void
encode_sign_in (MadafJsonWriter *writer, const MadafSignInCodes *codes, const char *public_url, gint64 now_us)
{
  g_autofree char *user_code = madaf_user_code_format (codes->user_code);
  g_autofree char *uri = g_strconcat (public_url, "/link", NULL);
  g_autofree char *complete = g_strconcat (uri, "?user_code=", user_code, NULL);

  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "sign_in_id", codes->id);
  madaf_json_writer_member_string (writer, "device_code", codes->device_code);
  madaf_json_writer_member_string (writer, "user_code", user_code);
  madaf_json_writer_member_string (writer, "verification_uri", uri);
  madaf_json_writer_member_string (writer, "verification_uri_complete", complete);
  madaf_json_writer_member_int (writer, "expires_in", to_seconds (codes->expires_us - now_us));
  madaf_json_writer_member_int (writer, "interval", MADAF_SIGN_IN_INTERVAL_US / G_TIME_SPAN_SECOND);
  madaf_json_writer_end_object (writer);
}

gboolean
madaf_route_begin_sign_in (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  MadafService *service = request->service;
  g_auto (MadafSignInCodes) codes = { 0 };
  MadafJsonWriter *writer;

  if (service->public_url == NULL)
    return refuse_for_now (request, MADAF_PROBLEM_UNAVAILABLE, 0,
                           "Phones do not reach this central: it has no public URL.");
  if (!madaf_limiter_take (service->sign_ins, request->device_id, request->now_us))
    return refuse_for_now (request, MADAF_PROBLEM_TOO_MANY,
                           madaf_limiter_check (service->sign_ins, request->device_id, request->now_us), NULL);
  if (!madaf_sign_in_begin (transaction, request->device_id, request->now_us, service->random, &codes, error))
    return FALSE;
  writer = madaf_json_writer_new ();
  encode_sign_in (writer, &codes, service->public_url, request->now_us);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

gboolean
madaf_route_cancel_sign_in (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  if (!madaf_sign_in_cancel (transaction, request->parameters[0], request->device_id, error))
    return FALSE;
  request->reply = madaf_reply_new (204, NULL, NULL, 0);
  return TRUE;
}

/* (transfer full) (nullable): E.164; NULL with the field refused or @error set. */
static char *
decode_phone (MadafFields *fields, MadafTransaction *transaction, GError **error)
{
  const char *typed = madaf_fields_string (fields, "phone", MADAF_FIELD_REQUIRED, 1, 40);
  g_autoptr (MadafShopSettings) settings = NULL;
  char *phone;

  if (typed == NULL)
    return NULL;
  settings = madaf_shop_get_settings (transaction, error);
  if (settings == NULL)
    return NULL;
  phone = madaf_phone_normalise (typed, settings->country, NULL);
  if (phone == NULL)
    madaf_fields_refuse (fields, "phone", "not_a_phone");
  return phone;
}

static gboolean
answer_code_sent (MadafRequest *request, const char *id, gint64 wait_us)
{
  MadafJsonWriter *writer;

  if (id == NULL)
    return refuse_for_now (request, MADAF_PROBLEM_TOO_MANY, to_seconds (wait_us), NULL);
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "one_time_code_id", id);
  madaf_json_writer_member_int (writer, "expires_in", MADAF_CODE_LIFE_US / G_TIME_SPAN_SECOND);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 202, writer);
  return TRUE;
}

gboolean
madaf_route_send_one_time_code (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  g_autofree char *phone = NULL;
  g_autofree char *id = NULL;
  const char *language;
  gint64 wait_us = 0;

  madaf_fields_init (&fields, request, request->body, "", "phone language");
  language = madaf_fields_language (&fields, "language", MADAF_FIELD_REQUIRED);
  phone = decode_phone (&fields, transaction, error);
  if (phone == NULL || madaf_request_has_refused (request))
    return FALSE;
  if (!request->service->can_send)
    return refuse_for_now (request, MADAF_PROBLEM_UNAVAILABLE, 0, "This central has nothing to send codes with.");
  if (!madaf_one_time_code_send (transaction, phone, language, request->device_id, request->now_us,
                                 request->service->random, &id, &wait_us, error))
    return FALSE;
  return answer_code_sent (request, id, wait_us);
}

/* A problem whose try is to be remembered: TRUE keeps what was written. */
static gboolean
answer_state (MadafRequest *request, MadafProblem problem, gint64 wait_s)
{
  madaf_request_answer_problem (request, problem, NULL);
  request->reply->retry_after = (guint)wait_s;
  return TRUE;
}

static gboolean
answer_token (MadafRequest *request, MadafTransaction *transaction, const MadafMember *member, GError **error)
{
  gint64 expires_us = 0;
  g_autofree char *token = madaf_access_token_create (transaction, member->id, request->device_id, request->now_us,
                                                      request->service->random, &expires_us, error);
  MadafJsonWriter *writer;

  if (token == NULL)
    return FALSE;
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "access_token", token);
  madaf_json_writer_member_string (writer, "token_type", "Bearer");
  madaf_json_writer_member_int (writer, "expires_in", to_seconds (expires_us - request->now_us));
  madaf_json_writer_member (writer, "member");
  madaf_encode_member (writer, member);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 200, writer);
  return TRUE;
}

static gboolean
answer_token_of (MadafRequest *request, MadafTransaction *transaction, const char *member_id, GError **error)
{
  g_autoptr (MadafMember) member = madaf_member_get (transaction, member_id, error);

  return member != NULL && answer_token (request, transaction, member, error);
}

static gboolean
grant_device_code (MadafRequest *request, MadafTransaction *transaction, const char *device_code, GError **error)
{
  MadafSignInResult result;
  g_autofree char *member_id = NULL;
  gint64 interval_us = 0;

  if (!madaf_sign_in_redeem (transaction, device_code, request->device_id, request->now_us, &result, &member_id,
                             &interval_us, error))
    return FALSE;
  switch (result)
    {
    case MADAF_SIGN_IN_APPROVED:
      return answer_token_of (request, transaction, member_id, error);
    case MADAF_SIGN_IN_PENDING:
      return answer_state (request, MADAF_PROBLEM_AUTHORIZATION_PENDING, 0);
    case MADAF_SIGN_IN_SLOW_DOWN:
      return answer_state (request, MADAF_PROBLEM_SLOW_DOWN, to_seconds (interval_us));
    case MADAF_SIGN_IN_DENIED:
      return answer_state (request, MADAF_PROBLEM_ACCESS_DENIED, 0);
    case MADAF_SIGN_IN_EXPIRED:
      return answer_state (request, MADAF_PROBLEM_EXPIRED_TOKEN, 0);
    default:
      return answer_state (request, MADAF_PROBLEM_INVALID_GRANT, 0);
    }
}

static gboolean
grant_member_code (MadafRequest *request, MadafTransaction *transaction, const char *code, GError **error)
{
  g_autofree char *member_id = NULL;

  if (!madaf_member_code_redeem (transaction, code, request->now_us, &member_id, error))
    return FALSE;
  if (member_id == NULL)
    return answer_state (request, MADAF_PROBLEM_INVALID_GRANT, 0);
  return answer_token_of (request, transaction, member_id, error);
}

static gboolean
answer_wrong_code (MadafRequest *request, int tries_left)
{
  MadafJsonWriter *writer = madaf_problem_begin (MADAF_PROBLEM_INVALID_GRANT, NULL);

  madaf_json_writer_member_int (writer, "tries_left", tries_left);
  request->reply = madaf_problem_finish (MADAF_PROBLEM_INVALID_GRANT, writer);
  return TRUE;
}

static gboolean
grant_one_time_code (
    MadafRequest *request, MadafTransaction *transaction, const char *id, const char *code, GError **error)
{
  g_auto (MadafCodeVerdict) verdict = { 0 };
  g_autoptr (MadafMember) member = NULL;

  if (!madaf_one_time_code_check (transaction, id, code, request->device_id, request->now_us, &verdict, error))
    return FALSE;
  if (verdict.result == MADAF_CODE_TOO_MANY)
    return answer_state (request, MADAF_PROBLEM_TOO_MANY, G_TIME_SPAN_HOUR / G_TIME_SPAN_SECOND);
  if (verdict.result != MADAF_CODE_RIGHT)
    return answer_wrong_code (request, verdict.tries_left);
  member = madaf_member_welcome (transaction, verdict.phone, verdict.language, request->now_us,
                                 request->service->random, error);
  return member != NULL && answer_token (request, transaction, member, error);
}

gboolean
madaf_route_get_token (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_auto (MadafFields) fields = { 0 };
  const char *grant;
  const char *secret = NULL;
  const char *id = NULL;

  madaf_fields_init (&fields, request, request->body, "", "grant_type device_code code one_time_code_id");
  grant = madaf_fields_word (&fields, "grant_type", MADAF_FIELD_REQUIRED, GRANTS);
  if (g_strcmp0 (grant, GRANT_DEVICE_CODE) == 0)
    secret = madaf_fields_string (&fields, "device_code", MADAF_FIELD_REQUIRED, 1, 64);
  else if (grant != NULL)
    secret = madaf_fields_string (&fields, "code", MADAF_FIELD_REQUIRED, 1, 64);
  if (g_strcmp0 (grant, GRANT_ONE_TIME_CODE) == 0)
    id = madaf_fields_id (&fields, "one_time_code_id", MADAF_FIELD_REQUIRED);
  if (madaf_request_has_refused (request))
    return FALSE;
  if (strcmp (grant, GRANT_DEVICE_CODE) == 0)
    return grant_device_code (request, transaction, secret, error);
  if (strcmp (grant, GRANT_MEMBER_CODE) == 0)
    return grant_member_code (request, transaction, secret, error);
  return grant_one_time_code (request, transaction, id, secret, error);
}

gboolean
madaf_route_create_member_code (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  g_autofree char *code = NULL;
  g_autofree char *uri = NULL;
  MadafJsonWriter *writer;

  /* A screen that somebody else may stand at next gives nobody the means to sign in elsewhere. */
  if (strcmp (request->device_role, "channel") != 0)
    {
      madaf_request_answer_problem (request, MADAF_PROBLEM_FORBIDDEN, NULL);
      return FALSE;
    }
  code = madaf_member_code_create (transaction, request->member_id, request->now_us, request->service->random, error);
  if (code == NULL)
    return FALSE;
  if (request->service->public_url != NULL)
    uri = g_strconcat (request->service->public_url, "/m/", code, NULL);
  writer = madaf_json_writer_new ();
  madaf_json_writer_begin_object (writer);
  madaf_json_writer_member_string (writer, "code", code);
  madaf_encode_optional (writer, "uri", uri);
  madaf_json_writer_member_int (writer, "expires_in", MADAF_MEMBER_CODE_LIFE_US / G_TIME_SPAN_SECOND);
  madaf_json_writer_end_object (writer);
  madaf_request_answer (request, 201, writer);
  return TRUE;
}
