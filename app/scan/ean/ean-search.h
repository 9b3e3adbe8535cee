/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/ean/ean-model.h"

G_BEGIN_DECLS

/* The words that a profile shows most likely. Errors are mean squares over the symbol, of 1 from paper to ink. */
typedef struct
{
  MadafEanWord word; /* the best one with a right check digit */
  float error;
  float second;    /* the error of the next best one */
  float unchecked; /* the error of the best one if no check digit had to be right */
} MadafEanLikelihood;

/**
 * madaf_ean_search:
 * @darkness: madaf_ean_profile_length () samples, 0 the paper and 1 the ink
 *
 * Compares a profile with what every word would look like. Since a symbol is the sum of its digits' shapes, the square
 * of the difference is a sum too: of a term for each digit and one for each two beside each other. So the best of all
 * 10¹² words is found in one go from left to right, exactly (Viterbi's way), however far the digits run into each
 * other.
 */
void madaf_ean_search (const MadafEanModel *model, MadafEanKind kind, const float *darkness, MadafEanLikelihood *found);

/* The error alone of the best digits in any sets: what tells whether the model fits, at a tenth of the price. */
float madaf_ean_search_error (const MadafEanModel *model, MadafEanKind kind, const float *darkness);

G_END_DECLS
