/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/* What the shopper gave a heart to: here, and, once they are signed in, in every channel; and the other lists that they
 * made. The route keeps which of them is looked at. */
#define MADAF_TYPE_WISHLIST_ROUTE (madaf_wishlist_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafWishlistRoute, madaf_wishlist_route, MADAF, WISHLIST_ROUTE, MadafRoute)

#define MADAF_TYPE_WISHLIST_PAGE (madaf_wishlist_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafWishlistPage, madaf_wishlist_page, MADAF, WISHLIST_PAGE, MadafPage)

/* A MadafRouteOpener; takes no argument. */
MadafRoute *madaf_wishlist_route_new (const char *argument);

G_END_DECLS
