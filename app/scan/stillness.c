/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/stillness.h"

#include <stdlib.h>

/* A hand that holds a code before the camera moves it by less than a cell. */

#define MAX_MEAN_CHANGE 4
/* Pixels of a cell that are looked at, along each side. */
#define PROBES 4

static int
cell_brightness (const MadafGrey *picture, int column, int row)
{
  int sum = 0;

  for (int i = 0; i < PROBES; i++)
    for (int k = 0; k < PROBES; k++)
      {
        gsize x = (gsize)(column * PROBES + k) * picture->width / (MADAF_STILLNESS_CELLS * PROBES);
        gsize y = (gsize)(row * PROBES + i) * picture->height / (MADAF_STILLNESS_CELLS * PROBES);

        sum += picture->pixels[y * picture->stride + x];
      }
  return sum / (PROBES * PROBES);
}

gboolean
madaf_stillness_next (MadafStillness *self, const MadafGrey *picture)
{
  gboolean same_size = self->width == picture->width && self->height == picture->height;
  int change = 0;

  for (int row = 0; row < MADAF_STILLNESS_CELLS; row++)
    for (int column = 0; column < MADAF_STILLNESS_CELLS; column++)
      {
        guint8 *cell = &self->cells[row * MADAF_STILLNESS_CELLS + column];
        int brightness = cell_brightness (picture, column, row);

        change += abs (brightness - *cell);
        *cell = brightness;
      }
  self->width = picture->width;
  self->height = picture->height;
  return same_size && change <= MAX_MEAN_CHANGE * MADAF_STILLNESS_CELLS * MADAF_STILLNESS_CELLS;
}
