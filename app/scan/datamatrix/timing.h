/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/datamatrix/corner.h"

G_BEGIN_DECLS

/* How many ways to see a dashed side are kept. */
#define MADAF_DATA_MATRIX_MAX_TIMINGS 3

/**
 * MadafDataMatrixTiming:
 *
 * One dashed side of a symbol, the alternating modules of the finder pattern: the line through their middles.
 */
typedef struct
{
  MadafPoint from;
  MadafPoint to;
  int modules;        /* counted along it, the corner of the solid side included */
  float irregularity; /* mean deviation of the modules from even ones, 0 is best */
} MadafDataMatrixTiming;

typedef enum
{
  MADAF_DATA_MATRIX_SIDE_FAR,   /* opposite to the side along corner->across, begins where corner->up ends */
  MADAF_DATA_MATRIX_SIDE_ASIDE, /* opposite to the one along corner->up, begins where corner->across ends */
} MadafDataMatrixSide;

/**
 * madaf_data_matrix_timings_find:
 * @is_thorough: whether the sides may end some modules from where they were seen to end
 * @timings: (out caller-allocates) (array fixed-size=3): the best first, each of another number of modules
 *
 * Returns: how many were found
 */
int madaf_data_matrix_timings_find (const MadafGrey *image,
                                    const MadafDataMatrixCorner *corner,
                                    MadafDataMatrixSide side,
                                    gboolean is_thorough,
                                    MadafDataMatrixTiming *timings);

G_END_DECLS
