/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_us_keyboard_character:
 * @keycode: evdev's number + 8, as X and Wayland give it
 *
 * What the key types on a US keyboard, the number pad with Num Lock on; Enter is '\n', Tab is '\t'.
 *
 * Returns: ASCII, or 0 for a key that types nothing
 */
char madaf_us_keyboard_character (guint keycode, gboolean shift);

/* Whether the key only changes what another one types: Shift, Control, Alt, Super, Caps Lock, Num Lock. */
gboolean madaf_us_keyboard_is_modifier (guint keycode);

G_END_DECLS
