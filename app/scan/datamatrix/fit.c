/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fit.h"

#include "scan/datamatrix/sample.h"

#include <math.h>

/* Modules of the finder pattern that are looked at while the corners are moved. */
#define MAX_MARKS 640
/* A grid that is worse than that as it was laid, or after moving it, is none. */
#define MIN_LAID    0.15f
#define MIN_REFINED 0.15f

/* The fourth corner is looked for in so many steps of so many modules, each way. */
#define SEARCH_STEPS   6
#define SEARCH_MODULES 0.6f
/* The least share of the dashed sides that it has to explain. */
#define MIN_SEARCHED 0.62f

/* A place whose darkness is known. */
typedef struct
{
  float x; /* modules, as grid takes them */
  float y;
  float expected; /* 0.5 dark, -0.5 light */
} Mark;

typedef struct
{
  Mark marks[MAX_MARKS];
  int count;
} Marks;

int
madaf_data_matrix_fit_across (const MadafDataMatrixFit *self)
{
  return self->is_mirrored ? self->size->rows : self->size->columns;
}

int
madaf_data_matrix_fit_up (const MadafDataMatrixFit *self)
{
  return self->is_mirrored ? self->size->columns : self->size->rows;
}

MadafPoint
madaf_data_matrix_fit_middle (const MadafDataMatrixFit *self, int row, int column)
{
  float x = column + 0.5f;
  float y = self->size->rows - row - 0.5f;

  return self->is_mirrored ? (MadafPoint){ y, x } : (MadafPoint){ x, y };
}

static gboolean
lay_grid (MadafDataMatrixFit *self)
{
  return madaf_homography_from_rectangle (&self->grid, madaf_data_matrix_fit_across (self),
                                          madaf_data_matrix_fit_up (self), self->corners);
}

static gboolean
intersect (MadafPoint a, MadafPoint a_way, MadafPoint b, MadafPoint b_way, MadafPoint *at)
{
  float area = madaf_point_cross (a_way, b_way);

  if (fabsf (area) < 1)
    return FALSE;
  *at = madaf_point_add (a, a_way, madaf_point_cross (madaf_point_subtract (b, a), b_way) / area);
  return TRUE;
}

gboolean
madaf_data_matrix_fit_init (MadafDataMatrixFit *self,
                            const MadafDataMatrixTiming *far,
                            const MadafDataMatrixTiming *aside)
{
  const MadafDataMatrixCorner *corner = self->corner;
  float w = madaf_data_matrix_fit_across (self);
  float h = madaf_data_matrix_fit_up (self);
  MadafPoint far_way = madaf_point_subtract (far->to, far->from);
  MadafPoint aside_way = madaf_point_subtract (aside->to, aside->from);
  MadafPoint known[4] = { { 0, 0 }, { w - 0.5f, 0 }, { w - 0.5f, h - 0.5f }, { 0, h - 0.5f } };
  MadafPoint seen[4] = { corner->corner };

  if (!intersect (corner->corner, corner->across, aside->from, aside_way, &seen[1])
      || !intersect (far->from, far_way, aside->from, aside_way, &seen[2])
      || !intersect (corner->corner, corner->up, far->from, far_way, &seen[3])
      || !madaf_homography_from_points (&self->grid, known, seen))
    return FALSE;
  self->corners[0] = corner->corner;
  self->corners[1] = madaf_homography_map (&self->grid, w, 0);
  self->corners[2] = madaf_homography_map (&self->grid, w, h);
  self->corners[3] = madaf_homography_map (&self->grid, 0, h);
  return lay_grid (self);
}

static void
add_mark (Marks *marks, float x, float y, gboolean dark)
{
  if (marks->count < MAX_MARKS)
    marks->marks[marks->count++] = (Mark){ x, y, dark ? 0.5f : -0.5f };
}

/* The finder pattern, thinned out where it is large, and the quiet zone beside it. @share: one of so many is enough */
static void
place_marks (const MadafDataMatrixFit *self, int share, Marks *marks)
{
  int rows = self->size->rows;
  int columns = self->size->columns;
  int every = share + rows * columns / 2600;
  int w = madaf_data_matrix_fit_across (self);
  int h = madaf_data_matrix_fit_up (self);
  int n = 0;

  marks->count = 0;
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      {
        MadafDataMatrixModule kind = madaf_data_matrix_size_module (self->size, row, column);
        MadafPoint at = madaf_data_matrix_fit_middle (self, row, column);

        if (kind != MADAF_DATA_MATRIX_MODULE_DATA && n++ % every == 0)
          add_mark (marks, at.x, at.y, kind == MADAF_DATA_MATRIX_MODULE_DARK);
      }
  for (int i = 0; i < w; i += 2 * share)
    {
      add_mark (marks, i + 0.5f, -0.5f, FALSE);
      add_mark (marks, i + 0.5f, h + 0.5f, FALSE);
    }
  for (int i = 0; i < h; i += 2 * share)
    {
      add_mark (marks, -0.5f, i + 0.5f, FALSE);
      add_mark (marks, w + 0.5f, i + 0.5f, FALSE);
    }
}

