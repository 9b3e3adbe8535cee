/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a bench prints: one line for each figure, its columns separated by tabs: what, measured, goal, met or missed.
 * tests/bench/run makes one table of the lines of all benches. */

/** A figure that must not be above goal; a goal of 0 is none. */
void madaf_figure_at_most (const char *what, double measured, double goal, const char *unit);
/** A figure that must not be below goal. */
void madaf_figure_at_least (const char *what, double measured, double goal, const char *unit);

/** The value below which share (0…1) of the values are; sorts them. 0 when there are none. */
double madaf_figure_percentile (GArray *values, double share);

G_END_DECLS
