/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MadafWholeLook:
 *
 * Where all pieces of a look can be had: the ways, the best first, or what is missing. Immutable.
 *
 * Properties, each with its getter:
 * - ways: of MadafLookWay; empty when something is missing
 * - most: of MadafLookStop: what has most of it, when something is missing
 * - gaps: of MadafLookGap: what `most` lacks
 */
#define MADAF_TYPE_WHOLE_LOOK (madaf_whole_look_get_type ())
G_DECLARE_FINAL_TYPE (MadafWholeLook, madaf_whole_look, MADAF, WHOLE_LOOK, GObject)

GListModel *madaf_whole_look_get_ways (MadafWholeLook *whole_look);
GListModel *madaf_whole_look_get_most (MadafWholeLook *whole_look);
GListModel *madaf_whole_look_get_gaps (MadafWholeLook *whole_look);

G_END_DECLS
