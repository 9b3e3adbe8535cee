/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/context.h"
#include "scan/code.h"

G_BEGIN_DECLS

/**
 * What a scanned code is looked up by: its GTIN; for an item number of the retailer's own with a price or weight in it,
 * the number that the item is listed under; else its text. (transfer full)
 */
char *madaf_scanned_text (MadafContext *context, MadafCode *code);

G_END_DECLS
