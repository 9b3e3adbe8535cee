/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/qr/qr-corners.h"

#include "scan/datamatrix/sample.h"

#include <math.h>

/* Tries each three of the patterns that most lines went through. */

#define MAX_PATTERNS 16
/* How different the two sides may look, and the sizes of the patterns, and how far from square the corner may be. */
#define MAX_SIDES  1.8f
#define MAX_SIZES  1.8f
#define MAX_COSINE 0.5f
/* Modules between two patterns of the smallest and of the largest code that is looked for. */
#define MIN_SIDE 11
#define MAX_SIDE 110

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const MadafQrPattern *const *one = a;
  const MadafQrPattern *const *other = b;

  return (*other)->lines - (*one)->lines;
}

/* A line along a row or a column crosses a square that is turned by less or more than a half of a right angle. */
static float
side_in_modules (MadafPoint side, float module)
{
  float length = hypotf (side.x, side.y);

  return length / (module * MAX (fabsf (side.x), fabsf (side.y)) / length);
}

static float
ratio (float one, float other)
{
  return MAX (one, other) / MIN (one, other);
}

/* Whether the pattern @a can be at the top left of a code, @b at its top right, @c at its bottom left. */
static gboolean
make_corners (const MadafQrPattern *a, const MadafQrPattern *b, const MadafQrPattern *c, MadafQrCorners *corners)
{
  MadafPoint right = madaf_point_subtract (b->middle, a->middle);
  MadafPoint down = madaf_point_subtract (c->middle, a->middle);
  float across = hypotf (right.x, right.y);
  float along = hypotf (down.x, down.y);
  float sizes = MAX (ratio (a->module, b->module), MAX (ratio (a->module, c->module), ratio (b->module, c->module)));
  float cosine;

  if (across < 1 || along < 1 || madaf_point_cross (right, down) <= 0)
    return FALSE;
  cosine = fabsf (madaf_point_dot (right, down)) / (across * along);
  corners->patterns[0] = a;
  corners->patterns[1] = b;
  corners->patterns[2] = c;
  corners->side
      = (side_in_modules (right, (a->module + b->module) / 2) + side_in_modules (down, (a->module + c->module) / 2))
        / 2;
  corners->doubt = ratio (across, along) - 1 + cosine + (sizes - 1) - 0.01f * MIN (a->lines + b->lines + c->lines, 20);
  return ratio (across, along) < MAX_SIDES && sizes < MAX_SIZES && cosine < MAX_COSINE && corners->side > MIN_SIDE
         && corners->side < MAX_SIDE;
}

static int
keep (MadafQrCorners *best, int n, const MadafQrCorners *corners)
{
  int at = n;

  while (at > 0 && best[at - 1].doubt > corners->doubt)
    at--;
  if (at == MADAF_QR_MAX_CORNERS)
    return n;
  n = MIN (n + 1, MADAF_QR_MAX_CORNERS);
  for (int i = n - 1; i > at; i--)
    best[i] = best[i - 1];
  best[at] = *corners;
  return n;
}

int
madaf_qr_corners_find (const MadafQrFinder *finder, MadafQrCorners best[MADAF_QR_MAX_CORNERS])
{
  const MadafQrPattern *patterns[MADAF_QR_MAX_PATTERNS];
  int m = MIN (finder->n, MAX_PATTERNS);
  int n = 0;

  for (int i = 0; i < finder->n; i++)
    patterns[i] = &finder->patterns[i];
  qsort (patterns, finder->n, sizeof *patterns, compare_lines);
  for (int a = 0; a < m; a++)
    for (int b = 0; b < m; b++)
      for (int c = 0; c < m; c++)
        {
          MadafQrCorners corners;

          if (a != b && a != c && b != c && make_corners (patterns[a], patterns[b], patterns[c], &corners))
            n = keep (best, n, &corners);
        }
  return n;
}
