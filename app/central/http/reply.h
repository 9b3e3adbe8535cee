/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An answer before it is on the wire: status, a few headers, and a body that other answers may share. */
typedef struct
{
  guint status;
  GBytes *body;       /* (owned) (nullable) */
  char *media_type;   /* (owned) (nullable) */
  char *cache;        /* (owned) (nullable): Cache-Control; NULL means no-store */
  char *etag;         /* (owned) (nullable): with its quotes */
  char *location;     /* (owned) (nullable) */
  char *allow;        /* (owned) (nullable) */
  char *policy;       /* (owned) (nullable): Content-Security-Policy of a page */
  gboolean has_form;  /* the page sends forms to us */
  char *cookie;       /* (owned) (nullable): Set-Cookie */
  char *file_name;    /* (owned) (nullable): to be kept under this name and not shown */
  guint retry_after;  /* seconds; 0: no header */
  gboolean challenge; /* WWW-Authenticate: Bearer */
  gboolean replayed;  /* Idempotent-Replayed: true */
  gboolean close;     /* close the connection after it */
} MadafReply;

/**
 * madaf_reply_new:
 * @status: an HTTP status
 * @media_type: (nullable): the type of @body
 * @body: (nullable) (transfer full): the bytes of the body
 * @length: their number
 *
 * Returns: (transfer full): the answer
 */
MadafReply *madaf_reply_new (guint status, const char *media_type, char *body, gsize length);

void madaf_reply_free (MadafReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafReply, madaf_reply_free)

G_END_DECLS
