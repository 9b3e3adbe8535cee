/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/qr/qr-sheet.h"

#include "scan/datamatrix/sample.h"

#include <math.h>

/* Lays the grid by what is known of every code (ISO/IEC 18004, 6.3), and bends it by what is not. */

/* From a corner to the middle of its pattern, in modules. */
#define PATTERN_MIDDLE 3.5f
#define PATTERN        7
#define NODE_PITCH     4
/* How well the known modules must be seen. */
#define MIN_SCORE 0.22f
/* Modules of an alignment pattern; the one at the bottom right is what tells most where the fourth corner is. */
#define ALIGNMENT     25
#define MIN_ALIGNMENT 0.15f
/* How far the fourth corner is looked for, in modules for each of a side, and in what steps. */
#define FOURTH_REACH 0.22f
#define FOURTH_STEP  0.75f
/* Modules; what a node may be moved by, and how stiff the sheet is. */
#define MAX_MOVE     2.5f
#define STIFFNESS    0.12f
#define BEND_ROUNDS  4
#define KNOWN_WEIGHT 2.0f

static void
add_known (MadafQrSheet *self, int column, int row, gboolean is_dark)
{
  if (column >= 0 && row >= 0 && column < self->size && row < self->size && self->n_known < MADAF_QR_MAX_KNOWN)
    self->known[self->n_known++] = (MadafQrKnown){ (guint8)column, (guint8)row, is_dark };
}

/* Squares in each other, the outermost from @from on and @side modules wide. */
static void
add_squares (MadafQrSheet *self, int from_column, int from_row, int side, gboolean outermost_is_dark)
{
  for (int row = 0; row < side; row++)
    for (int column = 0; column < side; column++)
      {
        int depth = MIN (MIN (row, side - 1 - row), MIN (column, side - 1 - column));
        gboolean is_core = side >= PATTERN && depth >= side / 2 - 1;

        add_known (self, from_column + column, from_row + row, is_core || (depth % 2 == 0) == outermost_is_dark);
      }
}

/* Whether the places @a and @b of alignment patterns are where a finder pattern is. */
static gboolean
is_corner (const MadafQrSheet *self, int a, int b)
{
  int last = self->size - PATTERN;

  return (a == 6 && b == 6) || (a == 6 && b == last) || (a == last && b == 6);
}

/* The middles of the alignment patterns along a side. Returns: how many */
static int
alignment_places (int size, int places[])
{
  int version = (size - 17) / 4;
  int n = version < 2 ? 0 : version / 7 + 2;
  int step = n < 2 ? 0 : (version * 4 + n * 2 + 1) / (n * 2 - 2) * 2;

  for (int i = 1; i < n; i++)
    places[n - i] = size - PATTERN - (i - 1) * step;
  if (n > 0)
    places[0] = 6;
  return n;
}

static void
list_known (MadafQrSheet *self)
{
  int places[7];
  int n = alignment_places (self->size, places);

  self->n_known = 0;
  add_squares (self, -1, -1, PATTERN + 2, FALSE);
  add_squares (self, self->size - PATTERN - 1, -1, PATTERN + 2, FALSE);
  add_squares (self, -1, self->size - PATTERN - 1, PATTERN + 2, FALSE);
  for (int i = PATTERN + 1; i < self->size - PATTERN - 1; i++)
    {
      add_known (self, i, 6, i % 2 == 0);
      add_known (self, 6, i, i % 2 == 0);
    }
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      if (!is_corner (self, places[i], places[k]))
        add_squares (self, places[i] - 2, places[k] - 2, 5, TRUE);
}

static MadafPoint
moved_by (const MadafQrSheet *self, float x, float y)
{
  float across = CLAMP (x / self->size, 0, 0.9999f) * (self->nodes - 1);
  float down = CLAMP (y / self->size, 0, 0.9999f) * (self->nodes - 1);
  int column = (int)across;
  int row = (int)down;
  float u = across - column;
  float v = down - row;
  MadafPoint sum = { 0, 0 };

  sum = madaf_point_add (sum, self->mesh[row][column], (1 - u) * (1 - v));
  sum = madaf_point_add (sum, self->mesh[row][column + 1], u * (1 - v));
  sum = madaf_point_add (sum, self->mesh[row + 1][column], (1 - u) * v);
  return madaf_point_add (sum, self->mesh[row + 1][column + 1], u * v);
}

MadafPoint
madaf_qr_sheet_point (const MadafQrSheet *self, float x, float y)
{
  MadafPoint move = moved_by (self, x, y);

  return madaf_homography_map (&self->grid, x + move.x, y + move.y);
}

/* How much darker than half way between paper and ink, from -0.5 to 0.5. */
static float
darkness (const MadafQrSheet *self, float x, float y)
{
  float paper = (float)(self->paper[0] + self->paper[1] * x + self->paper[2] * y);
  float ink = (float)(self->ink[0] + self->ink[1] * x + self->ink[2] * y);
  float value = madaf_grey_sample (self->picture, madaf_qr_sheet_point (self, x, y));

  return CLAMP ((paper - value) / MAX (paper - ink, 1) - 0.5f, -0.5f, 0.5f);
}

