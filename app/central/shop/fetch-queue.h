/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/shop/fetch-request.h"

G_BEGIN_DECLS

/* How long things take to be brought in a branch, from those last brought there. */

/* So many are looked at, and so many there must be. */
#define MADAF_FETCH_MEASURED 20
#define MADAF_FETCH_FEW      5
/* What was brought longer ago says nothing of today. */
#define MADAF_FETCH_RECENT_US (30 * G_TIME_SPAN_DAY)

/* The median of how long each waited for each place that it began with, so that it does not matter how long the queue
 * was, nor how many run. 0: too few were brought to tell. */
gboolean madaf_fetch_queue_measure (
    MadafTransaction *transaction, const char *branch_id, gint64 now_us, gint64 *place_us, GError **error);

/* Fills expected_minutes and late, from its state, its places and @place_us. */
void madaf_fetch_queue_expect (MadafFetchRequest *request, gint64 place_us, gint64 now_us);

G_END_DECLS
