/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homography.h"

#include <math.h>

#define UNKNOWNS 8

/* Gauss with the largest pivot. @rows: the eight equations, the right side last; solved in place */
static gboolean
solve (double rows[UNKNOWNS][UNKNOWNS + 1])
{
  for (int i = 0; i < UNKNOWNS; i++)
    {
      int pivot = i;

      for (int k = i + 1; k < UNKNOWNS; k++)
        if (fabs (rows[k][i]) > fabs (rows[pivot][i]))
          pivot = k;
      if (fabs (rows[pivot][i]) < 1e-9)
        return FALSE;
      for (int k = 0; k <= UNKNOWNS; k++)
        {
          double swapped = rows[i][k];

          rows[i][k] = rows[pivot][k];
          rows[pivot][k] = swapped;
        }
      for (int k = 0; k < UNKNOWNS; k++)
        {
          double factor = k == i ? 0 : rows[k][i] / rows[i][i];

          for (int j = i; factor != 0 && j <= UNKNOWNS; j++)
            rows[k][j] -= factor * rows[i][j];
        }
    }
  for (int i = 0; i < UNKNOWNS; i++)
    rows[i][UNKNOWNS] /= rows[i][i];
  return TRUE;
}

gboolean
madaf_homography_from_points (MadafHomography *self, const MadafPoint from[4], const MadafPoint to[4])
{
  double rows[UNKNOWNS][UNKNOWNS + 1];

  for (int i = 0; i < 4; i++)
    {
      double x = from[i].x, y = from[i].y, u = to[i].x, v = to[i].y;
      double first[] = { x, y, 1, 0, 0, 0, -u * x, -u * y, u };
      double second[] = { 0, 0, 0, x, y, 1, -v * x, -v * y, v };

      for (int k = 0; k <= UNKNOWNS; k++)
        {
          rows[2 * i][k] = first[k];
          rows[2 * i + 1][k] = second[k];
        }
    }
  if (!solve (rows))
    return FALSE;
  *self = (MadafHomography){ rows[0][8], rows[1][8], rows[2][8], rows[3][8],
                             rows[4][8], rows[5][8], rows[6][8], rows[7][8] };
  return TRUE;
}

/* Paul Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, 2.2.3. */
gboolean
madaf_homography_from_rectangle (MadafHomography *self, double width, double height, const MadafPoint to[4])
{
  double x1 = to[1].x - to[2].x, y1 = to[1].y - to[2].y;
  double x2 = to[3].x - to[2].x, y2 = to[3].y - to[2].y;
  double x3 = to[0].x - to[1].x + to[2].x - to[3].x, y3 = to[0].y - to[1].y + to[2].y - to[3].y;
  double area = x1 * y2 - x2 * y1;
  double g, h;

  if (fabs (area) < 1)
    return FALSE;
  g = (x3 * y2 - x2 * y3) / area;
  h = (x1 * y3 - x3 * y1) / area;
  *self = (MadafHomography){
    .a = (to[1].x - to[0].x + g * to[1].x) / width,
    .b = (to[3].x - to[0].x + h * to[3].x) / height,
    .c = to[0].x,
    .d = (to[1].y - to[0].y + g * to[1].y) / width,
    .e = (to[3].y - to[0].y + h * to[3].y) / height,
    .f = to[0].y,
    .g = g / width,
    .h = h / height,
  };
  /* All of it has to be in front of the camera. */
  return g > -0.9 && h > -0.9 && g + h > -0.9;
}
