/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_opening_prepared_us:
 * @hours: the JSON text of a branch's opening hours, as MadafHours reads it
 * @now_us: µs since 1970 UTC
 * @work_us: how long somebody works on it
 *
 * When work begun at @now_us is done, if it is done in opening hours only. Hours once read are remembered, with the
 * opening last asked about, because every order asks and a calendar costs more than the rest of the order. Thread-safe.
 *
 * Returns: µs since 1970 UTC; 0 if the branch does not open long enough in the coming weeks, or @hours is no JSON of
 *   hours.
 */
gint64 madaf_opening_prepared_us (const char *hours, gint64 now_us, gint64 work_us);

G_END_DECLS
