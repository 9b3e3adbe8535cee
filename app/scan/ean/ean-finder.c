/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-finder.h"

#include <math.h>

/* Looks for runs of edges whose guards and digits have the right widths. */

/* A frame of nothing but stripes must not take all memory, nor all time. */
#define MAX_SIGHTINGS 256
#define MAX_FITS      12
/* In modules. */
#define MIN_MODULE      0.7f /* pixels */
#define MIN_ELEMENT     0.25f
#define MAX_ELEMENT     2.2f
#define DIGIT_TOLERANCE 1.6f
#define GUARD_TOLERANCE 0.5f /* of the guard's width */
#define MIN_QUIET       3.0f
/* One line is believed of nobody; fewer digits are found by chance sooner. No element within a symbol is wider than
 * four modules, and the left half of an EAN-13 is a UPC-E but for what is beside it: one line must see more white. */
#define MIN_LINES_LONG  2
#define MIN_LINES_SHORT 3
#define MIN_QUIET_SHORT 5.0f

struct _MadafEanFinder
{
  guint n;
  MadafEanSighting sightings[MAX_SIGHTINGS];
};

MadafEanFinder *
madaf_ean_finder_new (void)
{
  return g_new0 (MadafEanFinder, 1);
}

void
madaf_ean_finder_free (MadafEanFinder *self)
{
  g_free (self);
}

void
madaf_ean_finder_begin (MadafEanFinder *self)
{
  self->n = 0;
}

