/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/session.h"
#include "kiosk/widgets/sheet.h"

G_BEGIN_DECLS

/** Who is signed in, and the way out for who only wants to leave that. near: any widget on the stage. */
void madaf_member_sheet_present (MadafSession *session, GtkWidget *near);

G_END_DECLS
