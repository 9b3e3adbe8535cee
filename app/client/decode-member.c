/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/decode-member.h"

#include <string.h>

#include "client/authorization.h"
#include "client/decode.h"
#include "client/member-pass.h"
#include "client/sent-code.h"
#include "model/json.h"

/* Secrets of 256 bits in base64url; a member's token begins with two characters that say what it is. */
#define DEVICE_CODE_LENGTH  43
#define ACCESS_TOKEN_LENGTH 45
#define USER_CODE_LENGTH    9
#define URI_MAXIMUM         2000
#define NAME_MAXIMUM        (60 * 4)
#define LONGEST_S           (31 * 24 * 3600)

static gboolean
read_seconds (JsonObject *object, const char *member, int *seconds, GError **error)
{
  gint64 value;

  if (!madaf_json_read_int (object, member, 1, LONGEST_S, &value, error))
    return FALSE;
  *seconds = (int)value;
  return TRUE;
}

static gboolean
read_uri (JsonObject *object, const char *member, const char **uri, GError **error)
{
  if (!madaf_json_read_string_bounded (object, member, 8, URI_MAXIMUM, uri, error))
    return FALSE;
  if (g_str_has_prefix (*uri, "https://") || g_str_has_prefix (*uri, "http://"))
    return TRUE;
  g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "%s: no address of a page", member);
  return FALSE;
}

gpointer
madaf_decode_authorization (JsonObject *object, GError **error)
{
  MadafAuthorizationParts parts;

  if (!madaf_decode_id (object, "sign_in_id", &parts.id, error)
      || !madaf_json_read_string_bounded (object, "device_code", DEVICE_CODE_LENGTH, DEVICE_CODE_LENGTH,
                                          &parts.device_code, error)
      || !madaf_json_read_string_bounded (object, "user_code", USER_CODE_LENGTH, USER_CODE_LENGTH, &parts.user_code,
                                          error)
      || !read_uri (object, "verification_uri", &parts.uri, error)
      || !read_uri (object, "verification_uri_complete", &parts.uri_complete, error)
      || !read_seconds (object, "expires_in", &parts.expires_in, error)
      || !read_seconds (object, "interval", &parts.interval, error))
    return NULL;

  return madaf_authorization_new (&parts);
}

gpointer
madaf_decode_member_profile (JsonObject *object, GError **error)
{
  const char *number;
  const char *name = NULL;
  const char *language;
  const char *phone;

  if (!madaf_decode_id (object, "number", &number, error)
      || !madaf_json_read_optional_string_bounded (object, "name", 1, NAME_MAXIMUM, &name, error)
      || !madaf_json_read_string_bounded (object, "language", 2, 35, &language, error)
      || !madaf_json_read_string_bounded (object, "phone", 1, 64, &phone, error))
    return NULL;

  return madaf_member_profile_new (number, name, language, phone);
}

/* It goes into a header of every call. */
static gboolean
read_token (JsonObject *object, const char **token, GError **error)
{
  if (!madaf_json_read_string_bounded (object, "access_token", ACCESS_TOKEN_LENGTH, ACCESS_TOKEN_LENGTH, token, error))
    return FALSE;
  if (strspn (*token, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_-.") == ACCESS_TOKEN_LENGTH)
    return TRUE;
  g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "access_token: no token");
  return FALSE;
}

gpointer
madaf_decode_member_pass (JsonObject *object, GError **error)
{
  const char *token;
  const char *token_type;
  int expires_in;
  g_autoptr (MadafMemberProfile) profile = NULL;

  if (!read_token (object, &token, error) || !madaf_json_read_string (object, "token_type", &token_type, error)
      || !read_seconds (object, "expires_in", &expires_in, error)
      || !madaf_decode_member (object, "member", madaf_decode_member_profile, &profile, error))
    return NULL;
  if (!g_str_equal (token_type, "Bearer"))
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "A token of a type that is not known here");
      return NULL;
    }

  return madaf_member_pass_new (token, expires_in, profile);
}

gpointer
madaf_decode_sent_code (JsonObject *object, GError **error)
{
  const char *id;
  int expires_in;

  if (!madaf_decode_id (object, "one_time_code_id", &id, error)
      || !read_seconds (object, "expires_in", &expires_in, error))
    return NULL;

  return madaf_sent_code_new (id, expires_in);
}
