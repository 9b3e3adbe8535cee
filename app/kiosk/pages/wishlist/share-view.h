/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* A sheet with the code by which other phones read this list of the member who is signed in; it is made when there is
 * none. url: (nullable): the one there is. near: any widget on the stage. */
void madaf_share_view_present (MadafContext *context, const char *list_id, const char *url, GtkWidget *near);

G_END_DECLS
