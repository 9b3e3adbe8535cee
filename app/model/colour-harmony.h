/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How well two colours go together, from 0 to 100, by what is taught to whoever dresses windows: black, white, grey and
 * the like go with all, close hues and opposite ones with each other. "#1f2f4d"; an unknown (NULL) one is in between.
 */
int madaf_colour_harmony (const char *hex, const char *other_hex);

G_END_DECLS
