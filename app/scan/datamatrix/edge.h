/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"
#include "scan/grey.h"

G_BEGIN_DECLS

/**
 * MadafDataMatrixEdge:
 *
 * A straight border between dark and light. Who walks from @start to @end has the dark side at the left hand.
 */
typedef struct
{
  MadafPoint start;
  MadafPoint end;
  MadafPoint middle;    /* on the line fitted to the whole edge */
  MadafPoint direction; /* of that line, of length 1 */
  float length;         /* pixels */
  float dark;           /* mean brightness just inside */
  float light;          /* and just outside */
} MadafDataMatrixEdge;

/**
 * madaf_data_matrix_edges_find:
 * @spacing: pixels between the lines, along and across, on which edges are looked for
 * @max_steps: how many pixels may be walked along edges; bounds the time
 *
 * Returns: (transfer full) (element-type MadafDataMatrixEdge): those long enough to be the side of a symbol
 */
GArray *madaf_data_matrix_edges_find (const MadafGrey *image, int spacing, int min_contrast, int max_steps);

G_END_DECLS