gboolean
madaf_qr_sheet_is_dark (const MadafQrSheet *self, int column, int row)
{
  static const float steps[5][2] = { { 0, 0 }, { 0.2f, 0 }, { -0.2f, 0 }, { 0, 0.2f }, { 0, -0.2f } };
  float sum = 0;

  for (int i = 0; i < 5; i++)
    sum += darkness (self, column + 0.5f + steps[i][0], row + 0.5f + steps[i][1]);
  return sum > 0;
}

/* Of the known modules from @first on. */
static float
score_from (const MadafQrSheet *self, int first)
{
  float sum = 0;

  for (int i = first; i < self->n_known; i++)
    {
      float dark = darkness (self, self->known[i].column + 0.5f, self->known[i].row + 0.5f);

      sum += self->known[i].is_dark ? dark : -dark;
    }
  return sum / (self->n_known - first);
}

float
madaf_qr_sheet_score (const MadafQrSheet *self)
{
  return score_from (self, 0);
}

static gboolean
lay (MadafQrSheet *self)
{
  double far = self->size - 2 * PATTERN_MIDDLE;
  const MadafPoint places[4] = { self->corners[0], self->corners[1], self->corners[3], self->corners[2] };
  MadafHomography inner;
  MadafPoint outer[4];

  if (!madaf_homography_from_rectangle (&inner, far, far, places))
    return FALSE;
  outer[0] = madaf_homography_map (&inner, -PATTERN_MIDDLE, -PATTERN_MIDDLE);
  outer[1] = madaf_homography_map (&inner, far + PATTERN_MIDDLE, -PATTERN_MIDDLE);
  outer[2] = madaf_homography_map (&inner, far + PATTERN_MIDDLE, far + PATTERN_MIDDLE);
  outer[3] = madaf_homography_map (&inner, -PATTERN_MIDDLE, far + PATTERN_MIDDLE);
  return madaf_homography_from_rectangle (&self->grid, self->size, self->size, outer);
}

/* How bright the paper and the ink are in the pattern whose corner is there. */
static void
measure_pattern (const MadafQrSheet *self, int column, int row, double *paper, double *ink)
{
  double sums[2] = { 0, 0 };
  int counts[2] = { 0, 0 };

  for (int y = 0; y < PATTERN; y++)
    for (int x = 0; x < PATTERN; x++)
      {
        int depth = MIN (MIN (y, PATTERN - 1 - y), MIN (x, PATTERN - 1 - x));
        MadafPoint at = madaf_qr_sheet_point (self, column + x + 0.5f, row + y + 0.5f);

        sums[depth != 1] += madaf_grey_sample (self->picture, at);
        counts[depth != 1]++;
      }
  *paper = sums[0] / counts[0];
  *ink = sums[1] / counts[1];
}

static void
measure_light (MadafQrSheet *self)
{
  int far = self->size - PATTERN;
  double paper[3], ink[3];

  measure_pattern (self, 0, 0, &paper[0], &ink[0]);
  measure_pattern (self, far, 0, &paper[1], &ink[1]);
  measure_pattern (self, 0, far, &paper[2], &ink[2]);
  for (int i = 1; i < 3; i++)
    {
      self->paper[i] = (paper[i] - paper[0]) / far;
      self->ink[i] = (ink[i] - ink[0]) / far;
    }
  self->paper[0] = paper[0] - PATTERN_MIDDLE * (self->paper[1] + self->paper[2]);
  self->ink[0] = ink[0] - PATTERN_MIDDLE * (self->ink[1] + self->ink[2]);
}

static float
score_with (MadafQrSheet *self, int corner, MadafPoint at)
{
  gboolean is_aligned = corner == 3 && self->size > MADAF_QR_MIN_SIZE;
  MadafPoint before = self->corners[corner];
  float score = -1;

  self->corners[corner] = at;
  if (lay (self) && (!is_aligned || score_from (self, self->n_known - ALIGNMENT) > MIN_ALIGNMENT))
    score = madaf_qr_sheet_score (self);
  self->corners[corner] = before;
  return score;
}

/* Looks for the fourth corner around where it is in a parallelogram. */
static void
find_fourth (MadafQrSheet *self, MadafPoint right, MadafPoint down)
{
  int reach = (int)(FOURTH_REACH * (self->size - PATTERN) / FOURTH_STEP);
  MadafPoint middle = self->corners[3];
  MadafPoint best = middle;
  float most = -1;

  for (int y = -reach; y <= reach; y++)
    for (int x = -reach; x <= reach; x++)
      {
        MadafPoint at = madaf_point_add (madaf_point_add (middle, right, x * FOURTH_STEP), down, y * FOURTH_STEP);
        float score = score_with (self, 3, at);

        if (score > most)
          {
            most = score;
            best = at;
          }
      }
  self->corners[3] = best;
}

