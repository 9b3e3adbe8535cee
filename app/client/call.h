/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client-private.h"
#include "client/decode.h"

G_BEGIN_DECLS

/**
 * MadafCall:
 *
 * One call of the contract: what to ask, how to read the answer, and whether the shelf stands in for it. Filled, then
 * given to madaf_call_run ().
 */
typedef struct
{
  MadafRequest *request;      /* (owned) */
  MadafDecoder decoder;       /* (nullable) NULL: the body as GBytes, or nothing for a 204 */
  GDestroyNotify free_result; /* of what the decoder makes */
  const char *media_type;     /* (static) (nullable) what the answer must be: NULL for JSON */
  char *shelf_key;            /* (owned) (nullable) where the answer is kept; NULL: nowhere */
  gboolean revalidate;        /* ask with the ETag of what is kept */
  MadafShelfItem *kept;       /* (owned) (nullable) what is kept, once known */
  MadafClock *clock;          /* (owned) */
} MadafCall;

/* What came of it. */
typedef struct
{
  gpointer value; /* (owned) (nullable) NULL for a 204 */
  GDestroyNotify free_value;
  char *etag; /* (owned) (nullable) */
  MadafFreshness freshness;
  gint64 received_us; /* by the kiosk's clock; 0 from the shelf */
  gint64 date_us;
  GBytes *bytes; /* (owned) (nullable) to be kept; NULL when what is kept is still right */
} MadafAnswer;

void madaf_answer_free (MadafAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafAnswer, madaf_answer_free)

/* A call of @self with its token (transfer full). */
MadafCall *madaf_call_new (
    MadafCentralClient *self, const char *method, const char *path, MadafDecoder decoder, GDestroyNotify free_result);
/* The answer is kept on the shelf, and given from there. */
void madaf_call_use_shelf (MadafCall *call, gboolean revalidate);

/* Runs @call (transfer full); @tag is the function that the caller was called by. */
void madaf_call_run (MadafCentralClient *self,
                     MadafCall *call,
                     gpointer tag,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
/* (transfer full) */
MadafAnswer *madaf_call_finish (MadafCentralClient *self, GAsyncResult *result, gpointer tag, GError **error);
/* The same, when only the value and its freshness (optional) matter. */
gpointer madaf_call_finish_value (
    MadafCentralClient *self, GAsyncResult *result, gpointer tag, MadafFreshness *freshness, GError **error);

G_END_DECLS
