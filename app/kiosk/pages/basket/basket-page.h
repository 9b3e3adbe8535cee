/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafBasketPage:
 *
 * What the shopper is about to order: the lines, what they cost, and the way to the checkout.
 */
#define MADAF_TYPE_BASKET_PAGE (madaf_basket_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafBasketPage, madaf_basket_page, MADAF, BASKET_PAGE, MadafPage)

#define MADAF_TYPE_BASKET_ROUTE (madaf_basket_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafBasketRoute, madaf_basket_route, MADAF, BASKET_ROUTE, MadafRoute)

/* The opener "basket"; argument is not used. */
MadafRoute *madaf_basket_route_new (const char *argument);

G_END_DECLS
