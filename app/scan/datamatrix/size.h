/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest side of a symbol, in modules, and the most codewords that one holds. */
#define MADAF_DATA_MATRIX_MAX_SIDE      144
#define MADAF_DATA_MATRIX_MAX_CODEWORDS 2178

/**
 * MadafDataMatrixSize:
 *
 * One of the sizes that a symbol may have: ISO/IEC 16022, table 7 (ECC 200 symbol attributes), and the rectangles of
 * ISO/IEC 21471 (DMRE). The finder pattern counts in @rows and @columns, the quiet zone does not. A symbol is made of
 * data regions, each with a finder pattern of its own around it.
 */
typedef struct
{
  guint8 rows;
  guint8 columns;
  guint8 region_rows; /* of data modules, without the finder pattern */
  guint8 region_columns;
  guint16 data_codewords;
  guint16 error_codewords;
  guint8 blocks; /* interleaved Reed–Solomon blocks */
} MadafDataMatrixSize;

/* All sizes, squares first, smallest first. */
const MadafDataMatrixSize *madaf_data_matrix_sizes (guint *n_sizes);

/* Returns: (nullable): the size with so many rows and columns */
const MadafDataMatrixSize *madaf_data_matrix_size_find (int rows, int columns);

/* The mapping matrix of 5.8.1: all data modules, the regions put together. */
int madaf_data_matrix_size_mapping_rows (const MadafDataMatrixSize *self);
int madaf_data_matrix_size_mapping_columns (const MadafDataMatrixSize *self);

/* What the module at @row (from the top) and @column (from the left) has to be. */
typedef enum
{
  MADAF_DATA_MATRIX_MODULE_DATA,
  MADAF_DATA_MATRIX_MODULE_DARK,
  MADAF_DATA_MATRIX_MODULE_LIGHT,
} MadafDataMatrixModule;

MadafDataMatrixModule madaf_data_matrix_size_module (const MadafDataMatrixSize *self, int row, int column);

G_END_DECLS
