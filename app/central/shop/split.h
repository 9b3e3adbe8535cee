/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shares out @amount (not negative) by @weights (not negative, not all 0 unless @amount is) by the largest remainder:
 * @shares add up to @amount exactly, each is its exact part rounded down or up, and who weighs nothing gets nothing. So
 * where @amount is not more than all weights together, no share is more than its weight. Equal remainders: the first.
 */
void madaf_split (gint64 amount, const gint64 *weights, gsize n, gint64 *shares);

/* So many basis points (of 10000) of @amount, rounded half up, without overflow. */
gint64 madaf_split_percent (gint64 amount, int basis_points);

G_END_DECLS
