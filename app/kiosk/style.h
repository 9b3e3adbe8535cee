/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/brand.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * Puts the style sheet and the brand on a display and keeps them right while light, dark and high contrast change.
 */
void madaf_style_install (GdkDisplay *display, MadafBrand *brand);

/** The whole style sheet for one appearance. (transfer full) */
char *madaf_style_to_css (MadafBrand *brand, gboolean dark, gboolean high_contrast);

G_END_DECLS
