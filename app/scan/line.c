/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/line.h"

#include <math.h>
#include <string.h>

/* Samples lines out of pictures: rows and columns quickly, lines at an angle between the pixels. */

#define HALF_WIDTH (MADAF_LINE_WIDTH / 2)
/* A bar code that is shorter than this has no pixel for each module. */
#define MIN_LENGTH 40

MadafLineSet
madaf_line_set (const MadafGrey *picture, float angle, float spacing)
{
  float across = fabsf (sinf (angle)) * picture->width + fabsf (cosf (angle)) * picture->height;

  return (MadafLineSet){ angle, spacing, (int)ceilf (across / spacing) };
}

static void
sample_row (const MadafGrey *picture, int y, MadafLine *line)
{
  int first = MAX (y - HALF_WIDTH, 0);
  int last = MIN (y + HALF_WIDTH, picture->height - 1);
  float scale = 1.0f / (last - first + 1);
  guint16 sums[MADAF_LINE_MAX_LENGTH];

  memset (sums, 0, line->length * sizeof *sums);
  for (int row = first; row <= last; row++)
    {
      const guint8 *pixels = picture->pixels + row * picture->stride;

      for (int x = 0; x < line->length; x++)
        sums[x] += pixels[x];
    }
  for (int x = 0; x < line->length; x++)
    line->values[x] = sums[x] * scale;
}

/* Of MADAF_LINE_WIDTH bytes, of eight that are there: the even and the odd ones are added up side by side. */
static inline int
sum_of_five (const guint8 *pixels)
{
  const guint64 halves = G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
  guint64 bytes;

  G_STATIC_ASSERT (MADAF_LINE_WIDTH == 5);
  memcpy (&bytes, pixels, sizeof bytes);
  bytes = GUINT64_FROM_LE (bytes) & G_GUINT64_CONSTANT (0xffffffffff);
  bytes = (bytes & halves) + ((bytes >> 8) & halves);
  return (int)((bytes * G_GUINT64_CONSTANT (0x0001000100010001)) >> 48);
}

static void
sample_column (const MadafGrey *picture, int x, MadafLine *line)
{
  int first = MAX (x - HALF_WIDTH, 0);
  int last = MIN (x + HALF_WIDTH, picture->width - 1);
  float scale = 1.0f / (last - first + 1);
  gboolean is_whole = last - first + 1 == MADAF_LINE_WIDTH && first + (int)sizeof (guint64) <= picture->width;

  for (int y = 0; y < line->length; y++)
    {
      const guint8 *pixels = picture->pixels + y * picture->stride + first;
      int sum = 0;

      if (is_whole)
        sum = sum_of_five (pixels);
      else
        for (int i = 0; i <= last - first; i++)
          sum += pixels[i];
      line->values[y] = sum * scale;
    }
}

/* The brightness between four pixels; beyond the border it is that of the border. */
static inline float
between_pixels (const MadafGrey *picture, float x, float y)
{
  float cx = CLAMP (x, 0, picture->width - 1.001f);
  float cy = CLAMP (y, 0, picture->height - 1.001f);
  int column = (int)cx;
  int row = (int)cy;
  float fx = cx - column;
  float fy = cy - row;
  const guint8 *upper = picture->pixels + row * picture->stride + column;
  const guint8 *lower = row + 1 < picture->height ? upper + picture->stride : upper;
  int next = column + 1 < picture->width ? 1 : 0;

  return (upper[0] * (1 - fx) + upper[next] * fx) * (1 - fy) + (lower[0] * (1 - fx) + lower[next] * fx) * fy;
}

static void
sample_slanted (const MadafGrey *picture, MadafLine *line)
{
  for (int i = 0; i < line->length; i++)
    {
      float x = line->x + i * line->dx;
      float y = line->y + i * line->dy;
      float sum = 0;

      for (int k = -HALF_WIDTH; k <= HALF_WIDTH; k++)
        sum += between_pixels (picture, x - k * line->dy, y + k * line->dx);
      line->values[i] = sum / MADAF_LINE_WIDTH;
    }
}

/* How far a point may go from @from in steps of @step and stay within 0…@size - 1: narrows @first…@last. */
static void
clip (float from, float step, int size, float *first, float *last)
{
  float one = (0 - from) / step;
  float other = (size - 1 - from) / step;

  if (fabsf (step) < 1e-6f)
    {
      if (from < 0 || from > size - 1)
        *last = *first - 1;
      return;
    }
  *first = MAX (*first, MIN (one, other));
  *last = MIN (*last, MAX (one, other));
}

