/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafCheckoutPage:
 *
 * From a basket to an order, in steps on one page: how it comes (when a line does not say so yet), who it is for, how
 * it is paid, and everything once more. Then it shows what becomes of the order.
 */
#define MADAF_TYPE_CHECKOUT_PAGE (madaf_checkout_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafCheckoutPage, madaf_checkout_page, MADAF, CHECKOUT_PAGE, MadafPage)

G_END_DECLS
