/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafLookGap:
 *
 * A piece that nobody hands out, and what may stand in for it. Immutable.
 *
 * Properties, each with its getter:
 * - piece: which of the pieces asked for, from 0
 * - swaps: of MadafLookSwap, what completes the look first
 */
#define MADAF_TYPE_LOOK_GAP (madaf_look_gap_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookGap, madaf_look_gap, MADAF, LOOK_GAP, GObject)

int madaf_look_gap_get_piece (MadafLookGap *look_gap);
GListModel *madaf_look_gap_get_swaps (MadafLookGap *look_gap);

G_END_DECLS
