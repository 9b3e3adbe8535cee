/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/central-client-private.h"
#include "client/decode.h"

G_BEGIN_DECLS

/* What the shelf has to do with a call. */
typedef enum
{
  MADAF_CALL_UNKEPT,      /* nothing: the answer is not written anywhere */
  MADAF_CALL_KEPT,        /* the answer is kept, and given from there when the central does not answer */
  MADAF_CALL_REVALIDATED, /* the same, and the central is asked with the ETag of what is kept */
} MadafCallShelf;

/**
 * MadafCallKind:
 *
 * A thing of the contract that can be asked for: static, one for each pair of _async and _finish. Its address is also
 * the tag by which the _finish knows a result for one of its own.
 */
typedef struct
{
  const char *method;
  const char *path;           /* "*" stands for the id; (nullable) when each call has a path of its own */
  MadafDecoder decoder;       /* (nullable) NULL: the body as GBytes, or nothing for a 204 */
  GDestroyNotify free_result; /* of what the decoder makes */
  MadafCallShelf shelf;
  int total_ms;           /* how long the whole call may take; 0: as any request */
  const char *media_type; /* (nullable) what the answer must be: NULL for JSON */
} MadafCallKind;

/**
 * MadafCall:
 *
 * One call of the contract: what to ask, how to read the answer, and whether the shelf stands in for it. Filled, then
 * given to madaf_call_run ().
 */
typedef struct
{
  const MadafCallKind *kind;
  MadafRequest *request; /* (owned) */
  char *shelf_key;       /* (owned) (nullable) where the answer is kept; NULL: nowhere */
  MadafShelfItem *kept;  /* (owned) (nullable) what is kept, once known */
  MadafClock *clock;     /* (owned) */
  char *member_token;    /* (owned) (nullable): of the member whose call it is */
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

/* A call of @self with its token, about the thing with @id (nullable) where the path of @kind has a "*". (transfer
 * full)
 */
MadafCall *madaf_call_new (MadafCentralClient *self, const MadafCallKind *kind, const char *id);
/* The same with a path of its own. */
MadafCall *madaf_call_new_for_path (MadafCentralClient *self, const MadafCallKind *kind, const char *path);
/* The same with the token of the member who is signed in, and not to be written to the disk. */
MadafCall *madaf_call_new_for_member (MadafCentralClient *self,
                                      const MadafCallKind *kind,
                                      const char *id,
                                      const char *member_token);
/* The same with a path of its own. */
MadafCall *madaf_call_new_for_member_path (MadafCentralClient *self,
                                           const MadafCallKind *kind,
                                           const char *path,
                                           const char *member_token);
/* This one is not to be written to the disk, whatever its kind says. */
void madaf_call_forgo_shelf (MadafCall *call);

/* Runs @call (transfer full). */
void madaf_call_run (MadafCentralClient *self,
                     MadafCall *call,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
/* (transfer full): of a call of @kind. */
MadafAnswer *
madaf_call_finish (MadafCentralClient *self, GAsyncResult *result, const MadafCallKind *kind, GError **error);
/* The same, when only the value and its freshness (optional) matter. */
gpointer madaf_call_finish_value (MadafCentralClient *self,
                                  GAsyncResult *result,
                                  const MadafCallKind *kind,
                                  MadafFreshness *freshness,
                                  GError **error);

/* The same for a basket, which then has its etag too. (transfer full) */
MadafBasket *
madaf_call_finish_basket (MadafCentralClient *self, GAsyncResult *result, const MadafCallKind *kind, GError **error);

G_END_DECLS
