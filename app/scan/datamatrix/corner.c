/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corner.h"

#include "scan/datamatrix/edge.h"
#include "scan/datamatrix/sample.h"

#include <math.h>
#include <stdlib.h>

/* Sine of the smallest angle between the sides that is still believed to be a square seen from aside. */
#define MIN_SINE 0.5f
/* Places along a side where its thickness is measured. */
#define N_MEASURED 32
/* No symbol is longer than 18 times its height; some more for perspective. */
#define MAX_PROPORTION 22
/* Modules along a side, at least and at most, with what the thickness may be wrong by. */
#define MIN_MODULES 5.f
#define MAX_MODULES 220.f

static float
length_of (MadafPoint vector)
{
  return sqrtf (madaf_point_dot (vector, vector));
}

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float difference = *(const float *)a - *(const float *)b;

  return difference < 0 ? -1 : difference > 0;
}

/* How far it is dark from @from on. @slack: how far the border may be from there. Returns: pixels, 0 if not at all */
static float
thickness_at (const MadafGrey *image,
              const MadafDataMatrixCorner *self,
              MadafPoint from,
              MadafPoint step,
              float slack,
              float limit)
{
  float before = 0;
  float begin = -slack;
  gboolean inside = FALSE;

  for (float depth = -slack; depth < begin + limit + slack; depth += 0.5f)
    {
      float darkness
          = madaf_data_matrix_corner_darkness (self, madaf_grey_sample (image, madaf_point_add (from, step, depth)));
      /* Back to where it was half. */
      float back = 0.5f * (darkness - 0.5f) / (darkness != before ? darkness - before : 1);

      if (!inside && darkness >= 0.5f)
        {
          inside = TRUE;
          begin = depth - CLAMP (back, 0, 0.5f);
        }
      else if (inside && darkness < 0.5f)
        return depth - CLAMP (back, 0, 0.5f) - begin;
      else if (!inside && depth > slack)
        return 0;
      before = darkness;
    }
  return limit;
}

/* How thick the side along @side is, measured along @inward: less than seven of eight places show, as the modules
   beside it are dark half of the time. Returns: pixels, 0 if it is no side */
static float
measure_thickness (const MadafGrey *image, const MadafDataMatrixCorner *self, MadafPoint side, MadafPoint inward)
{
  float found[N_MEASURED];
  float length = length_of (inward);
  MadafPoint step = { inward.x / length, inward.y / length };
  float limit = length / MIN_MODULES;
  float slack = MAX (2, 0.02f * length_of (side));
  int light = 0;
  int at;

  for (int i = 0; i < N_MEASURED; i++)
    {
      found[i] = thickness_at (image, self, madaf_point_add (self->corner, side, (i + 1.5f) / (N_MEASURED + 2)), step,
                               slack, limit);
      light += found[i] == 0;
    }
  qsort (found, N_MEASURED, sizeof *found, (int (*) (const void *, const void *))compare_floats);
  at = light + (N_MEASURED - light) / 8;
  return light > N_MEASURED / 4 || found[at] >= limit ? 0 : found[at];
}

static gboolean
measure (const MadafGrey *image, MadafDataMatrixCorner *self)
{
  float across = length_of (self->across);
  float up = length_of (self->up);

  self->module_across = measure_thickness (image, self, self->up, self->across);
  if (self->module_across == 0)
    return FALSE;
  self->module_up = measure_thickness (image, self, self->across, self->up);
  if (self->module_up == 0)
    return FALSE;
  return across > MIN_MODULES * self->module_across && across < MAX_MODULES * self->module_across
         && up > MIN_MODULES * self->module_up && up < MAX_MODULES * self->module_up
         && self->module_across < 3 * self->module_up && self->module_up < 3 * self->module_across;
}

static gboolean
intersect (const MadafDataMatrixEdge *a, const MadafDataMatrixEdge *b, MadafPoint *at)
{
  float sine = madaf_point_cross (a->direction, b->direction);
  float times;

  if (fabsf (sine) < MIN_SINE)
    return FALSE;
  times = madaf_point_cross (madaf_point_subtract (b->middle, a->middle), b->direction) / sine;
  *at = madaf_point_add (a->middle, a->direction, times);
  return TRUE;
}

/* Whether the end of @first and the start of @second are one corner, and what kind of symbol would have it. */
static gboolean
join (const MadafDataMatrixEdge *first, const MadafDataMatrixEdge *second, MadafDataMatrixCorner *self)
{
  float shorter = MIN (first->length, second->length);
  float tolerance = MAX (4, 0.15f * shorter);
  MadafPoint gap = madaf_point_subtract (first->end, second->start);

  if (fabsf (gap.x) > 2 * tolerance || fabsf (gap.y) > 2 * tolerance)
    return FALSE;
  if (MAX (first->length, second->length) > MAX_PROPORTION * shorter)
    return FALSE;
  if (!intersect (first, second, &self->corner)
      || length_of (madaf_point_subtract (self->corner, first->end)) > tolerance
      || length_of (madaf_point_subtract (self->corner, second->start)) > tolerance)
    return FALSE;
  /* With y downwards, a turn to the left hand has a negative cross product: the corner is of the dark side. */
  if (madaf_point_cross (first->direction, second->direction) < 0)
    {
      self->up = madaf_point_subtract (first->start, self->corner);
      self->across = madaf_point_subtract (second->end, self->corner);
      self->dark = (first->dark + second->dark) / 2;
      self->light = (first->light + second->light) / 2;
    }
  else
    {
      self->up = madaf_point_subtract (second->end, self->corner);
      self->across = madaf_point_subtract (first->start, self->corner);
      self->dark = (first->light + second->light) / 2;
      self->light = (first->dark + second->dark) / 2;
    }
  return TRUE;
}

static int
longer_edge_first (gconstpointer a, gconstpointer b)
{
  float difference = ((const MadafDataMatrixEdge *)b)->length - ((const MadafDataMatrixEdge *)a)->length;

  return difference < 0 ? -1 : difference > 0;
}

static int
larger_first (gconstpointer a, gconstpointer b)
{
  const MadafDataMatrixCorner *first = a;
  const MadafDataMatrixCorner *second = b;
  float difference
      = fabsf (madaf_point_cross (second->across, second->up)) - fabsf (madaf_point_cross (first->across, first->up));

  return difference < 0 ? -1 : difference > 0;
}

GArray *
madaf_data_matrix_corners_find (const MadafGrey *image, GArray *edges, guint max_edges, int max_pairs)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (MadafDataMatrixCorner));

  g_array_sort (edges, longer_edge_first);
  if (edges->len > max_edges)
    g_array_set_size (edges, max_edges);
  for (guint i = 0; i < edges->len; i++)
    for (guint k = 0; k < edges->len; k++)
      {
        MadafDataMatrixCorner corner;

        if (i != k
            && join (&g_array_index (edges, MadafDataMatrixEdge, i), &g_array_index (edges, MadafDataMatrixEdge, k),
                     &corner)
            && max_pairs-- > 0 && measure (image, &corner))
          g_array_append_val (corners, corner);
      }
  g_array_sort (corners, larger_first);
  return corners;
}
