/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/sight.h"

#include "scan/stillness.h"

#include <stdlib.h>

/* What can be said of a picture without reading it. */

#define N_CELLS (MADAF_STILLNESS_CELLS * MADAF_STILLNESS_CELLS)
/* A dark coat fills the picture, and the light still shines on something: all but so many cells must be dark. */
#define LIT_CELLS   (N_CELLS / 10)
#define DARKEST_LIT 56
/* Edges are looked for in so many rows, and within so many pixels to both sides. */
#define ROWS  24
#define REACH 8
/* A step from dark to light that noise does not make. */
#define MIN_RISE  48
#define MIN_EDGES 40
/* A sharp edge rises by more than half within two pixels. One that takes the whole reach is drawn by a lens that is out
 * of focus by more than the bars of a label are wide. */
#define BLURRED_STEEPNESS 0.32

struct _MadafSight
{
  MadafStillness stillness;
  gint64 lit_us;   /* when the last picture came that was not dark; 0: none yet */
  gint64 sharp_us; /* when the last came in which something was, or could have been, read; or focus was asked for */
};

MadafSight *
madaf_sight_new (void)
{
  return g_new0 (MadafSight, 1);
}

void
madaf_sight_free (MadafSight *self)
{
  g_free (self);
}

void
madaf_sight_reset (MadafSight *self)
{
  *self = (MadafSight){ 0 };
}

static gboolean
is_dark (const MadafStillness *stillness)
{
  int lit = 0;

  for (int i = 0; i < N_CELLS; i++)
    lit += stillness->cells[i] >= DARKEST_LIT;
  return lit <= LIT_CELLS;
}

/* How much of the rise around @x comes within two pixels. */
static double
steepness (const guint8 *row, int x, int rise)
{
  int steepest = 0;

  for (int i = x - REACH; i <= x + REACH - 2; i++)
    steepest = MAX (steepest, abs (row[i + 2] - row[i]));
  return MIN (1.0, (double)steepest / rise);
}

static gboolean
is_blurred (const MadafGrey *picture)
{
  double sum = 0;
  int n = 0;

  for (int k = 0; k < ROWS; k++)
    {
      const guint8 *row = picture->pixels + (gsize)picture->height * k / ROWS * picture->stride;

      for (int x = REACH; x < picture->width - REACH; x += REACH / 2)
        {
          int rise = abs (row[x + REACH] - row[x - REACH]);

          if (rise < MIN_RISE)
            continue;
          sum += steepness (row, x, rise);
          n++;
        }
    }
  return n >= MIN_EDGES && sum < BLURRED_STEEPNESS * n;
}

MadafSightReport
madaf_sight_look (MadafSight *self, const MadafGrey *picture, gboolean was_read, gint64 now_us)
{
  MadafSightReport report = { .is_still = madaf_stillness_next (&self->stillness, picture) };

  if (self->lit_us == 0 || now_us < self->lit_us || !is_dark (&self->stillness))
    self->lit_us = now_us;
  if (self->sharp_us == 0 || now_us < self->sharp_us || was_read || !is_blurred (picture))
    self->sharp_us = now_us;
  report.is_dark = now_us - self->lit_us >= MADAF_SIGHT_DARK_US;
  report.wants_focus = now_us - self->sharp_us >= MADAF_SIGHT_BLURRED_US;
  if (report.wants_focus)
    self->sharp_us = now_us;
  return report;
}