/* Moves each corner by a step as long as that helps. */
static void
refine (MadafQrSheet *self, MadafPoint right, MadafPoint down)
{
  float most = score_with (self, 0, self->corners[0]);

  for (float step = 0.4f; step > 0.08f; step /= 2)
    for (int corner = 0; corner < 4; corner++)
      for (int way = 0; way < 4; way++)
        {
          MadafPoint at = madaf_point_add (self->corners[corner], way < 2 ? right : down, way % 2 == 0 ? step : -step);
          float score = score_with (self, corner, at);

          if (score > most)
            {
              most = score;
              self->corners[corner] = at;
              way--;
            }
        }
  lay (self);
}

gboolean
madaf_qr_sheet_init (MadafQrSheet *self, const MadafGrey *picture, const MadafQrPattern *const corners[3], int size)
{
  MadafPoint right, down;

  self->picture = picture;
  self->size = size;
  for (int i = 0; i < 3; i++)
    self->corners[i] = corners[i]->middle;
  right = madaf_point_subtract (self->corners[1], self->corners[0]);
  down = madaf_point_subtract (self->corners[2], self->corners[0]);
  self->corners[3] = madaf_point_add (self->corners[1], down, 1);
  right = (MadafPoint){ right.x / (size - PATTERN), right.y / (size - PATTERN) };
  down = (MadafPoint){ down.x / (size - PATTERN), down.y / (size - PATTERN) };
  self->nodes = MIN ((size + NODE_PITCH - 1) / NODE_PITCH + 1, MADAF_QR_MAX_NODES);
  for (int y = 0; y < self->nodes; y++)
    for (int x = 0; x < self->nodes; x++)
      self->mesh[y][x] = (MadafPoint){ 0, 0 };
  list_known (self);
  if (!lay (self))
    return FALSE;
  measure_light (self);
  find_fourth (self, right, down);
  refine (self, right, down);
  measure_light (self);
  return madaf_qr_sheet_score (self) > MIN_SCORE;
}

/* What the nodes beside a node are moved by, in the mean. */
static MadafPoint
beside (const MadafQrSheet *self, int x, int y)
{
  static const int steps[4][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
  MadafPoint sum = { 0, 0 };
  int n = 0;

  for (int i = 0; i < 4; i++)
    {
      int column = x + steps[i][0];
      int row = y + steps[i][1];

      if (column < 0 || row < 0 || column >= self->nodes || row >= self->nodes)
        continue;
      sum = madaf_point_add (sum, self->mesh[row][column], 1);
      n++;
    }
  return (MadafPoint){ sum.x / n, sum.y / n };
}

typedef struct
{
  gint8 signs[MADAF_QR_MAX_SIZE][MADAF_QR_MAX_SIZE]; /* 1: is dark, -1: is bright, 0: not known */
} Signs;

/* How well the modules are told apart that a node moves. */
static float
tell_around (const MadafQrSheet *self, const Signs *signs, int x, int y)
{
  int parts = self->nodes - 1;
  MadafPoint mean = beside (self, x, y);
  MadafPoint off = madaf_point_subtract (self->mesh[y][x], mean);
  float sum = 0;
  float count = 0;

  for (int row = MAX (0, (y - 1) * self->size / parts); row < MIN (self->size, (y + 1) * self->size / parts); row++)
    for (int column = MAX (0, (x - 1) * self->size / parts); column < MIN (self->size, (x + 1) * self->size / parts);
         column++)
      {
        float dark = darkness (self, column + 0.5f, row + 0.5f);
        int sign = signs->signs[row][column];

        sum += sign == 0 ? fabsf (dark) : KNOWN_WEIGHT * sign * dark;
        count += sign == 0 ? 1 : KNOWN_WEIGHT;
      }
  return sum / count - STIFFNESS * hypotf (off.x, off.y);
}

static void
improve_node (MadafQrSheet *self, const Signs *signs, int x, int y, float step)
{
  const MadafPoint moves[4] = { { step, 0 }, { -step, 0 }, { 0, step }, { 0, -step } };
  float best = tell_around (self, signs, x, y);

  for (int i = 0; i < 4; i++)
    {
      MadafPoint before = self->mesh[y][x];
      float now = -1;

      self->mesh[y][x] = madaf_point_add (before, moves[i], 1);
      if (fabsf (self->mesh[y][x].x) < MAX_MOVE && fabsf (self->mesh[y][x].y) < MAX_MOVE)
        now = tell_around (self, signs, x, y);
      if (now > best)
        best = now;
      else
        self->mesh[y][x] = before;
    }
}

void
madaf_qr_sheet_bend (MadafQrSheet *self)
{
  g_autofree Signs *signs = g_new0 (Signs, 1);

  for (int i = 0; i < self->n_known; i++)
    signs->signs[self->known[i].row][self->known[i].column] = self->known[i].is_dark ? 1 : -1;
  for (float step = 0.4f; step > 0.08f; step /= 2)
    for (int round = 0; round < BEND_ROUNDS; round++)
      for (int y = 0; y < self->nodes; y++)
        for (int x = 0; x < self->nodes; x++)
          improve_node (self, signs, x, y, step);
}
