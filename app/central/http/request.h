/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "central/http/form.h"
#include "central/http/problem.h"
#include "central/http/router.h"
#include "central/http/server.h"

G_BEGIN_DECLS

typedef struct _MadafService MadafService;

/**
 * MadafRequest:
 *
 * A request on its way through the central: where it goes, who asks, what they sent, and the answer as it comes about.
 * One thread at a time holds it.
 */
struct _MadafRequest
{
  MadafService *service;
  MadafExchange *exchange;
  const MadafRoute *route; /* (nullable) until routed */
  guint route_index;
  char id[12]; /* for the log */
  MadafTarget target;
  const char *parameters[2];
  gint64 now_us;
  guint generation; /* of the cache, before the database was looked at */

  MadafRole role;
  char *device_id;   /* (owned) (nullable) */
  char *device_role; /* (owned) (nullable): of the device, also where a member asks */
  char *branch_id;   /* (owned) (nullable) */
  char *device_name; /* (owned) (nullable) */
  char *member_id;   /* (owned) (nullable): who asks, with MADAF_ROLE_MEMBER; on the device of device_id */
  guint8 access[32]; /* with member_id: the SHA-256 of their token */
  gint64 access_ends_us;
  gboolean authenticated;

  JsonObject *body;            /* (owned) (nullable) */
  GBytes *body_bytes;          /* (owned) (nullable) */
  const char *key;             /* (nullable) Idempotency-Key */
  const char *if_match;        /* (nullable) */
  const char *if_none_match;   /* (nullable) */
  const char *cookies;         /* (nullable): this and the next three only where nobody needs to be known */
  const char *origin;          /* (nullable) */
  const char *host;            /* (nullable) */
  const char *accept_language; /* (nullable) */
  char *headers[7];            /* (owned): what those above point to */
  MadafForm *form;             /* (owned) (nullable) */

  GPtrArray *refused; /* (owned) (nullable): pointer, reason, pointer, reason … */
  MadafReply *reply;  /* (owned) (nullable) */
  /* (nullable): called once the handler's writes are durable, on the writer's thread */
  void (*committed) (MadafRequest *request);
};

MadafRequest *madaf_http_request_new (MadafService *service, MadafExchange *exchange);
void madaf_request_free (MadafRequest *request);

/* The value of a query parameter, or NULL; the first if it came several times. */
const char *madaf_request_query (MadafRequest *request, const char *name);

/* All values of a query parameter, NULL-ended; free the vector, not its strings. */
const char **madaf_request_query_all (MadafRequest *request, const char *name);

/* FALSE, and the field refused, when it is there and not an integer from @minimum to @maximum. */
gboolean
madaf_request_query_int (MadafRequest *request, const char *name, gint64 minimum, gint64 maximum, gint64 *value);

/* The value of a query parameter or NULL; refused when it has more than @maximum characters. */
const char *madaf_request_query_text (MadafRequest *request, const char *name, glong maximum);

/* Which of @words (NULL-ended) it is; 0 when it is not there, or is none of them and refused. */
int madaf_request_query_word (MadafRequest *request, const char *name, const char *const *words);

/* Notes that a field is not acceptable. @pointer: RFC 6901 into the body, or the bare name of a parameter; @reason: one
 * of the contract's words. */
void madaf_request_refuse (MadafRequest *request, const char *pointer, const char *reason);
gboolean madaf_request_has_refused (MadafRequest *request);

/* 422 with what was refused. @detail (nullable): one English sentence for people that says more. */
MadafReply *madaf_request_make_refusal (MadafRequest *request, const char *detail);

/* Answers with @writer's document and frees @writer. */
void madaf_request_answer (MadafRequest *request, guint status, MadafJsonWriter *writer);
void madaf_request_answer_problem (MadafRequest *request, MadafProblem problem, const char *detail);

/* Adds a strong ETag of @tag; answers 304 instead where the client has it already. Only for GET. */
void madaf_request_tag (MadafRequest *request, const char *tag);

/* The version that If-Match names, -1 for "*". FALSE, and answered, when the header is not there or no tag of ours. */
gboolean madaf_request_read_version (MadafRequest *request, gint64 *version);

G_END_DECLS
