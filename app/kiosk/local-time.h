/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Moments as the clock on a branch's wall shows them. */

/* zone: (nullable): UTC. (transfer full) */
GDateTime *madaf_local_time (gint64 at_us, GTimeZone *zone);

/* Minutes since midnight. */
int madaf_local_time_minute (GDateTime *time);

/* How many midnights lie between two local times; negative when @to is the day before. */
int madaf_local_time_days_between (GDateTime *from, GDateTime *to);

G_END_DECLS
