/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_scan_smallest_print:
 *
 * Draws EAN-13 and QR with ever smaller modules, as a sensor sees them whose pixels have no gaps, ten codes of each
 * size in ten places between two pixels, and prints the smallest size of which all ten are read. A wrong one ends it.
 */
void madaf_scan_smallest_print (void);

G_END_DECLS
