/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/store/store.h"
#include "model/clock.h"
#include "model/random.h"

G_BEGIN_DECLS

/* Counts, every few minutes, what was bought together, tells members of what became of their wishes, and forgets what
 * is kept for a time only: events, answers under their keys, baskets. */
typedef struct _MadafHousekeeping MadafHousekeeping;

/* @random: (nullable): for the links in messages; NULL where no message can leave, or its link leads nowhere. */
MadafHousekeeping *madaf_housekeeping_start (MadafStore *store, MadafClock *clock, MadafRandom *random);
/* NULL is allowed. */
void madaf_housekeeping_stop (MadafHousekeeping *self);

G_END_DECLS
