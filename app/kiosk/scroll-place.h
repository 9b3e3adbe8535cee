/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/route.h"

G_BEGIN_DECLS

/**
 * Scrolls to where the route says its page was left, as soon as the content is as high again as it was, and writes into
 * the route where the page is from then on. Ends with the scrolled window.
 */
void madaf_scroll_place_follow (MadafRoute *route, GtkScrolledWindow *scroller);

G_END_DECLS
