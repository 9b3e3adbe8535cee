/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timing.h"

#include "scan/datamatrix/sample.h"

#include <math.h>
#include <string.h>

#define MAX_PROFILE 1600
/* An extreme counts when the darkness comes back by so much from it. */
#define HYSTERESIS  0.2f
#define MIN_MODULES 6

/* A walk along a line, from the middle of a solid side on, for as long as dark and light change evenly. */
typedef struct
{
  float darkness[MAX_PROFILE];
  float step;   /* pixels from one to the next */
  float module; /* as far as it is known, pixels */

  int last;    /* the extreme before */
  int extreme; /* the one that is being looked for */
  gboolean is_dark;
  gboolean any;

  int changes;
  float at;     /* of the last change, pixels from the start */
  float before; /* of the one before it */
  float pitch;
  float deviation;
} Walk;

/* Where the darkness is half way between the two extremes. */
static float
find_change (const Walk *self)
{
  float middle = (self->darkness[self->last] + self->darkness[self->extreme]) / 2;
  gboolean falls = self->darkness[self->last] > self->darkness[self->extreme];

  for (int i = self->last; i < self->extreme; i++)
    {
      float a = self->darkness[i];
      float b = self->darkness[i + 1];

      if (falls ? b <= middle : b >= middle)
        return (i + (a != b ? (a - middle) / (a - b) : 0)) * self->step;
    }
  return self->extreme * self->step;
}

/* Returns: whether the change comes where it should */
static gboolean
take_change (Walk *self)
{
  float at = find_change (self);
  float run = at - self->at;
  float period = (at - self->before) / 2;

  /* A thin print makes the modules of the solid side, and all dark ones, look smaller than they are. */
  if (self->changes == 0   ? at > 1.6f * self->module
      : self->changes == 1 ? run < 0.3f * self->module || run > 2.4f * self->module
      : self->changes == 2
          ? period < 0.6f * self->module || period > 1.7f * self->module
          : fabsf (period - self->pitch) > 0.3f * self->pitch || run < 0.35f * self->pitch || run > 1.75f * self->pitch)
    return FALSE;
  if (self->changes == 2)
    self->pitch = period;
  else if (self->changes > 2)
    {
      self->deviation += fabsf (period - self->pitch) / self->pitch;
      self->pitch += (period - self->pitch) * 0.25f;
    }
  self->before = self->at;
  self->at = at;
  self->changes++;
  return TRUE;
}

/* Returns: whether to go on */
static gboolean
take_darkness (Walk *self, int i)
{
  float difference = self->darkness[i] - self->darkness[self->extreme];

  if (self->is_dark ? difference >= 0 : difference <= 0)
    self->extreme = i;
  else if (fabsf (difference) >= HYSTERESIS)
    {
      if (self->any && !take_change (self))
        return FALSE;
      self->any = TRUE;
      self->last = self->extreme;
      self->extreme = i;
      self->is_dark = !self->is_dark;
    }
  return i * self->step < self->at + 3 * self->pitch;
}

/* Counts the modules from @from on towards @to and further. Returns: how many, 0 if there is no beginning */
static int
count_modules (const MadafGrey *image,
               const MadafDataMatrixCorner *corner,
               MadafPoint from,
               MadafPoint to,
               float module,
               float *irregularity)
{
  Walk walk;
  MadafPoint way = madaf_point_subtract (to, from);
  float length = sqrtf (madaf_point_dot (way, way));
  gboolean goes_on = TRUE;
  int count;

  memset (&walk.step, 0, sizeof walk - G_STRUCT_OFFSET (Walk, step));
  walk.step = CLAMP (module / 3, 0.5f, 1);
  walk.step = MAX (walk.step, 1.4f * length / MAX_PROFILE);
  walk.module = walk.pitch = module;
  walk.is_dark = TRUE;
  count = CLAMP ((int)(1.35f * length / walk.step), 1, MAX_PROFILE);
  for (int i = 0; i < count && goes_on; i++)
    {
      MadafPoint at = madaf_point_add (from, way, i * walk.step / length);

      walk.darkness[i] = madaf_data_matrix_corner_darkness (corner, madaf_grey_sample (image, at));
      goes_on = i == 0 || take_darkness (&walk, i);
    }
  /* Behind the last module it stays light. */
  if (walk.any && walk.extreme > walk.last)
    take_change (&walk);
  *irregularity = walk.deviation / MAX (walk.changes, 1);
  /* The last module is light, so that the last change but one is to dark. */
  if (walk.changes % 2 == 0)
    walk.changes--;
  return walk.changes >= MIN_MODULES - 1 ? walk.changes + 1 : 0;
}

/* Better ones are longer ones that are even. */
static float
rate (const MadafDataMatrixTiming *timing)
{
  return timing->modules * (1 - 2 * timing->irregularity);
}

/* Keeps the best for each number of modules, and of these the best. Returns: how many there are now */
static int
keep (MadafDataMatrixTiming *timings, int count, MadafDataMatrixTiming timing)
{
  int at = count;

  for (int i = 0; i < count; i++)
    if (timings[i].modules == timing.modules)
      {
        if (rate (&timings[i]) >= rate (&timing))
          return count;
        at = i;
      }
  if (at == count && count == MADAF_DATA_MATRIX_MAX_TIMINGS)
    {
      at = count - 1;
      if (rate (&timings[at]) >= rate (&timing))
        return count;
    }
  else if (at == count)
    count++;
  for (; at > 0 && rate (&timings[at - 1]) < rate (&timing); at--)
    timings[at] = timings[at - 1];
  timings[at] = timing;
  return count;
}

int
madaf_data_matrix_timings_find (const MadafGrey *image,
                                const MadafDataMatrixCorner *corner,
                                MadafDataMatrixSide side,
                                gboolean is_thorough,
                                MadafDataMatrixTiming *timings)
{
  gboolean is_far = side == MADAF_DATA_MATRIX_SIDE_FAR;
  MadafPoint arm = is_far ? corner->up : corner->across;
  MadafPoint along = is_far ? corner->across : corner->up;
  float module = is_far ? corner->module_across : corner->module_up;
  float module_of_arm = is_far ? corner->module_up : corner->module_across;
  float arm_length = sqrtf (madaf_point_dot (arm, arm));
  float length = sqrtf (madaf_point_dot (along, along));
  float spread = MIN (0.35f * arm_length, 0.5f * length);
  float step = MAX (0.35f * module_of_arm, spread / 60);
  float reach = MAX (0.4f * module_of_arm, 1.2f);
  int count = 0;

  for (int i = is_thorough ? -5 : -2; i <= (is_thorough ? 14 : 2); i++)
    {
      float inside = 0.5f * module_of_arm + i * reach / 2;
      MadafPoint from = madaf_point_add (corner->corner, arm, 1 - inside / arm_length);

      from = madaf_point_add (from, along, 0.5f * module / length);
      for (float t = -spread; t <= spread; t += step)
        {
          MadafDataMatrixTiming timing = { .from = from };

          timing.to = madaf_point_add (madaf_point_add (from, along, 1), arm, t / arm_length);
          timing.modules = count_modules (image, corner, from, timing.to, module, &timing.irregularity);
          if (timing.modules > 0)
            count = keep (timings, count, timing);
        }
    }
  return count;
}