/* What the mesh moves a place by, between its four nodes. */
static MadafPoint
mesh_at (const MadafDataMatrixFit *self, float u, float v)
{
  float x = CLAMP (u, 0, 0.9999f) * (MADAF_DATA_MATRIX_MESH - 1);
  float y = CLAMP (v, 0, 0.9999f) * (MADAF_DATA_MATRIX_MESH - 1);
  int left = (int)x;
  int low = (int)y;
  const MadafPoint *a = &self->mesh[low][left];
  const MadafPoint *b = &self->mesh[low + 1][left];
  MadafPoint below = madaf_point_add (a[0], madaf_point_subtract (a[1], a[0]), x - left);
  MadafPoint above = madaf_point_add (b[0], madaf_point_subtract (b[1], b[0]), x - left);

  return madaf_point_add (below, madaf_point_subtract (above, below), y - low);
}

/* What the bends and the mesh move a place by. */
static MadafPoint
bent_by (const MadafDataMatrixFit *self, float x, float y)
{
  const float *bend = self->bend;
  float u = x / madaf_data_matrix_fit_across (self);
  float v = y / madaf_data_matrix_fit_up (self);
  float arch_u = 4 * u * (1 - u);
  float arch_v = 4 * v * (1 - v);
  MadafPoint by = { arch_u * bend[0] + arch_v * (bend[1] + (bend[2] - bend[1]) * u),
                    arch_v * bend[3] + arch_u * (bend[4] + (bend[5] - bend[4]) * v) };

  return self->has_mesh ? madaf_point_add (by, mesh_at (self, u, v), 1) : by;
}

static inline MadafPoint
place_of (const MadafDataMatrixFit *self, float x, float y)
{
  MadafPoint at = { x, y };

  if (self->is_bent)
    at = madaf_point_add (at, bent_by (self, x, y), 1);
  return madaf_homography_map (&self->grid, at.x, at.y);
}

float
madaf_data_matrix_fit_darkness (const MadafDataMatrixFit *self, float x, float y)
{
  --*self->places_left;
  return madaf_data_matrix_corner_darkness (self->corner, madaf_grey_sample (self->image, place_of (self, x, y)));
}

/* Where all marks are first, then what is there: so the processor works on several at once. */
static float
score (const MadafDataMatrixFit *self, const Marks *marks)
{
  const MadafGrey image = *self->image;
  float light = self->corner->light;
  float scale = 1 / (light - self->corner->dark);
  MadafPoint places[MAX_MARKS];
  float sum = 0;

  *self->places_left -= marks->count;

  for (int i = 0; i < marks->count; i++)
    places[i] = place_of (self, marks->marks[i].x, marks->marks[i].y);
  for (int i = 0; i < marks->count; i++)
    {
      float darkness = (light - madaf_grey_sample (&image, places[i])) * scale;

      sum += marks->marks[i].expected * (CLAMP (darkness, -0.1f, 1.1f) - 0.5f);
    }
  return 2 * sum / marks->count;
}

/* Tries the corner at four places around. Returns: whether one of them is better */
static gboolean
improve_corner (MadafDataMatrixFit *self, const Marks *marks, int corner, MadafPoint x, MadafPoint y)
{
  MadafPoint steps[4] = { x, { -x.x, -x.y }, y, { -y.x, -y.y } };
  gboolean better = FALSE;

  for (int i = 0; i < 4; i++)
    {
      MadafPoint before = self->corners[corner];
      MadafHomography grid = self->grid;
      float now;

      self->corners[corner] = madaf_point_add (before, steps[i], 1);
      now = lay_grid (self) ? score (self, marks) : -1;
      if (now > self->score + 1e-4f)
        {
          self->score = now;
          better = TRUE;
        }
      else
        {
          self->corners[corner] = before;
          self->grid = grid;
        }
    }
  return better;
}

