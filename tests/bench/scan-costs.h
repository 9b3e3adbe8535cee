/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_scan_costs_print:
 * @frames: how many of each kind
 *
 * Prints what the first look at a frame of a camera costs, of all kinds of frames, in two sizes; and the slowest of
 * those that follow while a frame stands still.
 */
void madaf_scan_costs_print (int frames);

/* What the processor has been working for this program, in milliseconds. */
double madaf_scan_processor_ms (void);

G_END_DECLS