static void
place_slanted (const MadafGrey *picture, const MadafLineSet *set, int index, MadafLine *line)
{
  float dx = cosf (set->angle);
  float dy = sinf (set->angle);
  float off = (index - (set->count - 1) / 2.0f) * set->spacing;
  float x = picture->width / 2.0f - dy * off;
  float y = picture->height / 2.0f + dx * off;
  float first = -MADAF_LINE_MAX_LENGTH;
  float last = MADAF_LINE_MAX_LENGTH;

  clip (x, dx, picture->width, &first, &last);
  clip (y, dy, picture->height, &first, &last);
  line->x = x + first * dx;
  line->y = y + first * dy;
  line->dx = dx;
  line->dy = dy;
  line->length = MIN ((int)(last - first) + 1, MADAF_LINE_MAX_LENGTH);
}

/* Of samples in a row that are the same the first one is the turn. The darkest and the brightest are turns. */
static void
find_turns (MadafLine *line)
{
  const float *values = line->values;
  gboolean rises = FALSE;
  int same_since = 0;
  int n = 1;

  line->turns[0] = 0;
  for (int i = 1; i < line->length; i++)
    {
      gboolean is_other = values[i] != values[i - 1];
      gboolean goes_up = values[i] > values[i - 1];

      /* Written each time and kept when it is one: in noise no processor guesses which are. */
      line->turns[n] = same_since;
      n += is_other & (rises != goes_up) & (same_since > 0);
      rises = is_other ? goes_up : rises;
      same_since = is_other ? i : same_since;
    }
  if (same_since > 0)
    line->turns[n++] = same_since;
  line->n_turns = n;
  line->darkest = line->brightest = values[0];
  for (int i = 1; i < n; i++)
    {
      line->darkest = MIN (line->darkest, values[line->turns[i]]);
      line->brightest = MAX (line->brightest, values[line->turns[i]]);
    }
}

gboolean
madaf_line_sample (const MadafGrey *picture, const MadafLineSet *set, int index, MadafLine *line)
{
  float across = (index + 0.5f) * set->spacing;

  if (set->angle == 0)
    {
      line->x = 0;
      line->y = MIN ((int)across, picture->height - 1);
      line->dx = 1;
      line->dy = 0;
      line->length = MIN (picture->width, MADAF_LINE_MAX_LENGTH);
      sample_row (picture, (int)line->y, line);
    }
  else if (set->angle == (float)G_PI_2)
    {
      line->x = MIN ((int)across, picture->width - 1);
      line->y = 0;
      line->dx = 0;
      line->dy = 1;
      line->length = MIN (picture->height, MADAF_LINE_MAX_LENGTH);
      sample_column (picture, (int)line->x, line);
    }
  else
    {
      place_slanted (picture, set, index, line);
      if (line->length < MIN_LENGTH)
        return FALSE;
      sample_slanted (picture, line);
    }

  find_turns (line);
  return line->length >= MIN_LENGTH;
}

void
madaf_line_invert (MadafLine *line)
{
  float darkest = line->darkest;

  for (int i = 0; i < line->length; i++)
    line->values[i] = 255 - line->values[i];
  line->darkest = 255 - line->brightest;
  line->brightest = 255 - darkest;
}

gboolean
madaf_line_sample_from (const MadafGrey *picture, MadafPoint from, float dx, float dy, float length, MadafLine *line)
{
  float first = 0;
  float last = MIN (length, MADAF_LINE_MAX_LENGTH - 1);

  clip (from.x, dx, picture->width, &first, &last);
  clip (from.y, dy, picture->height, &first, &last);
  if (first > 0 || last < 1)
    return FALSE;
  line->x = from.x;
  line->y = from.y;
  line->dx = dx;
  line->dy = dy;
  line->length = (int)last + 1;
  sample_slanted (picture, line);
  find_turns (line);
  return TRUE;
}

float
madaf_line_value (const MadafLine *line, float at)
{
  float inside = CLAMP (at, 0, line->length - 1.001f);
  int i = (int)inside;

  return line->values[i] + (inside - i) * (line->values[i + 1] - line->values[i]);
}

MadafPoint
madaf_line_point (const MadafLine *line, float at)
{
  return (MadafPoint){ line->x + at * line->dx, line->y + at * line->dy };
}
