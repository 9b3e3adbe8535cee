/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafTroublePage:
 *
 * What the screen shows instead of greeting people while it cannot serve them: a kind word for them, and for the staff
 * what is wrong (MadafContext's trouble).
 */
#define MADAF_TYPE_TROUBLE_ROUTE (madaf_trouble_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafTroubleRoute, madaf_trouble_route, MADAF, TROUBLE_ROUTE, MadafRoute)

MadafRoute *madaf_trouble_route_new (void);

G_END_DECLS
