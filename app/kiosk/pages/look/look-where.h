/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "kiosk/pages/look/look-finder.h"

G_BEGIN_DECLS

/**
 * MadafLookWhere:
 *
 * "Where can I have all of it?": each way with what it costs and a button that puts all of it into the basket, or what
 * is missing and what may stand in for it. Follows the finder.
 */
#define MADAF_TYPE_LOOK_WHERE (madaf_look_where_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookWhere, madaf_look_where, MADAF, LOOK_WHERE, GtkBox)

GtkWidget *madaf_look_where_new (MadafContext *context, MadafLookChoice *choice, MadafLookFinder *finder);

G_END_DECLS
