/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-addon-fit.h"
#include "scan/ean/ean-fit.h"
#include "scan/line.h"

G_BEGIN_DECLS

#define MADAF_EAN_ADDON_TEXT_SIZE (MADAF_EAN_ADDON_MAX_DIGITS + 1)

/**
 * madaf_ean_addon_read:
 * @main: the symbol beside which it may stand
 * @corners: of @main, as MadafEanFound has them
 * @text: two or five digits, if it returns TRUE
 *
 * Looks for an add-on behind @main, in the direction in which that is read. Nothing but the choice of sets proves its
 * digits, so it is believed only where many lines see it in the same place with white at both ends, and where its
 * upper and its lower half each say the same, clearly.
 */
gboolean madaf_ean_addon_read (const MadafGrey *picture,
                               const MadafEanFit *main,
                               const MadafPoint corners[4],
                               char text[MADAF_EAN_ADDON_TEXT_SIZE]);

G_END_DECLS
