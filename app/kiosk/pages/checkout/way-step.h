/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The lines of the session's basket, each with a button that asks how it comes. Follows the basket. */
GtkWidget *madaf_way_step_new (MadafContext *context);

G_END_DECLS
