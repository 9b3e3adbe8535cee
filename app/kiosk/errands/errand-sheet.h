/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* All that is on its way to this shopper, as it changes; each can be cancelled, or put away when it is over. */
void madaf_errand_sheet_present (MadafContext *context, GtkWidget *near);

G_END_DECLS
