/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafPlacedPage:
 *
 * The thanks after an order: a code for each branch, where and when, the receipt for the phone. What becomes of the
 * order changes on the screen while it is looked at.
 */
#define MADAF_TYPE_PLACED_PAGE (madaf_placed_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafPlacedPage, madaf_placed_page, MADAF, PLACED_PAGE, MadafPage)

#define MADAF_TYPE_PLACED_ROUTE (madaf_placed_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafPlacedRoute, madaf_placed_route, MADAF, PLACED_ROUTE, MadafRoute)

/* The opener "placed"; argument: the id of the order. The session may keep it as "placed-order" already. */
MadafRoute *madaf_placed_route_new (const char *argument);

G_END_DECLS
