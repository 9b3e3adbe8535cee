/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "central/shop/together-tally.h"
#include "central/store/transaction.h"

G_BEGIN_DECLS

/* The steps of counting what was bought together: each a read that only reads, or a write that is short. Who counts
 * (central/together-job.h) puts them in their order. An order counts from when it was placed until it is cancelled. */

/* Up to where orders were counted, and which generation of counts holds. */
typedef struct
{
  gint64 generation; /* 0: nothing was counted yet */
  gint64 event_id;   /* events up to this one are in the counts */
  gint64 recounted_us;
  gint64 counted_us;
} MadafTogetherState;

gboolean madaf_together_read_state (MadafTransaction *transaction, MadafTogetherState *state, GError **error);

/* Adds all orders there are to @tally; *@event_id: the newest event that they are as new as. */
gboolean madaf_together_read_orders (MadafTransaction *transaction,
                                     MadafTogetherTally *tally,
                                     gint64 *event_id,
                                     GCancellable *cancellable,
                                     GError **error);

/* Adds to @tally what happened to orders after @state, at most @limit such events, and moves @state on to there.
 * *@lost: events after @state are not kept any more, so only a recount is right. *@more: there are others. */
gboolean madaf_together_read_changes (MadafTransaction *transaction,
                                      MadafTogetherState *state,
                                      guint limit,
                                      MadafTogetherTally *tally,
                                      gboolean *lost,
                                      gboolean *more,
                                      GError **error);

/* Adds @counts to what holds and moves the state from @before to @after; *@applied FALSE, and nothing changed, when the
 * state is not @before any more. */
gboolean madaf_together_apply (MadafTransaction *transaction,
                               const GArray *counts,
                               const MadafTogetherState *before,
                               const MadafTogetherState *after,
                               gboolean *applied,
                               GError **error);

/* Writes counts from the index @from, at most @limit, beside those that hold. */
gboolean madaf_together_put (
    MadafTransaction *transaction, gint64 generation, const GArray *counts, guint from, guint limit, GError **error);

/* From now on @state holds. */
gboolean madaf_together_hold (MadafTransaction *transaction, const MadafTogetherState *state, GError **error);

/* Removes at most @limit counts of other generations than the one that holds; *@removed: how many there were. */
gboolean madaf_together_sweep (MadafTransaction *transaction, int limit, gint64 *removed, GError **error);

G_END_DECLS
