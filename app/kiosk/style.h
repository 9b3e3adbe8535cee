/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/brand.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * Puts the style sheet and the brand on a display and keeps them right while light, dark and high contrast change.
 */
void madaf_style_install (GdkDisplay *display, MadafBrand *brand);

/**
 * How large words are, in percent. What is given in rem grows with it, what is given in px does not; the screen's own
 * resolution does not matter, a kiosk's words are as large as its shop wants them.
 */
void madaf_style_set_text_scale (int percent);

/** The whole style sheet for one appearance. (transfer full) */
char *madaf_style_to_css (MadafBrand *brand, gboolean dark, gboolean high_contrast);

G_END_DECLS
