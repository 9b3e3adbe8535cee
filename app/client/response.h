/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafResponse:
 *
 * A whole HTTP answer, or the head of a stream's. Immutable once it is out of the transport, counted (thread-safe).
 */
typedef struct
{
  int status;
  char *content_type; /* (owned) (nullable) media type in lower case, without parameters */
  char *etag;         /* (owned) (nullable) */
  char *location;     /* (owned) (nullable) */
  int retry_after;    /* seconds, at most an hour; 0 when absent or not understood */
  gint64 date_us;     /* of the Date header; 0 when absent or not understood */
  GBytes *body;       /* (owned) (nullable) NULL for a stream */
} MadafResponse;

MadafResponse *madaf_response_new (void);
MadafResponse *madaf_response_ref (MadafResponse *response);
void madaf_response_unref (MadafResponse *response);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafResponse, madaf_response_unref)

/* Takes one header line as it came, "Name: value" with or without its line end. What is not needed is left out. */
void madaf_response_take_header (MadafResponse *response, const char *line, gsize length);

G_END_DECLS
