/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/datamatrix/corner.h"
#include "scan/datamatrix/grid.h"
#include "scan/datamatrix/homography.h"
#include "scan/datamatrix/timing.h"

G_BEGIN_DECLS

/* Nodes along a side of the mesh. */
#define MADAF_DATA_MATRIX_MESH 5

/**
 * MadafDataMatrixFit:
 *
 * A grid laid over a symbol in a picture.
 */
typedef struct
{
  const MadafGrey *image;
  const MadafDataMatrixCorner *corner;
  const MadafDataMatrixSize *size;
  gboolean is_mirrored;  /* what is at the left in the picture is at the bottom of the symbol */
  MadafPoint corners[4]; /* bottom left, bottom right, top right, top left, as corner->across and corner->up say */
  MadafHomography grid;  /* modules, counted from the bottom left corner to the right and up, to pixels */
  gboolean is_bent;
  float bend[6]; /* modules: how far the picture is from a flat one: the middle of all rows to the right, of the
                    left side, of the right side; of all columns up, of the bottom, of the top */
  gboolean has_mesh;
  MadafPoint mesh[MADAF_DATA_MATRIX_MESH][MADAF_DATA_MATRIX_MESH]; /* modules: what each part of the symbol is moved by,
                            its nodes evenly spread, rows of them from the bottom up */
  int *places_left; /* (unowned): how many more may be looked at; bounds the time */
  float score;      /* how well the finder pattern is seen: 0.5 is perfect, 0 is nothing */
} MadafDataMatrixFit;

/* Lays the first grid: self->image, corner, size, is_mirrored and places_left are set. Returns: FALSE if the lines make
 * no grid */
gboolean madaf_data_matrix_fit_init (MadafDataMatrixFit *self,
                                     const MadafDataMatrixTiming *far,
                                     const MadafDataMatrixTiming *aside);

/* The same without having seen the dashed sides: looks for the fourth corner where they would be seen best. */
gboolean madaf_data_matrix_fit_init_by_search (MadafDataMatrixFit *self);

/* Moves the corners to where the finder pattern is seen best. */
void madaf_data_matrix_fit_refine (MadafDataMatrixFit *self);

/* The same for symbols that are not flat, on a bottle or on crumpled paper. */
void madaf_data_matrix_fit_bend (MadafDataMatrixFit *self);

/* Moves each part of the grid to where its modules are told apart best: for crumpled labels, after all else. */
void madaf_data_matrix_fit_mesh (MadafDataMatrixFit *self);

/* Modules across and up as they lie in the picture. */
int madaf_data_matrix_fit_across (const MadafDataMatrixFit *self);
int madaf_data_matrix_fit_up (const MadafDataMatrixFit *self);

/* The middle of a module of the symbol, on the grid. */
MadafPoint madaf_data_matrix_fit_middle (const MadafDataMatrixFit *self, int row, int column);

/* The darkness at a place of the grid: 0 as the ground, 1 as the solid sides. */
float madaf_data_matrix_fit_darkness (const MadafDataMatrixFit *self, float x, float y);

/* Reads the modules. Returns: whether the finder pattern is there and the symbol could be read */
gboolean madaf_data_matrix_fit_read (MadafDataMatrixFit *self, MadafDataMatrixMessage *message);

G_END_DECLS
