/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/qr/qr-finder.h"

#include <math.h>

/* Looks for runs like those of a finder pattern (ISO/IEC 18004, 6.3.3), and gathers them. */

#define MODULES    7
#define MIN_MODULE 1.1f /* pixels */
/* How far a run may be off, in modules. */
#define TOLERANCE       0.6f
#define TOLERANCE_WIDE  1.1f
#define TOLERANCE_CROSS 0.9f
/* Of one code: how different in size its patterns may look. */
#define MAX_RATIO    1.6f
#define FEW_PATTERNS 8
/* Beyond the middles of the patterns, in modules: half a pattern at an angle, and the quiet zone. */
#define MARGIN 10.0f

void
madaf_qr_finder_begin (MadafQrFinder *self)
{
  self->n = 0;
}

static gboolean
is_about (float width, float expected, float tolerance)
{
  return fabsf (width - expected) <= tolerance;
}

/* Whether the runs between the edges from @at on are 1:1:3:1:1. */
static gboolean
runs_are_right (const float *at, float module)
{
  return is_about (at[1] - at[0], module, TOLERANCE * module) && is_about (at[2] - at[1], module, TOLERANCE * module)
         && is_about (at[3] - at[2], 3 * module, TOLERANCE_WIDE * module)
         && is_about (at[4] - at[3], module, TOLERANCE * module)
         && is_about (at[5] - at[4], module, TOLERANCE * module);
}

static int
pixel (const MadafGrey *picture, float x, float y)
{
  int column = (int)(x + 0.5f);
  int row = (int)(y + 0.5f);

  return column < 0 || row < 0 || column >= picture->width || row >= picture->height
             ? -1
             : picture->pixels[row * picture->stride + column];
}

/* How many pixels from @x, @y on are dark (or bright); the next run begins there. At most @most, else 0. */
static int
run_length (const MadafGrey *picture, float *x, float *y, float dx, float dy, int middle, gboolean dark, int most)
{
  for (int n = 0; n <= most; n++)
    {
      int value = pixel (picture, *x, *y);

      if (value < 0 || (value < middle) != dark)
        return n;
      *x += dx;
      *y += dy;
    }
  return 0;
}

/* Whether from the middle of the pattern in the direction @dx, @dy there are 1½ dark modules, a bright, and a dark one.
 */
static gboolean
side_is_right (const MadafGrey *picture, MadafPoint from, float dx, float dy, int middle, float module, float *length)
{
  int most = (int)(4 * module) + 2;
  float x = from.x;
  float y = from.y;
  int core = run_length (picture, &x, &y, dx, dy, middle, TRUE, most);
  int gap = core > 0 ? run_length (picture, &x, &y, dx, dy, middle, FALSE, most) : 0;
  int ring = gap > 0 ? run_length (picture, &x, &y, dx, dy, middle, TRUE, most) : 0;

  *length = core + gap + ring;
  return ring > 0 && is_about (gap, module, TOLERANCE_CROSS * module + 1)
         && is_about (ring, module, TOLERANCE_CROSS * module + 1) && core + 1 >= gap;
}

static gboolean
is_right_across (const MadafGrey *picture, const MadafLine *line, MadafPoint *middle, float module, int threshold)
{
  float one, other, length;

  if (!side_is_right (picture, *middle, -line->dy, line->dx, threshold, module, &one)
      || !side_is_right (picture, *middle, line->dy, -line->dx, threshold, module, &other))
    return FALSE;
  length = one + other;
  middle->x += -line->dy * (one - other) / 2;
  middle->y += line->dx * (one - other) / 2;
  return is_about (length, MODULES * module, MODULES * module * 0.4f + 1);
}

/* Squares, one in the other, look the same along each line through their middle: so they do between the line and
 * across, where what other things look like is seldom right. One side of the four may be dirty. */
