/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"
#include "scan/grey.h"

G_BEGIN_DECLS

/**
 * MadafDataMatrixCorner:
 *
 * Two solid sides that meet: what ISO/IEC 16022 calls the L of the finder pattern. Looking along @across, @up points
 * to the left. In a symbol of light modules on dark ground "dark" is the brighter one.
 */
typedef struct
{
  MadafPoint corner;   /* where the outer borders of the sides meet */
  MadafPoint across;   /* from there to the end of one side */
  MadafPoint up;       /* and to the end of the other */
  float dark;          /* brightness of the sides */
  float light;         /* and of the ground around them */
  float module_across; /* modules in pixels, measured along @across: how thick the other side is; ±30 % */
  float module_up;
} MadafDataMatrixCorner;

/* How dark a brightness is, from 0, as the ground, to 1, as the solid sides. */
static inline float
madaf_data_matrix_corner_darkness (const MadafDataMatrixCorner *self, float brightness)
{
  return (self->light - brightness) / (self->light - self->dark);
}

/**
 * madaf_data_matrix_corners_find:
 * @edges: (element-type MadafDataMatrixEdge): put in another order
 * @max_edges: the longest that are paired
 * @max_pairs: how many pairs are looked at
 *
 * Returns: (transfer full) (element-type MadafDataMatrixCorner): where two edges meet around something of even
 *   thickness, the largest first
 */
GArray *madaf_data_matrix_corners_find (const MadafGrey *image, GArray *edges, guint max_edges, int max_pairs);

G_END_DECLS
