/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/* What the member who is signed in bought in every channel, and where it stands. */
#define MADAF_TYPE_PURCHASES_ROUTE (madaf_purchases_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafPurchasesRoute, madaf_purchases_route, MADAF, PURCHASES_ROUTE, MadafRoute)

#define MADAF_TYPE_PURCHASES_PAGE (madaf_purchases_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafPurchasesPage, madaf_purchases_page, MADAF, PURCHASES_PAGE, MadafPage)

/* A MadafRouteOpener; takes no argument. */
MadafRoute *madaf_purchases_route_new (const char *argument);

G_END_DECLS
