/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* How many of the member's points to use: all that can be, some round numbers, or none; each with what it is worth.
 * near: any widget on the stage. */
void madaf_points_sheet_present (MadafContext *context, GtkWidget *near);

/* What is offered: from @most down, at most five different numbers above zero. (transfer full) (element-type gint64) */
GArray *madaf_points_presets (gint64 most);

G_END_DECLS
