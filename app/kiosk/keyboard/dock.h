/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MadafKeyboardDock:
 *
 * Where the on-screen keyboard comes up while a field has the focus that takes text, and goes when none has. What is
 * typed into is kept in sight.
 */
#define MADAF_TYPE_KEYBOARD_DOCK (madaf_keyboard_dock_get_type ())
G_DECLARE_FINAL_TYPE (MadafKeyboardDock, madaf_keyboard_dock, MADAF, KEYBOARD_DOCK, GtkWidget)

/* For the fields in @area, an ancestor of it. */
GtkWidget *madaf_keyboard_dock_new (GtkWidget *area);
/* Takes the focus from the field. */
void madaf_keyboard_dock_hide (MadafKeyboardDock *self);
void madaf_keyboard_dock_set_language (MadafKeyboardDock *self, const char *language);

G_END_DECLS
