/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "central/store/transaction.h"

G_BEGIN_DECLS

/* The answer kept under a key: given again byte for byte for 90 days. */
typedef struct
{
  int status;
  char *content_type; /* (nullable) */
  char *location;     /* (nullable) the Location header */
  char *etag;         /* (nullable) */
  GBytes *body;
} MadafKeptAnswer;

typedef enum
{
  MADAF_KEY_NEW,       /* do it, then madaf_idempotency_keep() in the same transaction */
  MADAF_KEY_KNOWN,     /* answer with what was kept */
  MADAF_KEY_DIFFERENT, /* the key belongs to another body: 422 */
} MadafKeyResult;

/* Looks @key up for @route and @device_id ("" if none). Called first in the write transaction that does the work, so
 * that a twin arriving meanwhile waits in the writer's queue and then finds the answer. @answer is filled when KNOWN.
 * FALSE on an error of the store. */
gboolean madaf_idempotency_look_up (MadafTransaction *transaction,
                                    const char *key,
                                    const char *route,
                                    const char *device_id,
                                    GBytes *request_body,
                                    MadafKeyResult *result,
                                    MadafKeptAnswer *answer,
                                    GError **error);

gboolean madaf_idempotency_keep (MadafTransaction *transaction,
                                 const char *key,
                                 const char *route,
                                 const char *device_id,
                                 GBytes *request_body,
                                 const MadafKeptAnswer *answer,
                                 gint64 now_us,
                                 GError **error);

/* Forgets those older than 90 days. */
gboolean madaf_idempotency_prune (MadafTransaction *transaction, gint64 now_us, GError **error);

void madaf_kept_answer_clear (MadafKeptAnswer *answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafKeptAnswer, madaf_kept_answer_clear)

G_END_DECLS
