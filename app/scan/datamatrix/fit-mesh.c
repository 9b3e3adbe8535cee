/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fit.h"

#include "scan/datamatrix/sample.h"

#include <math.h>

/* Further than that, in modules, and the modules beside would be read. */
#define MAX_MOVE 0.7f

/* Half way between the mean dark and the mean light module of the finder pattern. */
static float
find_middle (const MadafDataMatrixFit *self)
{
  float sums[3] = { 0 };
  int counts[3] = { 0 };

  for (int row = 0; row < self->size->rows; row++)
    for (int column = 0; column < self->size->columns; column++)
      {
        MadafDataMatrixModule kind = madaf_data_matrix_size_module (self->size, row, column);
        MadafPoint at = madaf_data_matrix_fit_middle (self, row, column);

        if (kind == MADAF_DATA_MATRIX_MODULE_DATA)
          continue;
        sums[kind] += madaf_data_matrix_fit_darkness (self, at.x, at.y);
        counts[kind]++;
      }
  return (sums[MADAF_DATA_MATRIX_MODULE_DARK] / counts[MADAF_DATA_MATRIX_MODULE_DARK]
          + sums[MADAF_DATA_MATRIX_MODULE_LIGHT] / counts[MADAF_DATA_MATRIX_MODULE_LIGHT])
         / 2;
}

/* How far from the middle a module is: either way, or the way it has to be. */
static float
tell (const MadafDataMatrixFit *self, int row, int column, float middle)
{
  MadafPoint at = madaf_data_matrix_fit_middle (self, row, column);
  float off = CLAMP (madaf_data_matrix_fit_darkness (self, at.x, at.y) - middle, -0.5f, 0.5f);

  switch (madaf_data_matrix_size_module (self->size, row, column))
    {
    case MADAF_DATA_MATRIX_MODULE_DARK:
      return off;
    case MADAF_DATA_MATRIX_MODULE_LIGHT:
      return -off;
    case MADAF_DATA_MATRIX_MODULE_DATA:
    default:
      return fabsf (off);
    }
}

/* How well the modules are told apart that a node moves. */
static float
tell_around (const MadafDataMatrixFit *self, int x, int y, float middle)
{
  int parts = MADAF_DATA_MATRIX_MESH - 1;
  int w = madaf_data_matrix_fit_across (self);
  int h = madaf_data_matrix_fit_up (self);
  MadafPoint moved = self->mesh[y][x];
  float sum = 0;
  int count = 0;

  for (int up = MAX (0, (y - 1) * h / parts); up < MIN (h, (y + 1) * h / parts); up++)
    for (int across = MAX (0, (x - 1) * w / parts); across < MIN (w, (x + 1) * w / parts); across++)
      {
        int row = self->size->rows - 1 - (self->is_mirrored ? across : up);
        int column = self->is_mirrored ? up : across;

        sum += tell (self, row, column, middle);
        count++;
      }
  /* A node that gains nothing stays where it is. */
  return sum / MAX (count, 1) - 0.02f * (fabsf (moved.x) + fabsf (moved.y));
}

static void
improve_node (MadafDataMatrixFit *self, int x, int y, float step, float middle)
{
  const MadafPoint moves[4] = { { step, 0 }, { -step, 0 }, { 0, step }, { 0, -step } };
  float best = tell_around (self, x, y, middle);

  for (int i = 0; i < 4; i++)
    {
      MadafPoint before = self->mesh[y][x];
      float now;

      self->mesh[y][x] = madaf_point_add (before, moves[i], 1);
      now = fabsf (self->mesh[y][x].x) < MAX_MOVE && fabsf (self->mesh[y][x].y) < MAX_MOVE
                ? tell_around (self, x, y, middle)
                : -1;
      if (now > best)
        best = now;
      else
        self->mesh[y][x] = before;
    }
}

void
madaf_data_matrix_fit_mesh (MadafDataMatrixFit *self)
{
  float middle = find_middle (self);

  self->is_bent = TRUE;
  self->has_mesh = TRUE;
  for (float step = 0.25f; step > 0.1f; step /= 2)
    for (int round = 0; round < 2; round++)
      for (int y = 0; y<MADAF_DATA_MATRIX_MESH && * self->places_left> 0; y++)
        for (int x = 0; x < MADAF_DATA_MATRIX_MESH; x++)
          improve_node (self, x, y, step, middle);
}
