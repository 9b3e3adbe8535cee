/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "client/problem.h"
#include "model/order.h"

G_BEGIN_DECLS

/**
 * MadafOutboxState:
 * @MADAF_OUTBOX_KEPT: on this kiosk's disk, not yet at the central; it is tried again by itself
 * @MADAF_OUTBOX_SENDING: asked right now; whether the central has it is not known
 * @MADAF_OUTBOX_CONFIRMED: the central has it; `order` is set and the draft is deleted from the disk
 * @MADAF_OUTBOX_REFUSED: the central will not have it; `error` (and mostly `problem`) is set, the draft is deleted
 */
typedef enum
{
  MADAF_OUTBOX_KEPT,
  MADAF_OUTBOX_SENDING,
  MADAF_OUTBOX_CONFIRMED,
  MADAF_OUTBOX_REFUSED,
} MadafOutboxState;

#define MADAF_TYPE_OUTBOX_STATE (madaf_outbox_state_get_type ())
GType madaf_outbox_state_get_type (void) G_GNUC_CONST;

/**
 * MadafOutboxRecord:
 *
 * What became of one order that the outbox took. Read-only properties, notified: `key`, `state`, `order`, `problem`,
 * `error` (of the last try; also while KEPT), `kept-at-us`. Main thread.
 */
#define MADAF_TYPE_OUTBOX_RECORD (madaf_outbox_record_get_type ())
G_DECLARE_FINAL_TYPE (MadafOutboxRecord, madaf_outbox_record, MADAF, OUTBOX_RECORD, GObject)

/* The idempotency key. */
const char *madaf_outbox_record_get_key (MadafOutboxRecord *self);
MadafOutboxState madaf_outbox_record_get_state (MadafOutboxRecord *self);
/* (transfer none) (nullable): when CONFIRMED. */
MadafOrder *madaf_outbox_record_get_order (MadafOutboxRecord *self);
/* (transfer none) (nullable) */
MadafProblem *madaf_outbox_record_get_problem (MadafOutboxRecord *self);
/* (transfer none) (nullable): MADAF_CLIENT_ERROR */
const GError *madaf_outbox_record_get_error (MadafOutboxRecord *self);
/* When it was written to the disk, by the kiosk's clock. */
gint64 madaf_outbox_record_get_kept_at_us (MadafOutboxRecord *self);

G_END_DECLS
