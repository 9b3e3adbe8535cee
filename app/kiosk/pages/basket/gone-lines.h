/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafGoneLines:
 *
 * What was in the basket and is not sold any more, with a word about it and a way to take it out. Hidden while there is
 * nothing of the kind.
 */
#define MADAF_TYPE_GONE_LINES (madaf_gone_lines_get_type ())
G_DECLARE_FINAL_TYPE (MadafGoneLines, madaf_gone_lines, MADAF, GONE_LINES, GtkBox)

GtkWidget *madaf_gone_lines_new (MadafContext *context);

G_END_DECLS
