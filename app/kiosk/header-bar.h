/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/shape.h"

G_BEGIN_DECLS

/**
 * MadafHeaderBar:
 *
 * Back and home at the start, the brand, and at the end signing in, language, bag and "done". It is built anew when the
 * language changes; it follows the navigator and the session by itself.
 */
#define MADAF_TYPE_HEADER_BAR (madaf_header_bar_get_type ())
G_DECLARE_FINAL_TYPE (MadafHeaderBar, madaf_header_bar, MADAF, HEADER_BAR, GtkWidget)

GtkWidget *madaf_header_bar_new (MadafContext *context);
/** Where there is little room, signing in is a picture without words. */
void madaf_header_bar_set_shape (MadafHeaderBar *self, MadafShape shape);
void madaf_header_bar_rebuild (MadafHeaderBar *self);

G_END_DECLS
