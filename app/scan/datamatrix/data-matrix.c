/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "data-matrix.h"

#include "scan/datamatrix/edge.h"
#include "scan/datamatrix/fit.h"
#include "scan/datamatrix/sample.h"

#include <math.h>
#include <stdlib.h>

/* A grid that explains the finder pattern less is not read. */
#define MIN_SCORE 0.15f
/* One that explains it less is not worth the time to bend it. */
#define MIN_SCORE_TO_BEND 0.3f

/* What an effort may cost. */
typedef struct
{
  int spacing;      /* pixels between the lines on which edges are looked for */
  int min_contrast; /* of these edges */
  int max_steps;    /* along edges */
  int max_edges;    /* paired */
  int max_pairs;    /* of edges that meet and are measured */
  int max_corners;  /* whose dashed sides are looked for */
  int max_searches; /* those of them that all means are used for */
  int max_grids;    /* laid and refined, of the small sizes */
  int max_bent;     /* grids that are bent, each time */
  int max_off;      /* modules that the dashed sides may be counted wrong by */
  int max_places;   /* looked at while grids are laid, moved and read */
  gboolean meshes;  /* whether the parts of bent grids are moved one by one */
} Budget;

static const Budget budgets[] = {
  [MADAF_DATA_MATRIX_FAST] = { 14, 24, 16000, 160, 120, 24, 0, 12, 2, 2, 100 * 1000, FALSE },
  [MADAF_DATA_MATRIX_THOROUGH] = { 5, 10, 250000, 600, 1500, 250, 40, 300, 14, 4, 2500 * 1000, TRUE },
};

typedef struct
{
  const MadafGrey *image;
  const Budget *budget;
  int grids_left;
  int places_left;
  GArray *unread; /* (element-type MadafDataMatrixFit): grids that explain the finder pattern, but not the rest */
  GPtrArray *found;
} Finder;

/* Whether a place is within a symbol that was read already. */
static gboolean
is_covered (Finder *self, MadafPoint at)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const MadafDataMatrix *symbol = g_ptr_array_index (self->found, i);
      int left = 0;

      for (int k = 0; k < 4; k++)
        {
          MadafPoint side = madaf_point_subtract (symbol->corners[(k + 1) % 4], symbol->corners[k]);

          left += madaf_point_cross (side, madaf_point_subtract (at, symbol->corners[k])) > 0;
        }
      if (left == 0 || left == 4)
        return TRUE;
    }
  return FALSE;
}

/* The place is a quarter into it, as the corners of one symbol are found a little apart. */
static gboolean
is_read (Finder *self, const MadafDataMatrixCorner *corner)
{
  return is_covered (self,
                     madaf_point_add (madaf_point_add (corner->corner, corner->across, 0.25f), corner->up, 0.25f));
}

static void
take (Finder *self, const MadafDataMatrixFit *fit, const MadafDataMatrixMessage *message)
{
  MadafDataMatrix *symbol = g_new0 (MadafDataMatrix, 1);

  symbol->text = message->text;
  symbol->length = message->length;
  symbol->is_gs1 = message->is_gs1;
  symbol->corrected = message->corrected;
  for (int i = 0; i < 4; i++)
    symbol->corners[i] = (MadafPoint){ fit->corners[i].x + 0.5f, fit->corners[i].y + 0.5f };
  g_ptr_array_add (self->found, symbol);
}

/* A large grid costs as much as several small ones. Returns: whether there is time for it */
static gboolean
spend (Finder *self, const MadafDataMatrixSize *size)
{
  if (self->grids_left <= 0 || self->places_left <= 0)
    return FALSE;
  self->grids_left -= 1 + size->rows * size->columns / 600;
  return TRUE;
}

/* Reads with the grid as it lies, and with the symbol mirrored where that is another reading of the same grid. */
static gboolean
try_read (Finder *self, MadafDataMatrixFit *fit)
{
  MadafDataMatrixMessage message = { NULL };
  gboolean was_read = madaf_data_matrix_fit_read (fit, &message);

  if (!was_read && fit->size->rows == fit->size->columns)
    {
      fit->is_mirrored = TRUE;
      was_read = madaf_data_matrix_fit_read (fit, &message);
      fit->is_mirrored = FALSE;
    }
  if (was_read)
    take (self, fit, &message);
  return was_read;
}

/* Puts the grid right where the finder pattern is. Returns: whether the symbol was read */
static gboolean
try_grid (Finder *self, MadafDataMatrixFit *fit)
{
  madaf_data_matrix_fit_refine (fit);
  if (fit->score < MIN_SCORE)
    return FALSE;
  if (try_read (self, fit))
    return TRUE;
  if (fit->score >= MIN_SCORE_TO_BEND)
    g_array_append_val (self->unread, *fit);
  return FALSE;
}

static gboolean
try_bent (Finder *self, MadafDataMatrixFit *fit)
{
  madaf_data_matrix_fit_bend (fit);
  madaf_data_matrix_fit_refine (fit);
  madaf_data_matrix_fit_bend (fit);
  if (try_read (self, fit))
    return TRUE;
  if (!self->budget->meshes)
    return FALSE;
  madaf_data_matrix_fit_mesh (fit);
  return try_read (self, fit);
}

static int
better_fit_first (gconstpointer a, gconstpointer b)
{
  float difference = ((const MadafDataMatrixFit *)b)->score - ((const MadafDataMatrixFit *)a)->score;

  return difference < 0 ? -1 : difference > 0;
}

