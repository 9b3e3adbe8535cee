/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * When things happened, for measurements: with `--trace FILE` each event appends one line "MONOTONIC_US EVENT", in one
 * write; without it nothing is done. Events say what happened, never to whom or with what. Those there are:
 * `first-screen`, `frame-with-code` (the time of the first frame that may have shown the code that follows), `code`,
 * `product-drawn`, `stock-drawn`, `basket-drawn` (its lines), `greeting-drawn`, `session-ended`, and `gap MICROSECONDS CPU_MICROSECONDS`: for so
 * long, up to now, the main loop did not come to its next event, and spent so much processor time meanwhile. Main
 * thread.
 */

/** FALSE with @error (G_FILE_ERROR) when the file cannot be opened for appending. */
gboolean madaf_trace_open (const char *path, GError **error);
void madaf_trace_close (void);

void madaf_trace (const char *event);
/** time_us: when it was, of g_get_monotonic_time (). */
void madaf_trace_at (const char *event, gint64 time_us);
/** Writes the line once the next frame of this (mapped) widget was painted. event must be static. */
void madaf_trace_after_paint (GtkWidget *widget, const char *event);

G_END_DECLS
