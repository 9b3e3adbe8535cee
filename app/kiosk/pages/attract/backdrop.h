/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/**
 * MadafBackdrop:
 *
 * A wall of pictures of what people like most just now: columns of whole pictures side by side, drifting slowly, each
 * second column the other way. Where nothing may move it stands still, and one picture after the other is exchanged.
 */
#define MADAF_TYPE_BACKDROP (madaf_backdrop_get_type ())
G_DECLARE_FINAL_TYPE (MadafBackdrop, madaf_backdrop, MADAF, BACKDROP, GtkWidget)

GtkWidget *madaf_backdrop_new (MadafContext *context);
/** keys: what the picture loader knows pictures by; copied. */
void madaf_backdrop_set_pictures (MadafBackdrop *self, GPtrArray *keys);
/** How many columns stand beside each other. */
void madaf_backdrop_set_columns (MadafBackdrop *self, guint columns);

G_END_DECLS
