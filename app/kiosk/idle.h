/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafIdle:
 *
 * Decides that nobody is there any more: after `seconds` without a touch it warns, and when nobody answers the
 * warning it expires. It owns no timer: time (monotonic microseconds) is handed in with every call, by the window in
 * the program and by the test in a test. Signals: `warning` (double seconds left, double total; seconds left is -1
 * when the warning is over), `expired`.
 */
typedef enum
{
  MADAF_IDLE_ASLEEP, /* no session: nothing to end */
  MADAF_IDLE_COUNTING,
  MADAF_IDLE_WARNING,
} MadafIdleState;

#define MADAF_TYPE_IDLE (madaf_idle_get_type ())
G_DECLARE_FINAL_TYPE (MadafIdle, madaf_idle, MADAF, IDLE, GObject)

#define MADAF_IDLE_SECONDS         60
#define MADAF_IDLE_WARNING_SECONDS 20
/* For who reads large words: at least this long. */
#define MADAF_IDLE_LONGER_SECONDS 120

MadafIdle *madaf_idle_new (int seconds, int warning_seconds);
/** Another patience from now on; counting goes on from the last touch. */
void madaf_idle_set_seconds (MadafIdle *self, int seconds);
/** Somebody touched something: starts counting anew (and wakes it). */
void madaf_idle_touch (MadafIdle *self, gint64 now_us);
/** Time goes by. */
void madaf_idle_tick (MadafIdle *self, gint64 now_us);
/** The session ended: no counting until the next touch. */
void madaf_idle_sleep (MadafIdle *self);
MadafIdleState madaf_idle_get_state (MadafIdle *self);

G_END_DECLS
