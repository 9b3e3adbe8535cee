/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/datamatrix/size.h"

G_BEGIN_DECLS

/**
 * MadafDataMatrixMessage:
 *
 * What a grid of modules says.
 */
typedef struct
{
  char *text; /* (owned): UTF-8 with a zero byte behind it */
  gsize length;
  gboolean is_gs1;
  int corrected; /* codewords put right */
} MadafDataMatrixMessage;

/**
 * madaf_data_matrix_grid_decode:
 * @modules: (array): row by row from the top, the finder pattern included, a byte a module, 1 is dark; upright: the
 *   solid sides are at the left and at the bottom
 * @message: (out caller-allocates): cleared by madaf_data_matrix_message_clear () if it was read
 *
 * Reads a symbol whose modules were told apart: ISO/IEC 16022, ECC 200, and ISO/IEC 21471. The finder pattern is not
 * looked at.
 *
 * Returns: whether it could be read
 */
gboolean
madaf_data_matrix_grid_decode (const guint8 *modules, const MadafDataMatrixSize *size, MadafDataMatrixMessage *message);

void madaf_data_matrix_message_clear (MadafDataMatrixMessage *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafDataMatrixMessage, madaf_data_matrix_message_clear)

G_END_DECLS
