/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafLimiter:
 *
 * Counts what each name (a device) does in a window of time, and says when it was enough. Safe from any thread.
 */
typedef struct _MadafLimiter MadafLimiter;

MadafLimiter *madaf_limiter_new (guint most, gint64 window_us);
void madaf_limiter_free (MadafLimiter *self);

/* Seconds until @name may try again; 0 when it may now. */
guint madaf_limiter_check (MadafLimiter *self, const char *name, gint64 now_us);

/* @name did it once more. */
void madaf_limiter_count (MadafLimiter *self, const char *name, gint64 now_us);

/* Both at once: FALSE when it was enough, else @name did it once more. */
gboolean madaf_limiter_take (MadafLimiter *self, const char *name, gint64 now_us);

G_END_DECLS
