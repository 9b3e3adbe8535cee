/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/**
 * MadafBackdrop:
 *
 * Pictures of what people like most just now, filling the screen one after the other, each coming slowly closer.
 */
#define MADAF_TYPE_BACKDROP (madaf_backdrop_get_type ())
G_DECLARE_FINAL_TYPE (MadafBackdrop, madaf_backdrop, MADAF, BACKDROP, GtkWidget)

GtkWidget *madaf_backdrop_new (MadafContext *context);
/** keys: what the picture loader knows pictures by; copied. */
void madaf_backdrop_set_pictures (MadafBackdrop *self, GPtrArray *keys);

G_END_DECLS
