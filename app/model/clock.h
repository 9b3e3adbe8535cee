/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafClock:
 *
 * Where the time comes from: the system, or in tests a value that moves only when told. Handed in to whatever needs the
 * time. Safe from any thread.
 */
#define MADAF_TYPE_CLOCK (madaf_clock_get_type ())
G_DECLARE_FINAL_TYPE (MadafClock, madaf_clock, MADAF, CLOCK, GObject)

MadafClock *madaf_clock_new_system (void);
MadafClock *madaf_clock_new_manual (gint64 start_us);

/* Microseconds since the Unix epoch, UTC. */
gint64 madaf_clock_now_us (MadafClock *clock);

/* Moves a manual clock. */
void madaf_clock_advance (MadafClock *clock, gint64 by_us);

G_END_DECLS
