/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafCountdown:
 *
 * The question "Are you still there?" with a ring that closes while the seconds run out. Signal `answered`.
 */
#define MADAF_TYPE_COUNTDOWN (madaf_countdown_get_type ())
G_DECLARE_FINAL_TYPE (MadafCountdown, madaf_countdown, MADAF, COUNTDOWN, GtkWidget)

GtkWidget *madaf_countdown_new (void);
void madaf_countdown_set (MadafCountdown *self, double seconds_left, double seconds_total);

G_END_DECLS
