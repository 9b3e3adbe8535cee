/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/tally.h"

#include <math.h>
#include <string.h>

/* Counts lines that agree. */

static gboolean
piece_equal (const MadafPiece *a, const MadafPiece *b)
{
  return a->kind == b->kind && a->slot == b->slot && a->value == b->value && a->check == b->check
         && strcmp (a->text, b->text) == 0;
}

void
madaf_tally_add (
    MadafTally *self, const MadafPiece *piece, const MadafLine *line, int index, float module, float from, float to)
{
  MadafPoint begin = madaf_line_point (line, fabsf (from));
  MadafPoint end = madaf_line_point (line, fabsf (to));
  MadafTallied *item = self->items;

  while (item < self->items + self->n && !piece_equal (&item->piece, piece))
    item++;
  if (item == self->items + self->n)
    {
      if (self->n == MADAF_TALLY_MAX)
        return;
      self->n++;
      *item
          = (MadafTallied){ .piece = *piece, .last_line = -1, .module = module, .corners = { begin, end, end, begin } };
    }
  if (item->last_line == index)
    return;
  item->lines++;
  item->last_line = index;
  item->corners[2] = end;
  item->corners[3] = begin;
}
