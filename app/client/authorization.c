/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/authorization.h"

#include <string.h>

struct _MadafAuthorization
{
  char *id;           /* (owned) */
  char *device_code;  /* (owned) */
  char *user_code;    /* (owned) */
  char *uri;          /* (owned) */
  char *uri_complete; /* (owned) */
  int expires_in;
  int interval;
};

G_DEFINE_BOXED_TYPE (MadafAuthorization, madaf_authorization, madaf_authorization_ref, madaf_authorization_unref)

static void
authorization_clear (gpointer data)
{
  MadafAuthorization *authorization = data;

  explicit_bzero (authorization->device_code, strlen (authorization->device_code));
  g_free (authorization->device_code);
  g_free (authorization->id);
  g_free (authorization->user_code);
  g_free (authorization->uri);
  g_free (authorization->uri_complete);
}

MadafAuthorization *
madaf_authorization_new (const MadafAuthorizationParts *parts)
{
  MadafAuthorization *authorization = g_atomic_rc_box_new0 (MadafAuthorization);

  authorization->id = g_strdup (parts->id);
  authorization->device_code = g_strdup (parts->device_code);
  authorization->user_code = g_strdup (parts->user_code);
  authorization->uri = g_strdup (parts->uri);
  authorization->uri_complete = g_strdup (parts->uri_complete);
  authorization->expires_in = parts->expires_in;
  authorization->interval = parts->interval;

  return authorization;
}

MadafAuthorization *
madaf_authorization_ref (MadafAuthorization *authorization)
{
  return g_atomic_rc_box_acquire (authorization);
}

void
madaf_authorization_unref (MadafAuthorization *authorization)
{
  g_atomic_rc_box_release_full (authorization, authorization_clear);
}

const char *
madaf_authorization_get_id (MadafAuthorization *authorization)
{
  return authorization->id;
}

const char *
madaf_authorization_get_device_code (MadafAuthorization *authorization)
{
  return authorization->device_code;
}

const char *
madaf_authorization_get_user_code (MadafAuthorization *authorization)
{
  return authorization->user_code;
}

const char *
madaf_authorization_get_uri (MadafAuthorization *authorization)
{
  return authorization->uri;
}

const char *
madaf_authorization_get_uri_complete (MadafAuthorization *authorization)
{
  return authorization->uri_complete;
}

int
madaf_authorization_get_expires_in (MadafAuthorization *authorization)
{
  return authorization->expires_in;
}

int
madaf_authorization_get_interval (MadafAuthorization *authorization)
{
  return authorization->interval;
}
