/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says on whatever page the shopper is, above @stage, that a list was deleted elsewhere while they put things on it,
 * and asks where else these shall be kept. For the whole time that the window is there. */
void madaf_list_watch_start (MadafContext *context, GtkWidget *stage);

G_END_DECLS
