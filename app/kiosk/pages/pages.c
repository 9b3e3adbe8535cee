/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/pages.h"

#include "kiosk/pages/basket/basket-page.h"
#include "kiosk/pages/checkout/checkout-route.h"
#include "kiosk/pages/placed/placed-page.h"
#include "kiosk/pages/product/product-route.h"
#include "kiosk/pages/purchases/purchases-page.h"
#include "kiosk/pages/scan/scan-page.h"
#include "kiosk/pages/search/search-page.h"
#include "kiosk/pages/wallet/wallet-page.h"
#include "kiosk/pages/wishlist/wishlist-page.h"

/* The one list of pages that other pages can open by name. */

void
madaf_pages_register (MadafContext *context)
{
  madaf_context_add_opener (context, "code", madaf_product_route_new_for_code);
  madaf_context_add_opener (context, "product", madaf_product_route_new_for_id);
  madaf_context_add_opener (context, "scan", madaf_scan_route_new);
  madaf_context_add_opener (context, "search", madaf_search_route_new);
  madaf_context_add_opener (context, "category", madaf_search_route_new_for_category);
  madaf_context_add_opener (context, "basket", madaf_basket_route_new);
  madaf_context_add_opener (context, "checkout", madaf_checkout_route_new);
  madaf_context_add_opener (context, "placed", madaf_placed_route_new);
  madaf_context_add_opener (context, "purchases", madaf_purchases_route_new);
  madaf_context_add_opener (context, "wallet", madaf_wallet_route_new);
  madaf_context_add_opener (context, "wishlist", madaf_wishlist_route_new);
}
