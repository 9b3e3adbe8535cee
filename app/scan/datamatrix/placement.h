/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/datamatrix/size.h"

G_BEGIN_DECLS

/**
 * madaf_data_matrix_placement_read:
 * @mapping: (array): the mapping matrix row by row, a byte a module, 1 is dark
 * @codewords: (out caller-allocates) (array): room for MADAF_DATA_MATRIX_MAX_CODEWORDS
 *
 * Reads the codewords out of the mapping matrix: ISO/IEC 16022, annex F (ECC 200 symbol character placement).
 *
 * Returns: how many there are
 */
int madaf_data_matrix_placement_read (const guint8 *mapping, int rows, int columns, guint8 *codewords);

G_END_DECLS
