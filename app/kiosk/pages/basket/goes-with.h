/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MadafGoesWith:
 *
 * What goes with the thing that was put into the basket last, without what is in it already. Hidden when there is
 * nothing, or when the central does not say: the basket is whole without it. A touched card opens the product.
 */
#define MADAF_TYPE_GOES_WITH (madaf_goes_with_get_type ())
G_DECLARE_FINAL_TYPE (MadafGoesWith, madaf_goes_with, MADAF, GOES_WITH, AdwBin)

GtkWidget *madaf_goes_with_new (MadafContext *context);

G_END_DECLS
