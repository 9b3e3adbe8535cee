/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafAuthorization:
 *
 * A sign-in that was begun on this device and waits for its answer on somebody's phone (RFC 8628, section 3.2): what to
 * show, and the secret to ask with. Immutable, counted, a boxed type. madaf_central_client_authorize_async () gets one.
 */
typedef struct _MadafAuthorization MadafAuthorization;

#define MADAF_TYPE_AUTHORIZATION (madaf_authorization_get_type ())

/* What it is made of, borrowed. */
typedef struct
{
  const char *id;
  const char *device_code;
  const char *user_code;
  const char *uri;
  const char *uri_complete;
  int expires_in;
  int interval;
} MadafAuthorizationParts;

GType madaf_authorization_get_type (void) G_GNUC_CONST;
MadafAuthorization *madaf_authorization_new (const MadafAuthorizationParts *parts);
MadafAuthorization *madaf_authorization_ref (MadafAuthorization *authorization);
void madaf_authorization_unref (MadafAuthorization *authorization);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafAuthorization, madaf_authorization_unref)

/* Its name, also in the stream's topic "sign-in:ID"; it opens nothing. */
const char *madaf_authorization_get_id (MadafAuthorization *authorization);
/* Secret. */
const char *madaf_authorization_get_device_code (MadafAuthorization *authorization);
/* "BCDF-GHJK" */
const char *madaf_authorization_get_user_code (MadafAuthorization *authorization);
const char *madaf_authorization_get_uri (MadafAuthorization *authorization);
/* The same with the user code in it, for a QR code. */
const char *madaf_authorization_get_uri_complete (MadafAuthorization *authorization);
/* Seconds from when the central answered. */
int madaf_authorization_get_expires_in (MadafAuthorization *authorization);
/* Seconds between two questions. */
int madaf_authorization_get_interval (MadafAuthorization *authorization);

G_END_DECLS
