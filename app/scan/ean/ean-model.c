/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-model.h"

#include <math.h>
#include <string.h>

/* Adds up the edges of bars, each blurred. */

#define STEP_SAMPLES ((int)G_N_ELEMENTS (((MadafEanModel *)NULL)->steps[0]))

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

/* Adds an edge at @module to @n samples that begin at module 0: to ink if @sign is 1, to paper if it is -1. */
static void
add_edge (const MadafEanModel *model, int module, Shift shift, float sign, float *samples, int n)
{
  const float *step = model->steps[shift];
  int offset = (MADAF_EAN_REACH - module) * MADAF_EAN_SAMPLES;
  int first = CLAMP (-offset, 0, n);
  int last = CLAMP (STEP_SAMPLES - offset, 0, n);

  for (int i = first; i < last; i++)
    samples[i] += sign * step[i + offset];
  for (int i = last; i < n; i++)
    samples[i] += sign;
}

/* In the left half bars end where they should, in the right half they begin there: those edges separate digits. */
static void
add_bar (const MadafEanModel *model, int module, int width, gboolean right_half, float *samples, int n)
{
  add_edge (model, module, right_half ? STAYS : TO_THE_LEFT, 1, samples, n);
  add_edge (model, module + width, right_half ? TO_THE_RIGHT : STAYS, -1, samples, n);
}

/* Adds a digit's two bars; in the left half a space comes first. */
static void
add_digit (
    const MadafEanModel *model, int module, int digit, MadafEanSet set, gboolean right_half, float *samples, int n)
{
  int widths[4];

  madaf_ean_digit_widths (digit, set, widths);
  for (int i = 0; i < 4; i++)
    {
      if ((i % 2 == 0) == right_half)
        add_bar (model, module, widths[i], right_half, samples, n);
      module += widths[i];
    }
}

static void
make_shape (MadafEanModel *model, int digit, MadafEanSet set, gboolean right_half)
{
  float *samples = model->shapes[madaf_ean_shape (digit, set, right_half)];

  memset (samples, 0, sizeof model->shapes[0]);
  add_digit (model, MADAF_EAN_REACH, digit, set, right_half, samples, MADAF_EAN_SHAPE);
}

/* What the right one of two shapes adds to the left one, so many modules apart. */
static float
meet (const MadafEanModel *model, int left, int right, int modules)
{
  int apart = modules * MADAF_EAN_SAMPLES;

  return madaf_ean_product (model->shapes[left] + apart, model->shapes[right], MADAF_EAN_SHAPE - apart);
}

static void
multiply_shapes (MadafEanModel *model)
{
  for (int i = 0; i < MADAF_EAN_N_SHAPES; i++)
    {
      gboolean left = i < 20;

      model->square[i] = madaf_ean_product (model->shapes[i], model->shapes[i], MADAF_EAN_SHAPE);
      for (int k = left ? 0 : 20; k < (left ? 20 : 30); k++)
        model->beside[i][k] = meet (model, i, k, 7);
      for (int k = 20; left && k < MADAF_EAN_N_SHAPES; k++)
        model->across[i][k] = meet (model, i, k, 12);
    }
}

void
madaf_ean_model_init_edges (MadafEanModel *model, float spread, float blur)
{
  const float shifts[] = { [STAYS] = 0, [TO_THE_LEFT] = -spread, [TO_THE_RIGHT] = spread };

  model->spread = spread;
  model->blur = blur;
  for (guint k = 0; k < G_N_ELEMENTS (shifts); k++)
    for (int i = 0; i < STEP_SAMPLES; i++)
      {
        float module = (i + 0.5f) / MADAF_EAN_SAMPLES - MADAF_EAN_REACH;

        model->steps[k][i] = 0.5f + 0.5f * erff ((module - shifts[k]) / (blur * (float)G_SQRT2));
      }
}

void
madaf_ean_model_init (MadafEanModel *model, float spread, float blur)
{
  madaf_ean_model_init_edges (model, spread, blur);
  for (int digit = 0; digit < 10; digit++)
    {
      make_shape (model, digit, MADAF_EAN_SET_A, FALSE);
      make_shape (model, digit, MADAF_EAN_SET_B, FALSE);
      make_shape (model, digit, MADAF_EAN_SET_A, TRUE);
    }
  multiply_shapes (model);
}

/* A guard's bars are one module wide and one module apart. */
static void
add_guard_bars (
    const MadafEanModel *model, MadafEanKind kind, int module, int bars, gboolean right_half, float *samples)
{
  for (int i = 0; i < bars; i++)
    add_bar (model, MADAF_EAN_MARGIN + module + 2 * i, 1, right_half, samples, madaf_ean_profile_length (kind));
}

void
madaf_ean_model_guards (const MadafEanModel *model, MadafEanKind kind, float *samples)
{
  const MadafEanLayout *layout = madaf_ean_layout (kind);
  int middle = madaf_ean_digit_module (kind, layout->left);

  memset (samples, 0, madaf_ean_profile_length (kind) * sizeof *samples);
  add_guard_bars (model, kind, 0, 2, FALSE, samples);
  if (kind == MADAF_EAN_UPC_E)
    {
      add_guard_bars (model, kind, middle + 1, 3, FALSE, samples);
      return;
    }
  add_guard_bars (model, kind, middle - 4, 1, FALSE, samples);
  add_guard_bars (model, kind, middle - 2, 1, TRUE, samples);
  add_guard_bars (model, kind, layout->modules - 3, 2, TRUE, samples);
}

void
madaf_ean_model_word (const MadafEanModel *model, const MadafEanWord *word, float *samples)
{
  const MadafEanLayout *layout = madaf_ean_layout (word->kind);

  madaf_ean_model_guards (model, word->kind, samples);
  for (int k = 0; k < layout->digits; k++)
    add_digit (model, MADAF_EAN_MARGIN + madaf_ean_digit_module (word->kind, k), word->digits[k],
               madaf_ean_word_set (word, k), k >= layout->left, samples, madaf_ean_profile_length (word->kind));
}

void
madaf_ean_model_add_bar (const MadafEanModel *model, int module, int width, float *samples, int n)
{
  add_bar (model, module, width, FALSE, samples, n);
}
