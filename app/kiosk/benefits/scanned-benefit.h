/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"

G_BEGIN_DECLS

/* A coupon or gift card was scanned, on whatever page: it is put down for the basket, and what the central says of it
 * is told, in a passing sentence that can be undone when it counts, in a sheet when it does not. */
void madaf_benefits_scanned (MadafContext *context, const char *code);

G_END_DECLS
