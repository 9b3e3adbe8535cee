/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* A button that opens what the member is told of their lists; not there without a member. */
GtkWidget *madaf_alerts_button_new (MadafContext *context);

G_END_DECLS
