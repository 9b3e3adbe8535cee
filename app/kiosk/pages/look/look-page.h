/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * MadafLookPage:
 *
 * An outfit: its pieces, each with its sizes, where all of it can be had, and what the stylist adds.
 */
#define MADAF_TYPE_LOOK_PAGE (madaf_look_page_get_type ())
G_DECLARE_FINAL_TYPE (MadafLookPage, madaf_look_page, MADAF, LOOK_PAGE, MadafPage)

G_END_DECLS
