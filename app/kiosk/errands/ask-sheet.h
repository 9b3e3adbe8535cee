/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* Asks where @variant_id is to be brought, and has it brought there. @what: what it is, for people. @rooms: how many
 * fitting rooms there are. */
void
madaf_ask_sheet_present (MadafContext *context, const char *variant_id, const char *what, int rooms, GtkWidget *near);

G_END_DECLS
