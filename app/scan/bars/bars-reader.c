/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/bars-reader.h"

#include "scan/bars/assemble.h"
#include "scan/bars/codabar.h"
#include "scan/bars/code-128.h"
#include "scan/bars/code-39.h"
#include "scan/bars/databar.h"
#include "scan/bars/itf.h"

#include <math.h>
#include <string.h>

/* Hands each line from both ends to those who know the symbols, and believes what enough lines say. */

#define MIN_LINES_LIMITED 4
#define MIN_LINES_LONG    2
#define MIN_LINES_SHORT   4
/* Characters of a Code 128, which are letters or pairs of digits. Fewer are found by chance sooner. */
#define LONG_TEXT 5
/* With nothing but themselves to check them more must agree. An ITF that a slanted line leaves in the middle may look
 * like a shorter one: no more lines than these leave it in the same space. */
#define MIN_LINES_CHECKED   3
#define MIN_LINES_UNCHECKED 8
#define MIN_LINES_STARTED   5
/* How many times as many lines must agree as say something else of the same place. */
#define MIN_MAJORITY 3

struct _MadafBarsReader
{
  MadafTally tally;
  MadafAlso also;
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
madaf_bars_reader_set_also (MadafBarsReader *self, MadafAlso also)
{
  self->also = also;
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
  if (self->also & MADAF_ALSO_ITF)
    madaf_itf_find (strip, line, index, &self->tally);
  if (self->also & MADAF_ALSO_CODABAR)
    madaf_codabar_find (strip, line, index, &self->tally);
  if (self->also & MADAF_ALSO_CODE_39)
    madaf_code_39_find (strip, line, index, &self->tally);
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

static MadafSymbology
symbology_of (const MadafPiece *piece)
{
  switch (piece->kind)
    {
    case MADAF_PIECE_LIMITED:
      return MADAF_SYMBOLOGY_DATABAR_LIMITED;
    case MADAF_PIECE_ITF:
      return MADAF_SYMBOLOGY_ITF;
    case MADAF_PIECE_CODABAR:
      return MADAF_SYMBOLOGY_CODABAR;
    case MADAF_PIECE_CODE_39:
      return MADAF_SYMBOLOGY_CODE_39;
    default:
      return MADAF_SYMBOLOGY_CODE_128;
    }
}

static int
least_lines (const MadafPiece *piece)
{
  switch (piece->kind)
    {
    case MADAF_PIECE_LIMITED:
      return MIN_LINES_LIMITED;
    case MADAF_PIECE_ITF:
      return piece->slot == 14 ? MIN_LINES_CHECKED : MIN_LINES_UNCHECKED;
    case MADAF_PIECE_CODABAR:
    case MADAF_PIECE_CODE_39:
      return MIN_LINES_STARTED;
    default:
      return piece->slot >= LONG_TEXT ? MIN_LINES_LONG : MIN_LINES_SHORT;
    }
}

/* Whether the middle of @other lies within @item, as far as its ends are from its own middle. */
static gboolean
is_in_place_of (const MadafTallied *other, const MadafTallied *item)
{
  float x = 0, y = 0, reach = 0;

  for (int k = 0; k < 4; k++)
    {
      x += (other->corners[k].x - item->corners[k].x) / 4;
      y += (other->corners[k].y - item->corners[k].y) / 4;
      reach = MAX (reach, hypotf (item->corners[k].x - item->corners[(k + 2) % 4].x,
                                  item->corners[k].y - item->corners[(k + 2) % 4].y));
    }
  return hypotf (x, y) < reach / 2;
}

/* Whether lines through the same place say something else, so that one of them is wrong and nothing tells which; or
 * what was read is a piece of something longer. */
static gboolean
is_disputed (MadafBarsReader *self, const MadafTallied *item)
{
  for (int i = 0; i < self->tally.n; i++)
    {
      const MadafTallied *other = &self->tally.items[i];

      if (other == item || other->piece.kind != item->piece.kind)
        continue;
      if (item->lines < MIN_MAJORITY * other->lines && is_in_place_of (other, item))
        return TRUE;
      if (item->piece.kind == MADAF_PIECE_ITF && other->piece.slot > item->piece.slot
          && strstr (other->piece.text, item->piece.text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
finish_whole (MadafBarsReader *self, const MadafTallied *item)
{
  const MadafPiece *piece = &item->piece;
  MadafCode *code;

  if (item->lines < least_lines (piece) || (piece->kind >= MADAF_PIECE_ITF && is_disputed (self, item)))
    return;
  code = madaf_code_new (symbology_of (piece), piece->text,
                         piece->kind == MADAF_PIECE_GS1_128 || piece->kind == MADAF_PIECE_LIMITED, item->corners,
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
    if (self->tally.items[i].piece.kind <= MADAF_PIECE_CODE_39)
      finish_whole (self, &self->tally.items[i]);
  madaf_assemble_halves (&self->tally, on_halves, self);
  madaf_assemble_expanded (&self->tally, on_expanded, self);
}
