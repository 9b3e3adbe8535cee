/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"
#include "scan/grey.h"

G_BEGIN_DECLS

/**
 * MadafDataMatrix:
 *
 * A Data Matrix symbol in a picture (ISO/IEC 16022 ECC 200, ISO/IEC 21471).
 */
typedef struct
{
  char *text;   /* (owned): UTF-8 with a zero byte behind it; FNC1 inside it is U+001D */
  gsize length; /* bytes of the text; it may hold zero bytes */
  gboolean is_gs1;
  MadafPoint corners[4]; /* pixels, around the symbol: where the solid sides meet, along one of them, across, back */
  int corrected;         /* codewords that were put right */
} MadafDataMatrix;

/* How much time there is. */
typedef enum
{
  MADAF_DATA_MATRIX_FAST,     /* a frame of the live view */
  MADAF_DATA_MATRIX_THOROUGH, /* a picture that stands still */
} MadafDataMatrixEffort;

/**
 * madaf_data_matrix_find:
 *
 * Reads the symbols in a picture: at any angle, seen from aside, mirrored, light on dark. What it does in one call is
 * bounded, whatever the picture.
 *
 * Returns: (transfer full) (element-type MadafDataMatrix): the largest first
 */
GPtrArray *madaf_data_matrix_find (const MadafGrey *image, MadafDataMatrixEffort effort);

void madaf_data_matrix_free (MadafDataMatrix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafDataMatrix, madaf_data_matrix_free)

G_END_DECLS
