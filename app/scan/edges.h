/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/line.h"

G_BEGIN_DECLS

#define MADAF_EDGES_MAX 2400

/* Where a line goes from bright to dark and back, in turn, to a fraction of a pixel. */
typedef struct
{
  float at[MADAF_EDGES_MAX];
  int n;
  gboolean falls_first; /* whether edge 0 goes from bright to dark */
} MadafEdges;

/**
 * madaf_edges_find:
 * @least: a change of brightness that is smaller is noise
 *
 * Between each two extremes that differ by at least @least there is an edge, where the line crosses the middle of both:
 * so neither uneven light nor a bar that is too thin to become black moves it much.
 */
void madaf_edges_find (const MadafLine *line, float least, MadafEdges *edges);

G_END_DECLS
