/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-fit.h"

G_BEGIN_DECLS

/**
 * madaf_ean_fit_blurred:
 * @brightness: madaf_ean_profile_length () samples, of which it is known only roughly where the symbol begins and ends;
 *   from either end
 *
 * Reads a symbol so blurred that its edges cannot be seen one by one: tries where it begins and ends, how it bows, how
 * dark its ink is, and how wide the blur, until digits explain it best.
 *
 * Returns: FALSE if nothing like it could have been printed
 */
gboolean madaf_ean_fit_blurred (MadafEanKind kind, const float *brightness, MadafEanFit *fit);

/* Whether it can be believed: as madaf_ean_fit_is_clear (), and blur leaves less to tell words by. */
gboolean madaf_ean_fit_is_clear_blurred (const MadafEanFit *fit);

G_END_DECLS
