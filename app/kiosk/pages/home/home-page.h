/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafHomePage:
 *
 * Where a session begins: scan something, search for something, or look around by category.
 */
#define MADAF_TYPE_HOME_ROUTE (madaf_home_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafHomeRoute, madaf_home_route, MADAF, HOME_ROUTE, MadafRoute)

MadafRoute *madaf_home_route_new (void);

#define MADAF_TYPE_HOME_PAGE (madaf_home_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafHomePage, madaf_home_page, MADAF, HOME_PAGE, MadafPage)

G_END_DECLS
