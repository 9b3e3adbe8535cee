/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/log.h"
#include "central/http/service.h"
#include "central/shop/access-token.h"
#include "central/shop/enrolment.h"
#include "central/shop/error.h"

/* Who asks: the operator by the socket they came through, a device or a member on one by their bearer token (RFC 6750),
 * or nobody. */

#define DEVICE_TOKEN_LENGTH 43

static const char *
bearer_token (MadafRequest *request)
{
  const char *value = madaf_exchange_get_header (request->exchange, "Authorization");

  if (value == NULL || g_ascii_strncasecmp (value, "Bearer ", strlen ("Bearer ")) != 0)
    return NULL;
  value += strlen ("Bearer ");
  while (*value == ' ')
    value++;
  return value;
}

static gboolean
is_access_token (const char *token)
{
  return strlen (token) == MADAF_ACCESS_TOKEN_LENGTH && g_str_has_prefix (token, MADAF_ACCESS_TOKEN_PREFIX);
}

static MadafRole
role_from_string (const char *text)
{
  if (strcmp (text, "kiosk") == 0)
    return MADAF_ROLE_KIOSK;
  if (strcmp (text, "till") == 0)
    return MADAF_ROLE_TILL;
  if (strcmp (text, "channel") == 0)
    return MADAF_ROLE_CHANNEL;
  if (strcmp (text, "associate") == 0)
    return MADAF_ROLE_ASSOCIATE;
  return 0;
}

static gboolean
refuse (MadafRequest *request, MadafProblem problem)
{
  madaf_request_answer_problem (request, problem, NULL);
  return FALSE;
}

/* What is written down of a visit, of a device or of a member. */
typedef struct
{
  char *device_id; /* (nullable) */
  guint8 access[MADAF_ACCESS_DIGEST_SIZE];
  gint64 now_us;
} Visit;

static gboolean
write_visit (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Visit *visit = data;

  if (visit->device_id == NULL)
    return madaf_access_token_touch (transaction, visit->access, visit->now_us, error);
  return madaf_device_seen (transaction, visit->device_id, visit->now_us, error);
}

static void
on_visit_written (const GError *error, gpointer data)
{
  Visit *visit = data;

  if (error != NULL)
    madaf_log_event (MADAF_LOG_WARNING, "last-seen-not-kept", error->message);
  g_free (visit->device_id);
  g_free (visit);
}

/* That the device was here is written down behind the request's back, so that nobody waits for it, and once a minute,
 * so that reading costs no writes. What others may do at the same moment is decided by the limiter. */
static void
note_visit (MadafRequest *request, const MadafDevice *device)
{
  MadafService *service = request->service;
  Visit *visit;

  if (request->now_us - device->last_seen_us < MADAF_SEEN_EVERY
      || !madaf_limiter_take (service->seen, device->id, request->now_us))
    return;
  visit = g_new0 (Visit, 1);
  visit->device_id = g_strdup (device->id);
  visit->now_us = request->now_us;
  madaf_store_write_async (service->store, write_visit, visit, on_visit_written, visit);
}

static gboolean
check_device (MadafRequest *request, MadafTransaction *transaction, const char *token, GError **error)
{
  g_autoptr (MadafDevice) device = NULL;

  device = madaf_devices_get (request->service->devices, transaction, token, error);
  if (device == NULL)
    return FALSE;
  note_visit (request, device);
  request->role = role_from_string (device->role);
  request->device_id = g_steal_pointer (&device->id);
  request->device_role = g_steal_pointer (&device->role);
  request->branch_id = g_steal_pointer (&device->branch_id);
  request->device_name = g_steal_pointer (&device->name);
  return TRUE;
}

/* Once a minute, as for devices; two of the same minute write the same. */
static void
note_use (MadafRequest *request, const MadafAccess *access)
{
  Visit *visit;

  if (request->now_us - access->used_us < MADAF_SEEN_EVERY)
    return;
  visit = g_new0 (Visit, 1);
  memcpy (visit->access, request->access, sizeof visit->access);
  visit->now_us = request->now_us;
  madaf_store_write_async (request->service->store, write_visit, visit, on_visit_written, visit);
}

static gboolean
check_member (MadafRequest *request, MadafTransaction *transaction, const char *token, GError **error)
{
  g_autoptr (MadafAccess) access = NULL;

  madaf_access_token_hash (token, request->access);
  access = madaf_access_token_look_up (transaction, request->access, request->now_us, error);
  if (access == NULL)
    return FALSE;
  note_use (request, access);
  request->role = MADAF_ROLE_MEMBER;
  request->member_id = g_steal_pointer (&access->member_id);
  request->access_ends_us = access->expires_us;
  request->device_id = g_steal_pointer (&access->device_id);
  request->device_role = g_steal_pointer (&access->device_role);
  request->branch_id = g_steal_pointer (&access->branch_id);
  request->device_name = g_steal_pointer (&access->device_name);
  return TRUE;
}

static gboolean
check_bearer (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const char *token = bearer_token (request);
  g_autoptr (GError) local_error = NULL;

  if (token == NULL)
    return refuse (request, MADAF_PROBLEM_UNAUTHORIZED);
  if (is_access_token (token)                 ? check_member (request, transaction, token, &local_error)
      : strlen (token) == DEVICE_TOKEN_LENGTH ? check_device (request, transaction, token, &local_error)
                                              : FALSE)
    return TRUE;
  if (local_error == NULL || local_error->domain == MADAF_SHOP_ERROR)
    return refuse (request, MADAF_PROBLEM_UNAUTHORIZED);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
madaf_auth_check (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  if (request->authenticated || request->route->roles & MADAF_ROLE_PUBLIC)
    return TRUE;
  if (request->role != MADAF_ROLE_OPERATOR && !check_bearer (request, transaction, error))
    return FALSE;
  if (!(request->route->roles & request->role))
    return refuse (request, MADAF_PROBLEM_FORBIDDEN);
  request->authenticated = TRUE;
  return TRUE;
}
