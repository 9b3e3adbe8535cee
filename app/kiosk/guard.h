/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * The ways out of a full-screen GTK program, closed. What is let through is a list of what is needed, not of what is
 * known to be dangerous.
 */

/** First thing in main: environment variables that change what GTK does. */
void madaf_guard_environment (void);
/** After gtk_init, before any window exists: GTK Inspector cannot be opened from any window of this process. */
void madaf_guard_inspector (void);
/** Key allow-list, no secondary buttons, no long press, no text menus, no drags of text. */
void madaf_guard_window (GtkWindow *window);
/** Whether a key may reach the widgets. */
gboolean madaf_guard_allows_key (guint keyval, GdkModifierType state);

G_END_DECLS
