/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/pages.h"

/* The one list of pages that other pages can open by name. */

void
madaf_pages_register (MadafContext *context)
{
}
