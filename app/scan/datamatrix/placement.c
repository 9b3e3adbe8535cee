/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "placement.h"

#include <string.h>

/* A walk over the mapping matrix: eight modules a step, diagonally up and down, with four shapes cut by the corners. */
typedef struct
{
  const guint8 *mapping;
  int rows;
  int columns;
  guint8 *codewords;
  int count;
  guint8 taken[MADAF_DATA_MATRIX_MAX_SIDE * MADAF_DATA_MATRIX_MAX_SIDE];
} Placement;

typedef struct
{
  gint8 row;
  gint8 column;
} Offset;

/* The eight modules of a symbol character, most significant first, counted from its last one. */
static const Offset utah[8]
    = { { -2, -2 }, { -2, -1 }, { -1, -2 }, { -1, -1 }, { -1, 0 }, { 0, -2 }, { 0, -1 }, { 0, 0 } };

/* Those at the corners; negative ones count from the bottom and from the right. */
static const Offset corners[4][8] = {
  { { -1, 0 }, { -1, 1 }, { -1, 2 }, { 0, -2 }, { 0, -1 }, { 1, -1 }, { 2, -1 }, { 3, -1 } },
  { { -3, 0 }, { -2, 0 }, { -1, 0 }, { 0, -4 }, { 0, -3 }, { 0, -2 }, { 0, -1 }, { 1, -1 } },
  { { -3, 0 }, { -2, 0 }, { -1, 0 }, { 0, -2 }, { 0, -1 }, { 1, -1 }, { 2, -1 }, { 3, -1 } },
  { { -1, 0 }, { -1, -1 }, { 0, -3 }, { 0, -2 }, { 0, -1 }, { 1, -3 }, { 1, -2 }, { 1, -1 } },
};

static guint8
take (Placement *self, int row, int column)
{
  int at;

  if (row < 0)
    {
      row += self->rows;
      column += 4 - (self->rows + 4) % 8;
    }
  if (column < 0)
    {
      column += self->columns;
      row += 4 - (self->columns + 4) % 8;
    }
  /* The extended rectangles can wrap past the bottom (ISO/IEC 21471, annex on placement). */
  if (row >= self->rows)
    row -= self->rows;
  at = row * self->columns + column;
  self->taken[at] = 1;
  return self->mapping[at] & 1;
}

static void
take_utah (Placement *self, int row, int column)
{
  guint8 codeword = 0;

  for (int i = 0; i < 8; i++)
    codeword = codeword << 1 | take (self, row + utah[i].row, column + utah[i].column);
  self->codewords[self->count++] = codeword;
}

static void
take_corner (Placement *self, int corner)
{
  guint8 codeword = 0;

  for (int i = 0; i < 8; i++)
    {
      Offset at = corners[corner][i];

      codeword = codeword << 1
                 | take (self, at.row < 0 ? at.row + self->rows : at.row,
                         at.column < 0 ? at.column + self->columns : at.column);
    }
  self->codewords[self->count++] = codeword;
}

static void
take_corner_at (Placement *self, int row, int column)
{
  if (row == self->rows && column == 0)
    take_corner (self, 0);
  if (row == self->rows - 2 && column == 0 && self->columns % 4 != 0)
    take_corner (self, 1);
  if (row == self->rows - 2 && column == 0 && self->columns % 8 == 4)
    take_corner (self, 2);
  if (row == self->rows + 4 && column == 2 && self->columns % 8 == 0)
    take_corner (self, 3);
}

int
madaf_data_matrix_placement_read (const guint8 *mapping, int rows, int columns, guint8 *codewords)
{
  Placement self = { .mapping = mapping, .rows = rows, .columns = columns, .codewords = codewords };
  int row = 4;
  int column = 0;

  do
    {
      take_corner_at (&self, row, column);
      do
        {
          if (row < rows && column >= 0 && !self.taken[row * columns + column])
            take_utah (&self, row, column);
          row -= 2;
          column += 2;
        }
      while (row >= 0 && column < columns);
      row += 1;
      column += 3;
      do
        {
          if (row >= 0 && column < columns && !self.taken[row * columns + column])
            take_utah (&self, row, column);
          row += 2;
          column -= 2;
        }
      while (row < rows && column >= 0);
      row += 3;
      column += 1;
    }
  while (row < rows || column < columns);
  return self.count;
}