static gboolean
elements_are_thin (const float *at, int n, float module)
{
  for (int i = 0; i < n; i++)
    {
      float width = (at[i + 1] - at[i]) / module;

      if (width < MIN_ELEMENT || width > MAX_ELEMENT)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_about (float width, float expected, float tolerance)
{
  return fabsf (width - expected) <= tolerance;
}

static void
mark (MadafEanCrossing *crossing, float at, int module)
{
  crossing->at[crossing->n_marks] = at;
  crossing->module[crossing->n_marks++] = module;
}

/* Whether the edges from @at on are those of a symbol, by its guards and the widths of its digits. */
static gboolean
cross (const float *at, MadafEanKind kind, gboolean flipped, MadafEanCrossing *crossing)
{
  const MadafEanLayout *layout = madaf_ean_layout (kind);
  int last = layout->edges - 1;
  float module = (at[last] - at[0]) / layout->modules;
  int begin = flipped ? layout->end : 3;
  int end = flipped ? 3 : layout->end;
  int extra = begin - 3; /* the digits of a flipped UPC-E begin later */

  if (!elements_are_thin (at, begin, module) || !elements_are_thin (at + last - end, end, module)
      || !is_about (at[begin] - at[0], begin * module, begin * GUARD_TOLERANCE * module)
      || !is_about (at[last] - at[last - end], end * module, end * GUARD_TOLERANCE * module))
    return FALSE;

  *crossing = (MadafEanCrossing){ .kind = kind, .flipped = flipped };
  mark (crossing, at[0], 0);
  for (int k = 0; k < layout->digits; k++)
    {
      int element = madaf_ean_digit_element (kind, k) + extra;

      if (!is_about (at[element + 4] - at[element], 7 * module, DIGIT_TOLERANCE * module))
        return FALSE;
      mark (crossing, at[element], madaf_ean_digit_module (kind, k) + extra);
      if (k == layout->left - 1 && layout->left < layout->digits)
        {
          if (!is_about (at[element + 9] - at[element + 4], 5 * module, DIGIT_TOLERANCE * module)
              || !elements_are_thin (at + element + 4, 5, module))
            return FALSE;
          mark (crossing, at[element + 4], madaf_ean_digit_module (kind, k) + 7);
        }
    }
  mark (crossing, at[last - end], layout->modules - end);
  mark (crossing, at[last], layout->modules);
  return TRUE;
}

static void
take (MadafEanFinder *self, const MadafEanCrossing *crossing, const MadafLine *line, int index)
{
  /* The last ones first: lines come in order. */
  for (guint i = self->n; i > 0; i--)
    {
      MadafEanSighting *sighting = &self->sightings[i - 1];

      if (madaf_ean_sighting_takes (sighting, crossing, index))
        {
          madaf_ean_sighting_add (sighting, crossing, line, index);
          return;
        }
      /* Another threshold found the same on this line. */
      if (sighting->last_line == index && sighting->kind == crossing->kind
          && fabsf (sighting->first - crossing->at[0]) < crossing->at[1] - crossing->at[0])
        return;
    }
  if (self->n < MAX_SIGHTINGS)
    madaf_ean_sighting_init (&self->sightings[self->n++], crossing, line, index);
}

/* The white beside a run of edges, in pixels; what the border of the picture cuts off is taken for white. */
static float
quiet_beside (const MadafEdges *edges, int first, int last)
{
  float before = first > 0 ? edges->at[first] - edges->at[first - 1] : G_MAXFLOAT;
  float behind = last + 1 < edges->n ? edges->at[last + 1] - edges->at[last] : G_MAXFLOAT;

  return MIN (before, behind);
}

void
madaf_ean_finder_add (MadafEanFinder *self, const MadafLine *line, const MadafEdges *edges, int index)
{
  for (int kind = 0; kind < MADAF_EAN_N_KINDS; kind++)
    {
      const MadafEanLayout *layout = madaf_ean_layout (kind);
      float per_module = 1.0f / layout->modules;

      for (int first = edges->falls_first ? 0 : 1, last = first + layout->edges - 1; last < edges->n;
           first += 2, last += 2)
        {
          float module = (edges->at[last] - edges->at[first]) * per_module;
          float quiet = quiet_beside (edges, first, last);

          /* Nearly all runs of edges have none beside them, and need not be looked at. */
          if (module < MIN_MODULE || quiet < MIN_QUIET * module)
            continue;
          for (int flipped = 0; flipped <= (kind == MADAF_EAN_UPC_E); flipped++)
            {
              MadafEanCrossing crossing;

              if (!cross (edges->at + first, kind, flipped, &crossing))
                continue;
              crossing.quiet = quiet / module;
              take (self, &crossing, line, index);
            }
        }
    }
}

static gboolean
read_sighting (const MadafEanSighting *sighting, MadafEanFit *best)
{
  gboolean turnable = sighting->kind != MADAF_EAN_UPC_E;

  best->error = G_MAXFLOAT;
  for (int turned = 0; turned <= turnable; turned++)
    {
      float brightness[MADAF_EAN_MAX_PROFILE];
      MadafEanFit fit;

      madaf_ean_sighting_profile (sighting, turned, brightness);
      if (madaf_ean_fit (sighting->kind, brightness, &fit) && fit.error < best->error)
        *best = fit;
    }
  return best->error < G_MAXFLOAT && madaf_ean_fit_is_clear (best);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return (*(MadafEanSighting *const *)b)->lines - (*(MadafEanSighting *const *)a)->lines;
}

static gboolean
is_worth_reading (const MadafEanSighting *sighting)
{
  if (sighting->kind == MADAF_EAN_13)
    return sighting->lines >= MIN_LINES_LONG;
  return sighting->quiet >= MIN_QUIET_SHORT && sighting->lines >= MIN_LINES_SHORT;
}

void
madaf_ean_finder_end (MadafEanFinder *self, MadafEanFound found, gpointer user_data)
{
  g_autoptr (GPtrArray) worth = g_ptr_array_new ();

  for (guint i = 0; i < self->n; i++)
    {
      MadafEanSighting *sighting = &self->sightings[i];

      if (is_worth_reading (sighting))
        g_ptr_array_add (worth, sighting);
    }
  g_ptr_array_sort (worth, compare_lines);
  for (guint i = 0; i < MIN (worth->len, MAX_FITS); i++)
    {
      const MadafEanSighting *sighting = worth->pdata[i];
      MadafEanFit fit;

      if (read_sighting (sighting, &fit))
        found (&fit, sighting->lines, sighting->corners, user_data);
    }
}
