/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/store.h"
#include "model/clock.h"

G_BEGIN_DECLS

/* Counts, every few minutes, what was bought together, and forgets what is kept for a time only: events, answers under
 * their keys, baskets. */
typedef struct _MadafHousekeeping MadafHousekeeping;

MadafHousekeeping *madaf_housekeeping_start (MadafStore *store, MadafClock *clock);
/* NULL is allowed. */
void madaf_housekeeping_stop (MadafHousekeeping *self);

G_END_DECLS
