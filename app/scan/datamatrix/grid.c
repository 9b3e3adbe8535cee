/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grid.h"

#include "scan/datamatrix/placement.h"
#include "scan/datamatrix/reed-solomon.h"
#include "scan/datamatrix/text.h"

/* The most errors that a block may have for the symbol to be believed. The smallest one has five codewords for them,
   so that one in 600,000 grids of noise is two errors from a code word; one error away are a thousandth of these. */
static int
errors_allowed (const MadafDataMatrixSize *size)
{
  int per_block = size->error_codewords / size->blocks;

  return per_block <= 5 ? 1 : per_block / 2;
}

static void
copy_mapping (const guint8 *modules, const MadafDataMatrixSize *size, guint8 *mapping)
{
  int columns = madaf_data_matrix_size_mapping_columns (size);
  int rows = madaf_data_matrix_size_mapping_rows (size);

  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      {
        int r = row + 1 + row / size->region_rows * 2;
        int c = column + 1 + column / size->region_columns * 2;

        mapping[row * columns + column] = modules[r * size->columns + c];
      }
}

/* 5.7.1: codeword i belongs to block i modulo the number of blocks, also across to the error correction codewords.
   Returns: the codewords put right, -1 if one block cannot be */
static int
correct (guint8 *codewords, const MadafDataMatrixSize *size)
{
  int total = size->data_codewords + size->error_codewords;
  int corrected = 0;

  for (int block = 0; block < size->blocks; block++)
    {
      guint8 interleaved[255];
      int count = 0;
      int errors;

      for (int i = block; i < total; i += size->blocks)
        interleaved[count++] = codewords[i];
      errors = madaf_data_matrix_correct (interleaved, count, size->error_codewords / size->blocks);
      if (errors < 0 || errors > errors_allowed (size))
        return -1;
      corrected += errors;
      for (int i = 0; i < count; i++)
        codewords[block + i * size->blocks] = interleaved[i];
    }
  return corrected;
}

gboolean
madaf_data_matrix_grid_decode (const guint8 *modules, const MadafDataMatrixSize *size, MadafDataMatrixMessage *message)
{
  guint8 mapping[MADAF_DATA_MATRIX_MAX_SIDE * MADAF_DATA_MATRIX_MAX_SIDE];
  guint8 codewords[MADAF_DATA_MATRIX_MAX_CODEWORDS];
  int count;

  copy_mapping (modules, size, mapping);
  count = madaf_data_matrix_placement_read (mapping, madaf_data_matrix_size_mapping_rows (size),
                                            madaf_data_matrix_size_mapping_columns (size), codewords);
  if (count != size->data_codewords + size->error_codewords)
    return FALSE;
  message->corrected = correct (codewords, size);
  if (message->corrected < 0)
    return FALSE;
  message->text = madaf_data_matrix_text_decode (codewords, size->data_codewords, &message->length, &message->is_gs1);
  return message->text != NULL;
}

void
madaf_data_matrix_message_clear (MadafDataMatrixMessage *self)
{
  g_clear_pointer (&self->text, g_free);
}
