/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-finder.h"

#include "scan/ean/ean-align.h"

#include <math.h>

/* Looks for runs of edges whose guards and digits have the right widths. */

/* A frame of nothing but stripes must not take all memory, nor all time. */
#define MAX_SIGHTINGS 256
#define MAX_FITS      12
/* Each takes ten times as long. */
#define MAX_BLURRED_FITS 6
/* In modules. */
#define MIN_MODULE      0.7f /* pixels */
#define MIN_ELEMENT     0.25f
#define MAX_ELEMENT     2.2f
#define DIGIT_TOLERANCE 1.6f
#define GUARD_TOLERANCE 0.5f /* of the guard's width */
#define MIN_QUIET       3.0f
/* Of the module's change along the symbol, in modules. */
#define MAX_SLOPE 0.8f
/* One line is believed of nobody; fewer digits are found by chance sooner. No element within a symbol is wider than
 * four modules, and the left half of an EAN-13 is a UPC-E but for what is beside it: one line must see more white. */
#define MIN_LINES_LONG  2
#define MIN_LINES_SHORT 3
#define MIN_QUIET_SHORT 4.3f
#define ENOUGH_QUIET    12.0f

struct _MadafEanFinder
{
  MadafEanPrints *prints; /* (owned) */
  guint n;
  MadafEanSighting sightings[MAX_SIGHTINGS];
};

MadafEanFinder *
madaf_ean_finder_new (void)
{
  MadafEanFinder *self = g_new0 (MadafEanFinder, 1);

  self->prints = madaf_ean_prints_new ();
  return self;
}

void
madaf_ean_finder_free (MadafEanFinder *self)
{
  madaf_ean_prints_free (self->prints);
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

/* How the module grows along a symbol that is seen from the side: its first and last digits with the guards beside them
 * are as much wider or narrower than the mean. */
static float
slope_of (const float *at, const MadafEanLayout *layout, int begin, int end, float module)
{
  int last = layout->edges - 1;
  float left = (at[begin + 4] - at[0]) / (begin + 7);
  float right = (at[last] - at[last - end - 4]) / (end + 7);

  return CLAMP ((right - left) / module, -MAX_SLOPE, MAX_SLOPE);
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
  float slope;

  if (!elements_are_thin (at, begin, module) || !elements_are_thin (at + last - end, end, module)
      || !is_about (at[begin] - at[0], begin * module, begin * GUARD_TOLERANCE * module)
      || !is_about (at[last] - at[last - end], end * module, end * GUARD_TOLERANCE * module))
    return FALSE;

  *crossing = (MadafEanCrossing){ .kind = kind, .flipped = flipped };
  mark (crossing, at[0], 0);
  slope = slope_of (at, layout, begin, end, module);
  for (int k = 0; k < layout->digits; k++)
    {
      int element = madaf_ean_digit_element (kind, k) + extra;
      int first = madaf_ean_digit_module (kind, k) + extra;
      float here = module * (1 + slope * ((first + 3.5f) / layout->modules - 0.5f));

      if (!is_about (at[element + 4] - at[element], 7 * here, DIGIT_TOLERANCE * here))
        return FALSE;
      mark (crossing, at[element], first);
      if (k == layout->left - 1 && layout->left < layout->digits)
        {
          if (!is_about (at[element + 9] - at[element + 4], 5 * module, DIGIT_TOLERANCE * module)
              || !elements_are_thin (at + element + 4, 5, module))
            return FALSE;
          mark (crossing, at[element + 4], first + 7);
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
      if (sighting->last_line == index && sighting->kind == crossing->kind && sighting->rough == crossing->rough
          && fabsf (sighting->first - crossing->at[0]) < crossing->at[1] - crossing->at[0]
          && (!crossing->rough
              || (fabsf (sighting->first - crossing->at[0]) < 1 && fabsf (sighting->last - crossing->at[1]) < 1)))
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

/* Blurred, bars of one module run together with their neighbours, so that edges are missing. */
#define MIN_BLURRED_EDGES  14
#define MAX_BLURRED_GAP    13.0f
#define MIN_BLURRED_QUIET  5.0f
#define MIN_BLURRED_MODULE 0.9f
#define MIN_BLURRED_LINES  4

void
madaf_ean_finder_add_blurred (MadafEanFinder *self, const MadafLine *line, const MadafEdges *edges, int index)
{
  const MadafEanLayout *layout = madaf_ean_layout (MADAF_EAN_13);

  for (int first = edges->falls_first ? 0 : 1; first < edges->n; first += 2)
    {
      float widest = 0;

      for (int last = first + 1; last < edges->n && last < first + layout->edges; last++)
        {
          float module = (edges->at[last] - edges->at[first]) / layout->modules;
          float quiet = quiet_beside (edges, first, last) / module;
          MadafEanCrossing crossing;

          widest = MAX (widest, edges->at[last] - edges->at[last - 1]);
          if ((last - first) % 2 == 0 || last - first + 1 < MIN_BLURRED_EDGES || module < MIN_BLURRED_MODULE
              || quiet < MIN_BLURRED_QUIET || widest > MAX_BLURRED_GAP * module)
            continue;
          crossing = (MadafEanCrossing){ .kind = MADAF_EAN_13, .rough = TRUE, .quiet = quiet };
          mark (&crossing, edges->at[first], 0);
          mark (&crossing, edges->at[last], layout->modules);
          take (self, &crossing, line, index);
        }
    }
}

static gboolean
read_sighting (MadafEanFinder *self, const MadafEanSighting *sighting, MadafEanFit *fit)
{
  float brightness[MADAF_EAN_MAX_PROFILE];

  madaf_ean_sighting_profile (sighting, brightness);
  if (sighting->rough)
    return madaf_ean_fit_blurred (sighting->kind, brightness, fit) && madaf_ean_fit_is_clear_blurred (fit);
  return madaf_ean_fit (self->prints, sighting->kind, brightness, fit) && madaf_ean_fit_is_clear (fit);
}

/* Many lines, and much white at both ends: the more promising is read first. */
static float
promise (const MadafEanSighting *sighting)
{
  return sighting->lines * MIN (sighting->quiet, ENOUGH_QUIET);
}

static int
compare_promise (gconstpointer a, gconstpointer b)
{
  float one = promise (*(MadafEanSighting *const *)a);
  float other = promise (*(MadafEanSighting *const *)b);

  return one > other ? -1 : one < other;
}

static gboolean
is_worth_reading (const MadafEanSighting *sighting)
{
  if (sighting->rough)
    return sighting->lines >= MIN_BLURRED_LINES;
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
  g_ptr_array_sort (worth, compare_promise);
  for (guint i = 0, effort = 0; i < worth->len && effort < MAX_FITS; i++)
    {
      const MadafEanSighting *sighting = worth->pdata[i];
      MadafEanFit fit;

      effort += sighting->rough ? MAX_FITS / MAX_BLURRED_FITS : 1;
      if (!read_sighting (self, sighting, &fit))
        continue;
      /* Its profile was turned already. */
      if (sighting->flipped)
        fit.turned = TRUE;
      found (&fit, sighting->lines, sighting->corners, user_data);
    }
}
