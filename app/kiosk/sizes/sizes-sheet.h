/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* The sizes of the member who is signed in, to see and to change. */
void madaf_sizes_sheet_present (MadafContext *context, GtkWidget *near);

G_END_DECLS
