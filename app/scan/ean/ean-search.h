/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-symbol.h"

G_BEGIN_DECLS

/* How badly each digit of each set fits each place: costs[place][set][digit]. The right half is in set A alone. */
typedef float MadafEanCosts[MADAF_EAN_MAX_DIGITS][2][10];

/**
 * madaf_ean_search:
 * @word: (out): of all words with a right check digit, the one whose digits cost least together
 * @cost: (out): what it costs
 * @second: (out): what the next one costs
 *
 * Not digit by digit: a check digit that is wrong by one clear digit is put right by a doubtful one.
 */
void madaf_ean_search (MadafEanKind kind, const MadafEanCosts costs, MadafEanWord *word, float *cost, float *second);

G_END_DECLS
