/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafWalletRoute:
 *
 * What the member who is signed in has beside money: points and what they are worth, stored value, the coupons that
 * wait for them with their last days, and what happened lately.
 */
#define MADAF_TYPE_WALLET_ROUTE (madaf_wallet_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafWalletRoute, madaf_wallet_route, MADAF, WALLET_ROUTE, MadafRoute)

#define MADAF_TYPE_WALLET_PAGE (madaf_wallet_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafWalletPage, madaf_wallet_page, MADAF, WALLET_PAGE, MadafPage)

/* The opener "wallet"; argument is not used. */
MadafRoute *madaf_wallet_route_new (const char *argument);

G_END_DECLS