static gboolean
is_right_between (const MadafGrey *picture, const MadafLine *line, MadafPoint middle, float module, int threshold)
{
  float dx = (line->dx - line->dy) * (float)(G_SQRT2 / 2);
  float dy = (line->dx + line->dy) * (float)(G_SQRT2 / 2);
  int right = 0;
  float length;

  right += side_is_right (picture, middle, dx, dy, threshold, module, &length);
  right += side_is_right (picture, middle, -dx, -dy, threshold, module, &length);
  right += side_is_right (picture, middle, dy, -dx, threshold, module, &length);
  right += side_is_right (picture, middle, -dy, dx, threshold, module, &length);
  return right >= 3;
}

static void
add_pattern (MadafQrFinder *self, MadafPoint middle, float module)
{
  for (int i = 0; i < self->n; i++)
    {
      MadafQrPattern *pattern = &self->patterns[i];

      if (hypotf (pattern->middle.x - middle.x, pattern->middle.y - middle.y) < 3 * pattern->module)
        {
          pattern->lines++;
          return;
        }
    }
  if (self->n < MADAF_QR_MAX_PATTERNS)
    self->patterns[self->n++] = (MadafQrPattern){ middle, module, 1 };
}

void
madaf_qr_finder_add (MadafQrFinder *self, const MadafGrey *picture, const MadafLine *line, const MadafEdges *edges)
{
  for (int first = edges->falls_first ? 0 : 1; first + 5 < edges->n; first += 2)
    {
      const float *at = edges->at + first;
      float module = (at[5] - at[0]) / MODULES;
      float inside, outside;
      MadafPoint middle;
      int threshold;

      if (module < MIN_MODULE || !runs_are_right (at, module))
        continue;
      inside = madaf_line_value (line, (at[2] + at[3]) / 2);
      outside = (madaf_line_value (line, (at[1] + at[2]) / 2) + madaf_line_value (line, (at[3] + at[4]) / 2)) / 2;
      middle = madaf_line_point (line, (at[2] + at[3]) / 2);
      threshold = (int)((inside + outside) / 2);
      if (is_right_across (picture, line, &middle, module, threshold)
          && is_right_between (picture, line, middle, module, threshold))
        add_pattern (self, middle, module);
    }
}

/* How many patterns may be of one code with @with, and the box around their middles. In a picture that is full of what
 * looks like patterns, those count that two lines went through. */
static int
gather (const MadafQrFinder *self, const MadafQrPattern *with, float *low, float *high)
{
  int min_lines = self->n > FEW_PATTERNS ? 2 : 1;
  int n = 0;

  low[0] = high[0] = with->middle.x;
  low[1] = high[1] = with->middle.y;
  for (int i = 0; i < self->n; i++)
    {
      const MadafQrPattern *pattern = &self->patterns[i];
      float ratio = pattern->module / with->module;

      if (ratio > MAX_RATIO || ratio < 1 / MAX_RATIO || pattern->lines < min_lines)
        continue;
      n++;
      low[0] = MIN (low[0], pattern->middle.x);
      low[1] = MIN (low[1], pattern->middle.y);
      high[0] = MAX (high[0], pattern->middle.x);
      high[1] = MAX (high[1], pattern->middle.y);
    }
  return n;
}

gboolean
madaf_qr_finder_region (const MadafQrFinder *self, const MadafGrey *picture, MadafBox *box)
{
  float best_low[2], best_high[2], margin;
  float module = 0;
  int most = 0;

  for (int i = 0; i < self->n; i++)
    {
      float low[2], high[2];
      int n = gather (self, &self->patterns[i], low, high);

      if (n > most || (n == most && self->patterns[i].module > module))
        {
          most = n;
          module = self->patterns[i].module;
          for (int axis = 0; axis < 2; axis++)
            {
              best_low[axis] = low[axis];
              best_high[axis] = high[axis];
            }
        }
    }
  if (most < 2)
    return FALSE;
  margin = MARGIN * module;
  /* Two of the three: the third lies as far away on either side. */
  if (most == 2)
    margin += MAX (best_high[0] - best_low[0], best_high[1] - best_low[1]);
  box->x = MAX ((int)(best_low[0] - margin), 0);
  box->y = MAX ((int)(best_low[1] - margin), 0);
  box->width = MIN ((int)(best_high[0] + margin) + 1, picture->width) - box->x;
  box->height = MIN ((int)(best_high[1] + margin) + 1, picture->height) - box->y;
  return TRUE;
}
