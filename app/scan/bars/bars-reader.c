/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/bars-reader.h"

#include "scan/bars/assemble.h"
#include "scan/bars/code-128.h"
#include "scan/bars/databar.h"

#include <math.h>
#include <string.h>

/* Hands each line from both ends to those who know the symbols, and believes what enough lines say. */

#define MIN_LINES_LIMITED 4
#define MIN_LINES_LONG    2
#define MIN_LINES_SHORT   4
/* Characters of a Code 128, which are letters or pairs of digits. Fewer are found by chance sooner. */
#define LONG_TEXT 5

struct _MadafBarsReader
{
  MadafTally tally;
  float forward[MADAF_EDGES_MAX + 2];  /* the edges of the line */
  float backward[MADAF_EDGES_MAX + 2]; /* from its far end */
  float angle;
  MadafBarsFound found;
  gpointer user_data;
};

MadafBarsReader *
madaf_bars_reader_new (void)
{
  return g_new0 (MadafBarsReader, 1);
}

void
madaf_bars_reader_free (MadafBarsReader *self)
{
  g_free (self);
}

void
madaf_bars_reader_begin (MadafBarsReader *self)
{
  self->tally.n = 0;
}

static void
read_strip (MadafBarsReader *self, const MadafStrip *strip, gboolean from_end, const MadafLine *line, int index)
{
  madaf_code_128_find (strip, line, index, &self->tally);
  madaf_databar_limited_find (strip, line, index, &self->tally);
  madaf_databar_find (strip, from_end, line, index, &self->tally);
}

/* A bar that the border of the picture cuts off ends there, as far as can be seen. */
static int
copy_edges (MadafBarsReader *self, const MadafLine *line, const MadafEdges *edges)
{
  gboolean ends_dark = (edges->n % 2 == 1) == edges->falls_first;
  int n = 0;

  if (!edges->falls_first)
    self->forward[n++] = 0;
  memcpy (self->forward + n, edges->at, edges->n * sizeof edges->at[0]);
  n += edges->n;
  if (ends_dark)
    self->forward[n++] = line->length;
  for (int i = 0; i < n; i++)
    self->backward[i] = -self->forward[n - 1 - i];
  return n;
}

void
madaf_bars_reader_add (MadafBarsReader *self, const MadafLine *line, const MadafEdges *edges, int index)
{
  /* Both begin with a bar. */
  int n = copy_edges (self, line, edges);
  MadafStrip forward = { self->forward, n, TRUE };
  MadafStrip backward = { self->backward, n, TRUE };

  read_strip (self, &forward, FALSE, line, index);
  read_strip (self, &backward, TRUE, line, index);
}

/* The box around the @n pieces, along the lines. */
static void
box_around (const MadafTallied *const *pieces, int n, float angle, MadafPoint corners[4])
{
  float dx = cosf (angle);
  float dy = sinf (angle);
  float low[2] = { G_MAXFLOAT, G_MAXFLOAT };
  float high[2] = { -G_MAXFLOAT, -G_MAXFLOAT };

  for (int i = 0; i < n; i++)
    for (int k = 0; k < 4; k++)
      {
        const MadafPoint *point = &pieces[i]->corners[k];
        float along[2] = { point->x * dx + point->y * dy, point->y * dx - point->x * dy };

        for (int axis = 0; axis < 2; axis++)
          {
            low[axis] = MIN (low[axis], along[axis]);
            high[axis] = MAX (high[axis], along[axis]);
          }
      }
  for (int k = 0; k < 4; k++)
    {
      float u = k == 0 || k == 3 ? low[0] : high[0];
      float v = k < 2 ? low[1] : high[1];

      corners[k] = (MadafPoint){ u * dx - v * dy, u * dy + v * dx };
    }
}

static void
on_assembled (MadafBarsReader *self, MadafSymbology symbology, const MadafAssembled *symbol)
{
  MadafPoint corners[4];
  MadafCode *code;

  box_around (symbol->pieces, symbol->n_pieces, self->angle, corners);
  code = madaf_code_new (symbology, symbol->text->str, TRUE, corners, symbol->lines);
  if (code != NULL)
    self->found (code, self->user_data);
}

static void
on_halves (const MadafAssembled *symbol, gpointer user_data)
{
  on_assembled (user_data, MADAF_SYMBOLOGY_DATABAR, symbol);
}

static void
on_expanded (const MadafAssembled *symbol, gpointer user_data)
{
  on_assembled (user_data, MADAF_SYMBOLOGY_DATABAR_EXPANDED, symbol);
}

static void
finish_whole (MadafBarsReader *self, const MadafTallied *item)
{
  gboolean is_limited = item->piece.kind == MADAF_PIECE_LIMITED;
  int least = is_limited ? MIN_LINES_LIMITED : item->piece.slot >= LONG_TEXT ? MIN_LINES_LONG : MIN_LINES_SHORT;
  MadafSymbology symbology = is_limited ? MADAF_SYMBOLOGY_DATABAR_LIMITED : MADAF_SYMBOLOGY_CODE_128;
  MadafCode *code;

  if (item->lines < least)
    return;
  code = madaf_code_new (symbology, item->piece.text, item->piece.kind != MADAF_PIECE_CODE_128, item->corners,
                         item->lines);
  if (code != NULL)
    self->found (code, self->user_data);
}

void
madaf_bars_reader_end (MadafBarsReader *self, float angle, MadafBarsFound found, gpointer user_data)
{
  self->angle = angle;
  self->found = found;
  self->user_data = user_data;
  for (int i = 0; i < self->tally.n; i++)
    if (self->tally.items[i].piece.kind <= MADAF_PIECE_LIMITED)
      finish_whole (self, &self->tally.items[i]);
  madaf_assemble_halves (&self->tally, on_halves, self);
  madaf_assemble_expanded (&self->tally, on_expanded, self);
}
