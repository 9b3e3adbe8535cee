/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "client/central-client.h"
#include "model/random.h"

G_BEGIN_DECLS

/**
 * MadafStreamState:
 * @MADAF_STREAM_DOWN: not connected; trying again by itself (or nothing is wanted)
 * @MADAF_STREAM_CONNECTING: asking
 * @MADAF_STREAM_LIVE: connected and heard of within 30 s: figures on screen are the central's
 * @MADAF_STREAM_SILENT: connected, but nothing heard for 30 s: figures grow old
 */
typedef enum
{
  MADAF_STREAM_DOWN,
  MADAF_STREAM_CONNECTING,
  MADAF_STREAM_LIVE,
  MADAF_STREAM_SILENT,
} MadafStreamState;

#define MADAF_TYPE_STREAM_STATE (madaf_stream_state_get_type ())
GType madaf_stream_state_get_type (void) G_GNUC_CONST;

/**
 * MadafStream:
 *
 * What changes in the shop, as it happens (Server-Sent Events). Connects by itself while there are topics, resumes
 * without gap or repeat, and waits 0.5 s … 15 s with jitter between tries. Main thread.
 *
 * Properties (read-only, notified): `state`; `last-heard-us`, when anything was heard last, by the kiosk's clock; 0 for
 * never.
 *
 * Signals:
 * - `stock-changed` (char *product_id, char *variant_id, char *branch_id, gint64 available, gint64 changed_at_us)
 * - `order-changed` (char *order_id, char *state, gint64 at_us): state as in the contract, "ready"
 * - `sign-in-answered` (char *authorization_id, char *state): "approved" or "denied"
 * - `lists-changed` (char *lists_id): something changed on the lists of the member, or which there are
 * - `basket-changed` (char *basket_id, gint64 version): of the member who listens
 * - `errand-changed` (char *errand_id): its state, or its place in the queue
 * - `basket-taken` (char *carried_id): a phone took the basket that this screen gave away
 * - `catalogue-changed` (): goods or branches changed, read again
 * - `reset` (): something may have been missed, read everything again
 */
#define MADAF_TYPE_STREAM (madaf_stream_get_type ())
G_DECLARE_FINAL_TYPE (MadafStream, madaf_stream, MADAF, STREAM, GObject)

MadafStream *madaf_stream_new (MadafCentralClient *client, MadafClock *clock, MadafRandom *random);

/* What only the member who holds @pass may hear. When the central does not know their token any more it stays down. */
MadafStream *
madaf_stream_new_for_member (MadafCentralClient *client, MadafClock *clock, MadafRandom *random, MadafMemberPass *pass);

/**
 * madaf_stream_add_topic:
 * @topic: "product:ID", "order:ID", "sign-in:ID", "lists:ID", "basket:ID", "fetch:ID", "carried:ID" or "catalogue"
 * @after: the event id that what is shown is as new as (madaf_product_stock_get_event_id ()), or -1
 *
 * Asks for a topic; counted, so that two pages may ask for the same. Several changes within one moment reopen the
 * connection once. At most 32 topics; more are a programming error.
 */
void madaf_stream_add_topic (MadafStream *self, const char *topic, gint64 after);
void madaf_stream_remove_topic (MadafStream *self, const char *topic);

/* Tries at once instead of at the end of the wait. */
void madaf_stream_hurry (MadafStream *self);

MadafStreamState madaf_stream_get_state (MadafStream *self);
gint64 madaf_stream_get_last_heard_us (MadafStream *self);

G_END_DECLS
