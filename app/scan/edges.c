/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/edges.h"

/* Finds which turns of a line are extremes, with hysteresis, and the edges between them. */

typedef enum
{
  GOES_NOWHERE, /* yet */
  GOES_UP,
  GOES_DOWN,
} Course;

/* Between the extremes @from and @to. */
static float
crossing (const float *values, int from, int to)
{
  float middle = (values[from] + values[to]) / 2;
  gboolean falls = values[from] > values[to];
  int i = from;

  while (i + 2 <= to && (falls ? values[i + 1] > middle : values[i + 1] < middle))
    i++;
  return i + (middle - values[i]) / (values[i + 1] - values[i]);
}

static void
add_extreme (MadafEdges *edges, const MadafLine *line, int *last, int extreme)
{
  if (*last >= 0 && edges->n < MADAF_EDGES_MAX)
    edges->at[edges->n++] = crossing (line->values, *last, extreme);
  *last = extreme;
}

void
madaf_edges_find (const MadafLine *line, float least, MadafEdges *edges)
{
  const float *values = line->values;
  Course course = GOES_NOWHERE;
  float top = values[0];
  float bottom = values[0];
  int top_at = 0;
  int bottom_at = 0;
  int last = -1;

  edges->n = 0;
  edges->falls_first = FALSE;
  for (int k = 1; k < line->n_turns; k++)
    {
      int i = line->turns[k];
      float value = values[i];

      if (value > top)
        {
          top = value;
          top_at = i;
        }
      if (value < bottom)
        {
          bottom = value;
          bottom_at = i;
        }
      if (course != GOES_DOWN && top - value > least)
        {
          if (course == GOES_NOWHERE)
            edges->falls_first = TRUE;
          add_extreme (edges, line, &last, top_at);
          course = GOES_DOWN;
          bottom = value;
          bottom_at = i;
        }
      else if (course != GOES_UP && value - bottom > least)
        {
          add_extreme (edges, line, &last, bottom_at);
          course = GOES_UP;
          top = value;
          top_at = i;
        }
    }
  if (course != GOES_NOWHERE)
    add_extreme (edges, line, &last, course == GOES_UP ? top_at : bottom_at);
}
