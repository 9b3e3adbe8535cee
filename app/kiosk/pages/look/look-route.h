/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/pages/look/look-choice.h"
#include "kiosk/route.h"

G_BEGIN_DECLS

/**
 * MadafLookRoute:
 *
 * An outfit on the screen, and what is chosen of it.
 */
#define MADAF_TYPE_LOOK_ROUTE (madaf_look_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookRoute, madaf_look_route, MADAF, LOOK_ROUTE, MadafRoute)

/* product_id: the product that led here. */
MadafRoute *madaf_look_route_new (MadafLookChoice *choice, const char *product_id);

MadafLookChoice *madaf_look_route_get_choice (MadafLookRoute *self);
const char *madaf_look_route_get_product_id (MadafLookRoute *self);

G_END_DECLS
