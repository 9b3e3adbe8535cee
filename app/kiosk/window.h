/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "scan/wedge.h"

G_BEGIN_DECLS

/**
 * MadafWindow:
 *
 * The one window: header bar (back, home, brand, language, basket, done) over the navigator, on a stage. It watches
 * its size and tells the shape, keeps the idle clock, closes the ways out of the program (see guard.h), and switches
 * language and session.
 */
#define MADAF_TYPE_WINDOW (madaf_window_get_type ())
G_DECLARE_FINAL_TYPE (MadafWindow, madaf_window, MADAF, WINDOW, GtkApplicationWindow)

/** locked: full screen, cannot be closed. */
GtkWidget *madaf_window_new (GtkApplication *application, MadafContext *context, gboolean locked, int idle_seconds);

/** A code from camera or scanner: offered to the page on the screen first, else its product is opened. */
void madaf_window_code_scanned (MadafWindow *self, MadafCode *code);

/** How the shop's USB scanner is set. */
void madaf_window_configure_scanner (MadafWindow *self, const MadafWedgeSettings *settings);

MadafShape madaf_window_get_shape (MadafWindow *self);

G_END_DECLS
