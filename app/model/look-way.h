/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/money.h"

G_BEGIN_DECLS

/**
 * MadafLookWay:
 *
 * One way to have all of a look: from one branch, from two, or shipped. Immutable.
 *
 * Properties, each with its getter:
 * - total: what it costs
 * - stops: of MadafLookStop
 */
#define MADAF_TYPE_LOOK_WAY (madaf_look_way_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookWay, madaf_look_way, MADAF, LOOK_WAY, GObject)

const MadafMoney *madaf_look_way_get_total (MadafLookWay *look_way);
GListModel *madaf_look_way_get_stops (MadafLookWay *look_way);

G_END_DECLS
