/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/money.h"

G_BEGIN_DECLS

/**
 * MadafLookStop:
 *
 * Where a part of a whole look, or all of it, is handed out or sent from. Immutable.
 *
 * Properties, each with its getter:
 * - branch-id: the branch, or NULL when it is shipped
 * - distance: metres from here, or -1
 * - ready-us: when an order placed now would be ready, or 0
 * - total: what its lines cost there
 * - lines: of MadafLookLine
 */
#define MADAF_TYPE_LOOK_STOP (madaf_look_stop_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookStop, madaf_look_stop, MADAF, LOOK_STOP, GObject)

const char *madaf_look_stop_get_branch_id (MadafLookStop *look_stop);
int madaf_look_stop_get_distance (MadafLookStop *look_stop);
gint64 madaf_look_stop_get_ready_us (MadafLookStop *look_stop);
const MadafMoney *madaf_look_stop_get_total (MadafLookStop *look_stop);
GListModel *madaf_look_stop_get_lines (MadafLookStop *look_stop);

G_END_DECLS
