/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafProductPage:
 *
 * A product: pictures, choice, stock, reviews; or, for a code that nothing has, what to do now. Its state is a
 * #MadafProductRoute.
 */
#define MADAF_TYPE_PRODUCT_PAGE (madaf_product_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafProductPage, madaf_product_page, MADAF, PRODUCT_PAGE, MadafPage)

G_END_DECLS
