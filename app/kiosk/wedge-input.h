/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/wedge.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafWedgeInput:
 *
 * A scanner that plugs in as a keyboard, on whatever page it is used: hears every key of a window before anything in it
 * does, keeps those of the scanner, and gives those of a person to what has the focus. Signal `code` (MadafCode *code).
 */
#define MADAF_TYPE_WEDGE_INPUT (madaf_wedge_input_get_type ())
G_DECLARE_FINAL_TYPE (MadafWedgeInput, madaf_wedge_input, MADAF, WEDGE_INPUT, GObject)

/** window is held weakly; keep the input as long as it is to hear. */
MadafWedgeInput *madaf_wedge_input_new (GtkWindow *window);

/** One key press, as the window's controller hands it on. TRUE: it is the scanner's, nobody else may see it. */
gboolean madaf_wedge_input_key (MadafWedgeInput *self, const MadafWedgeKey *key);
/** A key was let go. */
void madaf_wedge_input_release (MadafWedgeInput *self, guint keycode);
/** How the shop's scanner is set; until then as it leaves the factory. What is not understood is said in the log. */
void madaf_wedge_input_configure (MadafWedgeInput *self, const MadafWedgeSettings *settings);
/** Forgets what is held: the session ended. */
void madaf_wedge_input_reset (MadafWedgeInput *self);

G_END_DECLS
