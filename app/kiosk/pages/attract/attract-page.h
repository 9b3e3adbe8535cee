/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafAttractPage:
 *
 * What the screen shows when nobody is at it: big pictures that move slowly, the brand's lines in one language after
 * the other. The whole screen is one touch that begins a session. Nothing moves where motion is switched off.
 */
#define MADAF_TYPE_ATTRACT_ROUTE (madaf_attract_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafAttractRoute, madaf_attract_route, MADAF, ATTRACT_ROUTE, MadafRoute)

MadafRoute *madaf_attract_route_new (void);

#define MADAF_TYPE_ATTRACT_PAGE (madaf_attract_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafAttractPage, madaf_attract_page, MADAF, ATTRACT_PAGE, MadafPage)

G_END_DECLS
