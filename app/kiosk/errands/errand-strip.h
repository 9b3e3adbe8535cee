/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/**
 * MadafErrandStrip:
 *
 * A line under the header of every page while something is on its way to this shopper: what, and where it stands. A
 * touch opens all of them, where they can be cancelled. Gone while there is nothing to tell.
 */
#define MADAF_TYPE_ERRAND_STRIP (madaf_errand_strip_get_type ())
G_DECLARE_FINAL_TYPE (MadafErrandStrip, madaf_errand_strip, MADAF, ERRAND_STRIP, GtkWidget)

GtkWidget *madaf_errand_strip_new (MadafContext *context);
/* In another language. */
void madaf_errand_strip_rebuild (MadafErrandStrip *self);

G_END_DECLS
