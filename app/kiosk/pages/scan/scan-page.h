/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafScanPage:
 *
 * The camera's picture, large; a code that comes into it is followed at once. Below it the ways around a camera: the
 * number typed, or a search. The camera runs only while this page is on the screen.
 */
#define MADAF_TYPE_SCAN_PAGE (madaf_scan_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafScanPage, madaf_scan_page, MADAF, SCAN_PAGE, MadafPage)

#define MADAF_TYPE_SCAN_ROUTE (madaf_scan_route_get_type ())
G_DECLARE_FINAL_TYPE (MadafScanRoute, madaf_scan_route, MADAF, SCAN_ROUTE, MadafRoute)

/** The opener "scan"; argument is not used. */
MadafRoute *madaf_scan_route_new (const char *argument);

G_END_DECLS
