/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "client/central-client.h"
#include "client/order-draft.h"
#include "client/outbox-record.h"
#include "model/random.h"

G_BEGIN_DECLS

#define MADAF_OUTBOX_ERROR (madaf_outbox_error_quark ())

/**
 * MadafOutboxError:
 * @MADAF_OUTBOX_ERROR_DAMAGED: the file is damaged, or its key is gone; it is left as it is, orders may be in it
 * @MADAF_OUTBOX_ERROR_NEWER: a newer Madaf wrote it
 * @MADAF_OUTBOX_ERROR_FULL: no room on the disk; the order is not kept
 * @MADAF_OUTBOX_ERROR_BROKEN: it cannot be opened or written for another reason; the order is not kept
 */
typedef enum
{
  MADAF_OUTBOX_ERROR_DAMAGED,
  MADAF_OUTBOX_ERROR_NEWER,
  MADAF_OUTBOX_ERROR_FULL,
  MADAF_OUTBOX_ERROR_BROKEN,
} MadafOutboxError;

GQuark madaf_outbox_error_quark (void);

/**
 * MadafOutbox:
 *
 * Orders on their way to the central. Each is written durably (SQLite, synchronous=FULL) with its own random
 * idempotency key before anything is sent, and sent with that key until the central confirms or refuses it, also after
 * a crash or a power cut; then it is deleted from the disk at once. First in, first out. A thread of its own does the
 * SQL.
 *
 * A member's order is sent with their token for as long as that is good; after that, and after a restart, with this
 * device's: it is placed all the same. One that takes the member's points, stored value or coupons is the same order if
 * the central has it by then, else it is refused: it is never placed at another price.
 *
 * On the disk an order is sealed (MadafSeal) with the key in the file PATH.key. That file and PATH are its owner's
 * alone; a copy of PATH without the key says nothing about anybody.
 */
#define MADAF_TYPE_OUTBOX (madaf_outbox_get_type ())
G_DECLARE_FINAL_TYPE (MadafOutbox, madaf_outbox, MADAF, OUTBOX, GObject)

MadafOutbox *madaf_outbox_new (const char *path, MadafCentralClient *client, MadafClock *clock, MadafRandom *random);

/* Opens the file and begins to send what waits in it. Errors: MADAF_OUTBOX_ERROR. A put before it fails is refused the
 * same way. */
void madaf_outbox_open_async (MadafOutbox *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean madaf_outbox_open_finish (MadafOutbox *self, GAsyncResult *result, GError **error);

/**
 * madaf_outbox_put_async:
 *
 * Takes an order. The callback comes when it is safely on the disk, before it is sent; the record then tells what
 * becomes of it. Every put is an order of its own: that a double tap is one put is the page's matter. Cancelling does
 * not take back an order that is already on the disk. Errors: MADAF_OUTBOX_ERROR.
 */
void madaf_outbox_put_async (MadafOutbox *self,
                             MadafOrderDraft *draft,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
/* (transfer full) */
MadafOutboxRecord *madaf_outbox_put_finish (MadafOutbox *self, GAsyncResult *result, GError **error);

/* (transfer none): MadafOutboxRecord objects that are KEPT or SENDING, oldest first. */
GListModel *madaf_outbox_get_waiting (MadafOutbox *self);

/* Tries at once instead of at the end of the wait. */
void madaf_outbox_hurry (MadafOutbox *self);

G_END_DECLS
