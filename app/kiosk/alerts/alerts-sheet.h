/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* What the member who is signed in is told of their lists: each purpose by itself, to agree to and to end. @near: any
 * widget on the stage. */
void madaf_alerts_sheet_present (MadafContext *context, GtkWidget *near);

G_END_DECLS
