/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fit.h"

#include "scan/datamatrix/sample.h"

/* Shares of the finder pattern that have to be as they should. */
#define MIN_SOLID  0.85f
#define MIN_DASHED 0.8f
/* Below so many modules a side nearly all of it counts. */
#define SMALL_SIDE 14

/* darkness = a + b x + c y, modules */
typedef struct
{
  double a, b, c;
} Plane;

/* The mean around the middle of a module where it has several pixels. */
static float
read_module (const MadafDataMatrixFit *self, MadafPoint middle)
{
  float sum = madaf_data_matrix_fit_darkness (self, middle.x, middle.y);

  sum += madaf_data_matrix_fit_darkness (self, middle.x - 0.2f, middle.y);
  sum += madaf_data_matrix_fit_darkness (self, middle.x + 0.2f, middle.y);
  sum += madaf_data_matrix_fit_darkness (self, middle.x, middle.y - 0.2f);
  sum += madaf_data_matrix_fit_darkness (self, middle.x, middle.y + 0.2f);
  return sum / 5;
}

/* All modules, row by row, with one more around them. Returns: (transfer full) */
static float *
read_modules (const MadafDataMatrixFit *self)
{
  int columns = self->size->columns + 2;
  int rows = self->size->rows + 2;
  float *values = g_new (float, rows *columns);

  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      values[row * columns + column] = read_module (self, madaf_data_matrix_fit_middle (self, row - 1, column - 1));
  return values;
}

/* Takes out what the neighbours shine into a module. */
static float *
sharpen (const float *values, const MadafDataMatrixSize *size, float strength)
{
  int columns = size->columns + 2;
  int rows = size->rows + 2;
  float *sharp = g_memdup2 (values, sizeof *values * rows * columns);

  for (int row = 1; row < rows - 1; row++)
    for (int column = 1; column < columns - 1; column++)
      {
        const float *v = values + row * columns + column;

        sharp[row * columns + column] += strength * (4 * v[0] - v[-1] - v[1] - v[-columns] - v[columns]);
      }
  return sharp;
}

/* Least squares; a level plane where there are not enough places. */
static Plane
fit_plane (const double s[10])
{
  /* s: n, x, y, xx, xy, yy, z, xz, yz */
  double n = s[0];
  double xx = s[3] - s[1] * s[1] / n, xy = s[4] - s[1] * s[2] / n, yy = s[5] - s[2] * s[2] / n;
  double xz = s[7] - s[1] * s[6] / n, yz = s[8] - s[2] * s[6] / n;
  double area = xx * yy - xy * xy;
  Plane plane = { s[6] / n, 0, 0 };

  if (area > 1e-3)
    {
      plane.b = (xz * yy - yz * xy) / area;
      plane.c = (yz * xx - xz * xy) / area;
      plane.a -= (plane.b * s[1] + plane.c * s[2]) / n;
    }
  return plane;
}

/* Half way between what the dark and what the light modules of the finder pattern look like hereabouts. */
static Plane
find_threshold (const float *values, const MadafDataMatrixSize *size)
{
  double sums[2][10] = { { 0 } };
  Plane dark, light;

  for (int row = 0; row < size->rows; row++)
    for (int column = 0; column < size->columns; column++)
      {
        MadafDataMatrixModule kind = madaf_data_matrix_size_module (size, row, column);
        double z = values[(row + 1) * (size->columns + 2) + column + 1];
        double x = column, y = row;
        double terms[9] = { 1, x, y, x * x, x * y, y * y, z, x * z, y * z };

        if (kind != MADAF_DATA_MATRIX_MODULE_DATA)
          for (int i = 0; i < 9; i++)
            sums[kind == MADAF_DATA_MATRIX_MODULE_DARK][i] += terms[i];
      }
  light = fit_plane (sums[0]);
  dark = fit_plane (sums[1]);
  return (Plane){ (dark.a + light.a) / 2, (dark.b + light.b) / 2, (dark.c + light.c) / 2 };
}

static void
tell_apart (const float *values, const MadafDataMatrixSize *size, guint8 *modules)
{
  Plane threshold = find_threshold (values, size);

  for (int row = 0; row < size->rows; row++)
    for (int column = 0; column < size->columns; column++)
      modules[row * size->columns + column] = values[(row + 1) * (size->columns + 2) + column + 1]
                                              > threshold.a + threshold.b * column + threshold.c * row;
}

/* Whether enough of the solid and of the dashed sides is as it should be. */
static gboolean
check_pattern (const guint8 *modules, const MadafDataMatrixSize *size)
{
  int count[2] = { 0, 0 };
  int right[2] = { 0, 0 };
  gboolean small = MIN (size->rows, size->columns) < SMALL_SIDE;

  for (int row = 0; row < size->rows; row++)
    for (int column = 0; column < size->columns; column++)
      {
        MadafDataMatrixModule kind = madaf_data_matrix_size_module (size, row, column);
        gboolean solid
            = column % (size->region_columns + 2) == 0 || row % (size->region_rows + 2) == size->region_rows + 1;

        if (kind == MADAF_DATA_MATRIX_MODULE_DATA)
          continue;
        count[solid]++;
        right[solid] += modules[row * size->columns + column] == (kind == MADAF_DATA_MATRIX_MODULE_DARK);
      }
  return right[1] >= (small ? 0.95f : MIN_SOLID) * count[1] && right[0] >= (small ? 0.9f : MIN_DASHED) * count[0];
}

gboolean
madaf_data_matrix_fit_read (MadafDataMatrixFit *self, MadafDataMatrixMessage *message)
{
  static const float strengths[] = { 0, 0.15f, 0.3f };
  guint8 modules[MADAF_DATA_MATRIX_MAX_SIDE * MADAF_DATA_MATRIX_MAX_SIDE];
  g_autofree float *values = read_modules (self);

  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      g_autofree float *sharp = sharpen (values, self->size, strengths[i]);

      tell_apart (sharp, self->size, modules);
      if (check_pattern (modules, self->size) && madaf_data_matrix_grid_decode (modules, self->size, message))
        return TRUE;
    }
  return FALSE;
}
