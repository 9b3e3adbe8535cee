/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/worn-size.h"
#include "kiosk/context.h"

G_BEGIN_DECLS

/**
 * MadafSizes:
 *
 * The sizes that the member wears who is signed in, empty without one; asked for when they sign in, and gone with them.
 * There is one for the whole screen. Signals: `changed`; `failed` (GError *): what was said did not reach the central.
 */
#define MADAF_TYPE_SIZES (madaf_sizes_get_type ())
G_DECLARE_FINAL_TYPE (MadafSizes, madaf_sizes, MADAF, SIZES, GObject)

/* (transfer none) */
MadafSizes *madaf_sizes_for (MadafContext *context);

/* (transfer none) (element-type MadafWornSize): lives until `changed`; NULL while nothing is known. */
GPtrArray *madaf_sizes_get (MadafSizes *self);
/* What they wear of things like this: (transfer none) (nullable). */
MadafWornSize *madaf_sizes_find (MadafSizes *self, MadafProduct *product);
void madaf_sizes_say (MadafSizes *self, const MadafWornSize *worn, const char *size);
/* Asks again. */
void madaf_sizes_load (MadafSizes *self);

G_END_DECLS
