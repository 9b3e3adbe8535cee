/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * What the buttons of a product page do: the choice of the page's #MadafProductRoute goes into the session's basket,
 * and a passing message says so, or why not.
 */

/** To be sent home. */
void madaf_buying_ship (MadafPage *page);
/** To be collected at a branch that has it; any other branch changes nothing. */
void madaf_buying_collect (MadafPage *page, const char *branch_id);
/** Asks at which branch, in a sheet over the page. */
void madaf_buying_choose_branch (MadafPage *page);

G_END_DECLS
