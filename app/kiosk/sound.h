/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MadafSound:
 *
 * The short tone of a code that was read. Made from a formula and played by a thread of its own, since opening a sound
 * card may take long; without a sound card there is silence and one line in the log.
 */
#define MADAF_TYPE_SOUND (madaf_sound_get_type ())
G_DECLARE_FINAL_TYPE (MadafSound, madaf_sound, MADAF, SOUND, GObject)

MadafSound *madaf_sound_new (void);
/** Returns at once. A tone asked for while one is heard is left out. */
void madaf_sound_play (MadafSound *self);

/** The tone itself, for the player and for tests: 16-bit samples, one channel, 48 kHz. (transfer full) */
GBytes *madaf_sound_make_tone (void);

G_END_DECLS
