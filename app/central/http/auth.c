/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/http/service.h"
#include "central/shop/enrolment.h"
#include "central/shop/error.h"

/* Who asks: the operator by the socket they came through, a device by its bearer token (RFC 6750), or nobody. */

#define TOKEN_LENGTH 43

static const char *
bearer_token (MadafRequest *request)
{
  const char *value = madaf_exchange_get_header (request->exchange, "Authorization");

  if (value == NULL || g_ascii_strncasecmp (value, "Bearer ", strlen ("Bearer ")) != 0)
    return NULL;
  value += strlen ("Bearer ");
  while (*value == ' ')
    value++;
  return strlen (value) == TOKEN_LENGTH ? value : NULL;
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
  return 0;
}

static gboolean
refuse (MadafRequest *request, MadafProblem problem)
{
  madaf_request_answer_problem (request, problem, NULL);
  return FALSE;
}

static gboolean
check_device (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  const char *token = bearer_token (request);
  g_autoptr (MadafDevice) device = NULL;
  g_autoptr (GError) local_error = NULL;

  if (token == NULL)
    return refuse (request, MADAF_PROBLEM_UNAUTHORIZED);
  device = madaf_device_get_by_token (transaction, token, &local_error);
  if (device == NULL && local_error->domain == MADAF_SHOP_ERROR)
    return refuse (request, MADAF_PROBLEM_UNAUTHORIZED);
  if (device == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  request->role = role_from_string (device->role);
  request->device_id = g_steal_pointer (&device->id);
  request->branch_id = g_steal_pointer (&device->branch_id);
  request->device_name = g_steal_pointer (&device->name);
  return TRUE;
}

gboolean
madaf_auth_check (MadafRequest *request, MadafTransaction *transaction, GError **error)
{
  if (request->authenticated || request->route->roles & MADAF_ROLE_PUBLIC)
    return TRUE;
  if (request->role != MADAF_ROLE_OPERATOR)
    {
      if (!check_device (request, transaction, error))
        return FALSE;
      if (!(request->route->roles & request->role))
        return refuse (request, MADAF_PROBLEM_FORBIDDEN);
    }
  request->authenticated = TRUE;
  return TRUE;
}
