/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "central/store/store.h"

G_BEGIN_DECLS

/* Counts what was bought together, beside the shop's work: it reads as readers do, and writes little at a time. */

/* How long what was counted order by order is trusted before all is counted anew: that also brings in orders that came
 * from elsewhere with an old date, and lets go of those that are kept no longer. */
#define MADAF_TOGETHER_RECOUNT_US G_TIME_SPAN_DAY

/* Brings the counts up to now: order by order since the last time, or all anew the first time, after a day, and when
 * what happened since is not known any more. Call it before old events are forgotten. G_IO_ERROR_CANCELLED, or an error
 * of the store; either leaves counts that hold, as new as they say. */
gboolean madaf_together_update (MadafStore *store, gint64 now_us, GCancellable *cancellable, GError **error);

/* All anew. */
gboolean madaf_together_recount (MadafStore *store, gint64 now_us, GCancellable *cancellable, GError **error);

G_END_DECLS