/* Bends the grids that could not be read as they were, the most promising ones. */
static void
try_unread (Finder *self)
{
  g_array_sort (self->unread, better_fit_first);
  for (guint i = 0; i < MIN (self->unread->len, (guint)self->budget->max_bent) && self->places_left > 0; i++)
    {
      MadafDataMatrixFit *fit = &g_array_index (self->unread, MadafDataMatrixFit, i);

      if (!is_read (self, fit->corner))
        try_bent (self, fit);
    }
  g_array_set_size (self->unread, 0);
}

static MadafDataMatrixFit
fit_of (Finder *self, const MadafDataMatrixCorner *corner, const MadafDataMatrixSize *size, gboolean is_mirrored)
{
  return (MadafDataMatrixFit){
    .image = self->image,
    .corner = corner,
    .size = size,
    .is_mirrored = is_mirrored,
    .places_left = &self->places_left,
  };
}

/* Tries the sizes that are @off modules from those counted. */
static gboolean
try_timings (Finder *self,
             const MadafDataMatrixCorner *corner,
             const MadafDataMatrixTiming *far,
             const MadafDataMatrixTiming *aside,
             int off)
{
  guint n_sizes;
  const MadafDataMatrixSize *sizes = madaf_data_matrix_sizes (&n_sizes);

  for (guint i = 0; i < n_sizes; i++)
    for (int mirrored = 0; mirrored < (sizes[i].rows == sizes[i].columns ? 1 : 2); mirrored++)
      {
        int across = mirrored ? sizes[i].rows : sizes[i].columns;
        int up = mirrored ? sizes[i].columns : sizes[i].rows;
        MadafDataMatrixFit fit = fit_of (self, corner, &sizes[i], mirrored);

        if (abs (across - far->modules) + abs (up - aside->modules) == off && spend (self, &sizes[i])
            && madaf_data_matrix_fit_init (&fit, far, aside) && try_grid (self, &fit))
          return TRUE;
      }
  return FALSE;
}

/* Tries the sizes that the thickness of the sides admits. */
static gboolean
try_sizes (Finder *self, const MadafDataMatrixCorner *corner)
{
  float across_counted = sqrtf (madaf_point_dot (corner->across, corner->across)) / corner->module_across;
  float up_counted = sqrtf (madaf_point_dot (corner->up, corner->up)) / corner->module_up;
  guint n_sizes;
  const MadafDataMatrixSize *sizes = madaf_data_matrix_sizes (&n_sizes);

  for (guint i = 0; i < n_sizes; i++)
    for (int mirrored = 0; mirrored < (sizes[i].rows == sizes[i].columns ? 1 : 2); mirrored++)
      {
        float across = (mirrored ? sizes[i].rows : sizes[i].columns) / across_counted;
        float up = (mirrored ? sizes[i].columns : sizes[i].rows) / up_counted;
        MadafDataMatrixFit fit = fit_of (self, corner, &sizes[i], mirrored);

        if (MIN (across, up) > 0.6f && MAX (across, up) < 1.4f && spend (self, &sizes[i])
            && madaf_data_matrix_fit_init_by_search (&fit) && try_grid (self, &fit))
          return TRUE;
      }
  return FALSE;
}

/* Tries the sizes that the dashed sides tell. */
static gboolean
try_dashes (Finder *self, const MadafDataMatrixCorner *corner, gboolean is_thorough)
{
  MadafDataMatrixTiming far[MADAF_DATA_MATRIX_MAX_TIMINGS];
  MadafDataMatrixTiming aside[MADAF_DATA_MATRIX_MAX_TIMINGS];
  int n_far = madaf_data_matrix_timings_find (self->image, corner, MADAF_DATA_MATRIX_SIDE_FAR, is_thorough, far);
  int n_aside = n_far == 0 ? 0
                           : madaf_data_matrix_timings_find (self->image, corner, MADAF_DATA_MATRIX_SIDE_ASIDE,
                                                             is_thorough, aside);

  for (int off = 0; off <= self->budget->max_off; off += 2)
    for (int i = 0; i < n_far; i++)
      for (int k = 0; k < n_aside; k++)
        if (try_timings (self, corner, &far[i], &aside[k], off))
          return TRUE;
  return FALSE;
}

/* @with_all_means: whether to look for what is not plain to see */
static void
try_corners (Finder *self, GArray *corners, gboolean with_all_means)
{
  guint count = MIN (corners->len, (guint)(with_all_means ? self->budget->max_searches : self->budget->max_corners));

  for (guint i = 0; i < count; i++)
    {
      const MadafDataMatrixCorner *corner = &g_array_index (corners, MadafDataMatrixCorner, i);

      if (!is_read (self, corner) && !try_dashes (self, corner, with_all_means) && with_all_means)
        try_sizes (self, corner);
    }
  try_unread (self);
}

GPtrArray *
madaf_data_matrix_find (const MadafGrey *image, MadafDataMatrixEffort effort)
{
  const Budget *budget = &budgets[effort];
  Finder self = { .image = image, .budget = budget, .places_left = budget->max_places };
  g_autoptr (GArray) edges
      = madaf_data_matrix_edges_find (image, budget->spacing, budget->min_contrast, budget->max_steps);
  g_autoptr (GArray) corners = madaf_data_matrix_corners_find (image, edges, budget->max_edges, budget->max_pairs);
  g_autoptr (GArray) unread = g_array_new (FALSE, FALSE, sizeof (MadafDataMatrixFit));

  self.unread = unread;
  self.found = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_data_matrix_free);
  for (int means = 0; means < (budget->max_searches > 0 ? 2 : 1); means++)
    {
      self.grids_left = budget->max_grids;
      try_corners (&self, corners, means);
    }
  return self.found;
}

void
madaf_data_matrix_free (MadafDataMatrix *self)
{
  g_free (self->text);
  g_free (self);
}
