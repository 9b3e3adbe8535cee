/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

/** Who is signed in, the ways to what is theirs, and the way out for who only wants to leave that. near: any widget on the stage. */
void madaf_member_sheet_present (MadafContext *context, GtkWidget *near);

G_END_DECLS
