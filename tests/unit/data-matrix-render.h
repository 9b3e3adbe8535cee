/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "barcode-render.h"
#include "scan/datamatrix/size.h"

G_BEGIN_DECLS

typedef enum
{
  TEST_DATA_MATRIX_ASCII, /* digits in pairs, U+001D as FNC1, bytes from 128 with the upper shift */
  TEST_DATA_MATRIX_C40,   /* capitals, digits and spaces only */
  TEST_DATA_MATRIX_BASE_256,
} TestDataMatrixEncodation;

/* The codewords of a message; the symbol has to be large enough. @codewords: room for size->data_codewords */
void test_data_matrix_encode (const char *text,
                              gsize length,
                              TestDataMatrixEncodation encodation,
                              const MadafDataMatrixSize *size,
                              guint8 *codewords);

/* The modules of a symbol, row by row from the top, the finder pattern included. @codewords: size->data_codewords.
   @damaged: so many codewords of each block are made wrong, the same for the same @seed */
guint8 *test_data_matrix_modules (const MadafDataMatrixSize *size, const guint8 *codewords, int damaged, guint32 seed);

/* Text in ASCII encodation to modules, all in one. */
guint8 *test_data_matrix_modules_of (const char *text, const MadafDataMatrixSize *size);

/* Draws them, each @module pixels large, in a quiet zone of @quiet modules. */
TestPicture *test_render_data_matrix (const guint8 *modules, const MadafDataMatrixSize *size, int module, int quiet);

G_END_DECLS
