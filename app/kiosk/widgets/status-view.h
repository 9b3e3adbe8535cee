/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafStatusView:
 *
 * A big quiet sign, a headline, a hint, and perhaps one button. What pages show when they have nothing else to show.
 * Signals: `activated` when the button is touched, `other` when the second, quieter one is.
 */
#define MADAF_TYPE_STATUS_VIEW (madaf_status_view_get_type ())
G_DECLARE_FINAL_TYPE (MadafStatusView, madaf_status_view, MADAF, STATUS_VIEW, GtkWidget)

GtkWidget *madaf_status_view_new (void);
/** hint and button may be NULL. */
void madaf_status_view_set (
    MadafStatusView *self, const char *icon_name, const char *headline, const char *hint, const char *button);
/** A second way on; NULL: none. */
void madaf_status_view_set_other (MadafStatusView *self, const char *button);

G_END_DECLS