static void
refine_by (MadafDataMatrixFit *self, const Marks *marks, float modules)
{
  float w = madaf_data_matrix_fit_across (self);
  float h = madaf_data_matrix_fit_up (self);

  for (int round = 0; round < 3 && *self->places_left > 0; round++)
    {
      gboolean better = FALSE;

      for (int corner = 0; corner < 4; corner++)
        {
          MadafPoint x = madaf_point_subtract (self->corners[1], self->corners[0]);
          MadafPoint y = madaf_point_subtract (self->corners[3], self->corners[0]);

          better |= improve_corner (self, marks, corner, (MadafPoint){ x.x * modules / w, x.y * modules / w },
                                    (MadafPoint){ y.x * modules / h, y.y * modules / h });
        }
      if (!better)
        break;
    }
}

void
madaf_data_matrix_fit_refine (MadafDataMatrixFit *self)
{
  Marks marks;

  for (float modules = 0.6f; modules > 0.05f; modules /= 2)
    {
      gboolean coarse = modules > 0.25f;

      /* An odd share keeps dark and light marks in balance. */
      place_marks (self, coarse ? 3 : 1, &marks);
      self->score = score (self, &marks);
      if (self->score < MIN_LAID)
        return;
      refine_by (self, &marks, modules);
      if (self->score < MIN_REFINED)
        return;
    }
}
/* Moves one number of self->bend up and down. */
static gboolean
improve_bend (MadafDataMatrixFit *self, const Marks *marks, int which, float step)
{
  gboolean better = FALSE;

  for (int sign = -1; sign <= 1; sign += 2)
    {
      float before = self->bend[which];
      float now;

      self->bend[which] = before + sign * step;
      now = score (self, marks);
      if (now > self->score + 1e-4f)
        {
          self->score = now;
          better = TRUE;
        }
      else
        self->bend[which] = before;
    }
  return better;
}

void
madaf_data_matrix_fit_bend (MadafDataMatrixFit *self)
{
  Marks marks;

  self->is_bent = TRUE;
  place_marks (self, 1, &marks);
  self->score = score (self, &marks);
  for (float step = 1; step > 0.05f; step /= 2)
    for (int round = 0; round < 4 && *self->places_left > 0; round++)
      {
        gboolean better = FALSE;

        for (guint i = 0; i < G_N_ELEMENTS (self->bend); i++)
          better |= improve_bend (self, &marks, i, step);
        if (!better)
          break;
      }
}

/* How far a module of the dashed sides is from what it should be, 1 at most. */
static float
miss_dashed (const MadafDataMatrixFit *self, int row, int column, gboolean dark)
{
  MadafPoint at = madaf_data_matrix_fit_middle (self, row, column);
  float darkness = CLAMP (madaf_data_matrix_fit_darkness (self, at.x, at.y), 0, 1);

  return dark ? 1 - darkness : darkness;
}

/* How well the dashed sides are seen; 0 as soon as it is clear that it is not better than @least. */
static float
score_dashed (const MadafDataMatrixFit *self, float least)
{
  int columns = self->size->columns;
  int rows = self->size->rows;
  int all = columns + rows - 2;
  float most = (1 - least) * all;
  float missed = 0;

  for (int column = 1; column < columns && missed < most; column++)
    missed += miss_dashed (self, 0, column, column % 2 == 0);
  for (int row = 0; row < rows - 1 && missed < most; row++)
    missed += miss_dashed (self, row, columns - 1, row % 2 == 1);
  return missed < most ? 1 - missed / all : 0;
}

gboolean
madaf_data_matrix_fit_init_by_search (MadafDataMatrixFit *self)
{
  const MadafDataMatrixCorner *corner = self->corner;
  float w = madaf_data_matrix_fit_across (self);
  float h = madaf_data_matrix_fit_up (self);
  MadafPoint whole = madaf_point_add (madaf_point_add (corner->corner, corner->across, 1), corner->up, 1);
  MadafPoint best = whole;
  float best_score = 0;

  self->corners[0] = corner->corner;
  self->corners[1] = madaf_point_add (corner->corner, corner->across, 1);
  self->corners[3] = madaf_point_add (corner->corner, corner->up, 1);
  for (int i = -SEARCH_STEPS; i <= SEARCH_STEPS && *self->places_left > 0; i++)
    for (int k = -SEARCH_STEPS; k <= SEARCH_STEPS; k++)
      {
        float now;

        self->corners[2] = madaf_point_add (whole, corner->across, i * SEARCH_MODULES / w);
        self->corners[2] = madaf_point_add (self->corners[2], corner->up, k * SEARCH_MODULES / h);
        now = lay_grid (self) ? score_dashed (self, MAX (best_score, MIN_SEARCHED)) : 0;
        if (now > best_score)
          {
            best_score = now;
            best = self->corners[2];
          }
      }
  self->corners[2] = best;
  return best_score > MIN_SEARCHED && lay_grid (self);
}
