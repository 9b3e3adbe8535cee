/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafScannerLayout:
 *
 * The keyboard that a scanner takes itself for: what each of the hardware's keys types on it, whatever layout the
 * machine itself has in use. Scanners leave the factory as a US keyboard; those set to another country's are read by
 * the layout of that name. The number pad types digits, Caps Lock is not looked at. Immutable.
 */
typedef struct _MadafScannerLayout MadafScannerLayout;

/**
 * madaf_scanner_layout_new:
 * @name: "us", or an xkb layout with or without a variant: "fr", "de(nodeadkeys)"
 *
 * Returns: (transfer full) (nullable): NULL if there is none of that name. "us" is always there.
 */
MadafScannerLayout *madaf_scanner_layout_new (const char *name);
void madaf_scanner_layout_free (MadafScannerLayout *self);

/**
 * madaf_scanner_layout_character:
 * @keycode: evdev's number + 8, as X and Wayland give it
 * @shift: Shift is down
 * @third: AltGr is down
 *
 * Returns: what the key types, Enter is '\r', Tab is '\t'; 0 for a key that types nothing
 */
gunichar madaf_scanner_layout_character (MadafScannerLayout *self, guint keycode, gboolean shift, gboolean third);

/* Whether the key is dead: its character comes with the next key, and alone with a space. */
gboolean madaf_scanner_layout_is_dead (MadafScannerLayout *self, guint keycode, gboolean shift, gboolean third);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafScannerLayout, madaf_scanner_layout_free)

G_END_DECLS
