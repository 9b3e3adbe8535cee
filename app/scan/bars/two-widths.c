/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/two-widths.h"

/* Tells a character by the nearest of its patterns. */

#define MAX_ELEMENTS 9
/* Mean squares of what the elements of a character may be off, and those of the whole symbol; and how much farther the
 * next pattern must be. */
#define MAX_CHARACTER_ERROR 0.10f
#define MAX_MEAN_ERROR      0.05f
#define MIN_LEAD            0.4f
/* By the standards 2 to 3; print is less exact. What one character shows is less exact than the whole. */
#define MIN_RATIO       1.8f
#define MAX_RATIO       3.4f
#define MIN_RATIO_START 1.5f
#define MAX_RATIO_START 4.0f
/* What a character adds to what those before it said. */
#define FOLLOW 0.25f

static gboolean
is_wide (guint16 pattern, const MadafTwoWidthsSet *set, int i)
{
  return pattern >> (set->elements - 1 - i) & 1;
}

/* The mean widths of the narrow and the wide elements of each colour; 0 where there is none. */
static void
measure (const MadafStrip *strip, int first, const MadafTwoWidthsSet *set, guint16 pattern, float means[2][2])
{
  int counts[2][2] = { { 0 } };

  means[0][0] = means[0][1] = means[1][0] = means[1][1] = 0;
  for (int i = 0; i < set->elements; i++)
    {
      gboolean wide = is_wide (pattern, set, i);
      gboolean dark = madaf_strip_is_dark (strip, first + i * set->step);

      means[wide][dark] += madaf_strip_width (strip, first + i * set->step);
      counts[wide][dark]++;
    }
  for (int wide = 0; wide < 2; wide++)
    for (int dark = 0; dark < 2; dark++)
      means[wide][dark] /= (float)MAX (counts[wide][dark], 1);
}

static float
error_of (const float *shares, const MadafTwoWidthsSet *set, guint16 pattern)
{
  float error = 0;

  for (int i = 0; i < set->elements; i++)
    {
      float off = shares[i] - (is_wide (pattern, set, i) ? 1.0f : 0.0f);

      error += off * off;
    }
  return error;
}

gboolean
madaf_two_widths_learn (
    MadafTwoWidths *self, const MadafStrip *strip, int first, const MadafTwoWidthsSet *set, guint16 pattern)
{
  float shares[MAX_ELEMENTS];
  float means[2][2];
  float ratio;

  measure (strip, first, set, pattern, means);
  ratio = (means[1][0] + means[1][1]) / (means[0][0] + means[0][1]);
  if (ratio < MIN_RATIO_START || ratio > MAX_RATIO_START || means[1][0] <= means[0][0] || means[1][1] <= means[0][1])
    return FALSE;
  *self = (MadafTwoWidths){ .narrow = { means[0][0], means[0][1] }, .wide = { means[1][0], means[1][1] } };
  for (int i = 0; i < set->elements; i++)
    shares[i] = madaf_two_widths_share (self, strip, first + i * set->step);
  return error_of (shares, set, pattern) < MAX_CHARACTER_ERROR * (float)set->elements;
}

static void
follow (MadafTwoWidths *self, const MadafStrip *strip, int first, const MadafTwoWidthsSet *set, guint16 pattern)
{
  float means[2][2];

  measure (strip, first, set, pattern, means);
  for (int dark = 0; dark < 2; dark++)
    {
      if (means[0][dark] > 0)
        self->narrow[dark] += (means[0][dark] - self->narrow[dark]) * FOLLOW;
      if (means[1][dark] > 0)
        self->wide[dark] += (means[1][dark] - self->wide[dark]) * FOLLOW;
    }
  for (int i = 0; i < set->elements; i++)
    {
      gboolean wide = is_wide (pattern, set, i);

      self->sums[wide] += madaf_strip_width (strip, first + i * set->step);
      self->counts[wide]++;
    }
}

int
madaf_two_widths_read (MadafTwoWidths *self, const MadafStrip *strip, int first, const MadafTwoWidthsSet *set)
{
  float shares[MAX_ELEMENTS];
  float least = G_MAXFLOAT;
  float second = G_MAXFLOAT;
  int best = -1;

  for (int i = 0; i < set->elements; i++)
    shares[i] = madaf_two_widths_share (self, strip, first + i * set->step);
  for (int k = 0; k < set->n_patterns; k++)
    {
      float error = error_of (shares, set, set->patterns[k]);

      second = MIN (second, MAX (error, least));
      if (error < least)
        best = k;
      least = MIN (least, error);
    }
  if (least > MAX_CHARACTER_ERROR * (float)set->elements || second - least < MIN_LEAD)
    return -1;
  follow (self, strip, first, set, set->patterns[best]);
  self->error += least;
  self->elements += set->elements;
  /* The two have not grown into one. */
  return self->wide[0] > self->narrow[0] && self->wide[1] > self->narrow[1] ? best : -1;
}

gboolean
madaf_two_widths_are_right (const MadafTwoWidths *self)
{
  float ratio;

  if (self->counts[0] == 0 || self->counts[1] == 0)
    return FALSE;
  ratio = self->sums[1] / (float)self->counts[1] / (self->sums[0] / (float)self->counts[0]);
  return ratio > MIN_RATIO && ratio < MAX_RATIO && self->error < MAX_MEAN_ERROR * (float)self->elements;
}
