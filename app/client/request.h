/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafRequest:
 *
 * One HTTP request as the transport shall send it: filled, given away, left alone. Counted (thread-safe).
 */
typedef struct
{
  char *method;       /* (owned) "GET" … */
  char *base_url;     /* (owned) "https://HOST[:PORT]", "http://127.0.0.1:PORT" or "unix:PATH" */
  char *path;         /* (owned) with its query, escaped, from "/" on */
  GStrv headers;      /* (owned) "Name: value" */
  GBytes *body;       /* (owned) (nullable) */
  int total_ms;       /* the whole call must be done by then; 0 for a stream, which has no end */
  gsize maximum_size; /* of the answer's body, in bytes; with total_ms 0 it bounds nothing */
} MadafRequest;

#define MADAF_REQUEST_MAXIMUM_SIZE ((gsize)8 << 20)

/* GET, 8 MiB, five seconds. */
MadafRequest *madaf_request_new (const char *method, const char *base_url, const char *path);
MadafRequest *madaf_request_ref (MadafRequest *request);
void madaf_request_unref (MadafRequest *request);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafRequest, madaf_request_unref)

/* Control characters in @value are a programming error. */
void madaf_request_add_header (MadafRequest *request, const char *name, const char *value);
void madaf_request_set_json (MadafRequest *request, GBytes *body);

G_END_DECLS
