/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-model.h"

#include <math.h>
#include <string.h>

/* Adds up the edges of bars, each blurred. */

#define STEP_SAMPLES G_N_ELEMENTS (((MadafEanModel *)NULL)->steps[0])

/* Which way the spread of the ink moves an edge. */
typedef enum
{
  STAYS,
  TO_THE_LEFT,
  TO_THE_RIGHT,
} Shift;

int
madaf_ean_profile_length (MadafEanKind kind)
{
  return (madaf_ean_layout (kind)->modules + 2 * MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES;
}

int
madaf_ean_profile_at (int module)
{
  return (module + MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES;
}

void
madaf_ean_model_init (MadafEanModel *model, float spread, float blur)
{
  const float shifts[] = { [STAYS] = 0, [TO_THE_LEFT] = -spread, [TO_THE_RIGHT] = spread };

  model->spread = spread;
  model->blur = blur;
  for (guint k = 0; k < G_N_ELEMENTS (shifts); k++)
    for (guint i = 0; i < STEP_SAMPLES; i++)
      {
        float module = (i + 0.5f) / MADAF_EAN_SAMPLES - MADAF_EAN_REACH;

        model->steps[k][i] = 0.5f + 0.5f * erff ((module - shifts[k]) / (blur * (float)G_SQRT2));
      }
}

/* Adds an edge at @module to @n samples that begin at module 0: to ink if @sign is 1, to paper if it is -1. */
static void
add_edge (const MadafEanModel *model, int module, Shift shift, float sign, float *samples, int n)
{
  const float *step = model->steps[shift];
  int offset = (MADAF_EAN_REACH - module) * MADAF_EAN_SAMPLES;
  int first = CLAMP (-offset, 0, n);
  int last = CLAMP ((int)STEP_SAMPLES - offset, 0, n);

  for (int i = first; i < last; i++)
    samples[i] += sign * step[i + offset];
  for (int i = last; i < n; i++)
    samples[i] += sign;
}

/* In the left half bars end where they should, in the right half they begin there: those edges separate digits. */
static Shift
shift_of (gboolean right_half, gboolean bar_begins)
{
  if (right_half)
    return bar_begins ? STAYS : TO_THE_RIGHT;
  return bar_begins ? TO_THE_LEFT : STAYS;
}

static void
add_neighbour_edge (
    const MadafEanModel *model, int at, int direction, int width, gboolean right_half, float sign, float *samples)
{
  Shift shift = shift_of (right_half, sign > 0);

  if (width != MADAF_EAN_UNKNOWN)
    add_edge (model, at + direction * width, shift, sign, samples, MADAF_EAN_DIGIT_SAMPLES);
  else
    /* Most elements are of one or two modules. */
    for (int guess = 1; guess <= 2; guess++)
      add_edge (model, at + direction * guess, shift, sign / 2, samples, MADAF_EAN_DIGIT_SAMPLES);
}

void
madaf_ean_model_digit (const MadafEanModel *model,
                       int digit,
                       MadafEanSet set,
                       gboolean right_half,
                       int before,
                       int behind,
                       float samples[MADAF_EAN_DIGIT_SAMPLES])
{
  int widths[4];
  int module = 0;
  /* The right half begins with a bar: the element before that is a space, and the one before it a bar. */
  float sign = right_half ? -1 : 1;

  madaf_ean_digit_widths (digit, set, widths);
  for (int i = 0; i < MADAF_EAN_DIGIT_SAMPLES; i++)
    samples[i] = right_half ? 1 : 0;
  add_neighbour_edge (model, 0, -1, before, right_half, sign, samples);
  for (int i = 0; i <= 4; i++)
    {
      sign = -sign;
      add_edge (model, module, shift_of (right_half, sign > 0), sign, samples, MADAF_EAN_DIGIT_SAMPLES);
      module += i < 4 ? widths[i] : 0;
    }
  add_neighbour_edge (model, 7, 1, behind, right_half, -sign, samples);
}

/* The widths of all elements, from the first bar to the last. Returns how many. */
static int
word_widths (const MadafEanWord *word, int *all)
{
  const MadafEanLayout *layout = madaf_ean_layout (word->kind);
  int n = layout->edges - 1;

  for (int i = 0; i < n; i++)
    all[i] = 1;
  for (int k = 0; k < layout->digits; k++)
    madaf_ean_digit_widths (word->digits[k], madaf_ean_word_set (word, k),
                            all + madaf_ean_digit_element (word->kind, k));
  return n;
}

void
madaf_ean_model_word (const MadafEanModel *model, const MadafEanWord *word, float *samples)
{
  const MadafEanLayout *layout = madaf_ean_layout (word->kind);
  int widths[MADAF_EAN_MAX_EDGES];
  int n = word_widths (word, widths);
  int length = madaf_ean_profile_length (word->kind);
  int module = MADAF_EAN_MARGIN;
  /* The halves meet in the middle of the guard between them. */
  int middle = word->kind == MADAF_EAN_UPC_E ? n + 1 : madaf_ean_digit_element (word->kind, layout->left) - 2;

  memset (samples, 0, length * sizeof *samples);
  for (int i = 0; i <= n; i++)
    {
      gboolean bar_begins = i % 2 == 0;

      add_edge (model, module, shift_of (i >= middle, bar_begins), bar_begins ? 1 : -1, samples, length);
      module += i < n ? widths[i] : 0;
    }
}
