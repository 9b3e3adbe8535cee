/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-fit.h"

#include "scan/ean/ean-search.h"

#include <math.h>
#include <string.h>

/* Finds the word, the spread and the blur together: one after the other, each with what is known of the others. */

/* Any two digits have ink and paper: so within this many modules there are both. */
#define NEARBY 11
#define ROUNDS 3
/* What is no longer like any symbol. */
#define MAX_ERROR 0.03f
/* How much worse the next word must be. The short codes have fewer digits to tell by, and turn up within long ones.
 * Bars that are no code's are seldom as like one as this, and then hardly more like one word than like another: what is
 * not very like must be much clearer. */
#define LIKE_LONG              0.012f
#define MIN_RATIO_LONG         1.45f
#define MIN_RATIO_LONG_UNLIKE  1.65f
#define LIKE_SHORT             0.009f
#define MIN_RATIO_SHORT        2.4f
#define MIN_RATIO_SHORT_UNLIKE 2.8f
#define MIN_SECOND_SHORT       0.012f
#define MAX_SPREAD             0.7f
#define MIN_BLUR               0.2f

static const float coarse_spreads[] = { -0.4f, -0.2f, 0, 0.2f, 0.4f };
static const float coarse_blurs[] = { 0.3f, 0.5f, 0.75f, 1.0f };

/* Brightest (@sign 1) or darkest (@sign -1) within @reach, smoothed over the same. */
static void
envelope (const float *samples, int n, int reach, float sign, float *smooth)
{
  float extremes[MADAF_EAN_MAX_PROFILE];
  double sum = 0;
  int first = 0;
  int last = 0;

  for (int i = 0; i < n; i++)
    {
      extremes[i] = samples[i];
      for (int k = MAX (0, i - reach); k <= MIN (n - 1, i + reach); k++)
        if ((samples[k] - extremes[i]) * sign > 0)
          extremes[i] = samples[k];
    }
  for (int i = 0; i < n; i++)
    {
      while (last < MIN (n, i + reach + 1))
        sum += extremes[last++];
      while (first < i - reach)
        sum -= extremes[first++];
      smooth[i] = (float)(sum / (last - first));
    }
}

void
madaf_ean_normalise (MadafEanKind kind, const float *brightness, float *darkness)
{
  float paper[MADAF_EAN_MAX_PROFILE];
  float ink[MADAF_EAN_MAX_PROFILE];
  int n = madaf_ean_profile_length (kind);

  envelope (brightness, n, NEARBY * MADAF_EAN_SAMPLES, 1, paper);
  envelope (brightness, n, NEARBY * MADAF_EAN_SAMPLES, -1, ink);
  for (int i = 0; i < n; i++)
    darkness[i] = paper[i] - ink[i] > 1 ? (paper[i] - brightness[i]) / (paper[i] - ink[i]) : 0;
}

static float
difference (const float *one, const float *other, int n)
{
  float sum = 0;

  for (int i = 0; i < n; i++)
    sum += (one[i] - other[i]) * (one[i] - other[i]);
  return sum / n;
}

/* The widths of the elements beside digit @k, as far as they are known. */
static void
neighbours (MadafEanKind kind, int k, const MadafEanWord *known, int *before, int *behind)
{
  const MadafEanLayout *layout = madaf_ean_layout (kind);
  int widths[4];

  *before = k == 0 || k == layout->left ? 1 : MADAF_EAN_UNKNOWN;
  *behind = k == layout->digits - 1 || k == layout->left - 1 ? 1 : MADAF_EAN_UNKNOWN;
  if (known != NULL && *before == MADAF_EAN_UNKNOWN)
    {
      madaf_ean_digit_widths (known->digits[k - 1], madaf_ean_word_set (known, k - 1), widths);
      *before = widths[3];
    }
  if (known != NULL && *behind == MADAF_EAN_UNKNOWN)
    {
      madaf_ean_digit_widths (known->digits[k + 1], madaf_ean_word_set (known, k + 1), widths);
      *behind = widths[0];
    }
}

/* What each digit of each set would cost at each place. Returns what the best ones cost together. */
static float
find_costs (MadafEanKind kind,
            const float *darkness,
            const MadafEanModel *model,
            const MadafEanWord *known,
            MadafEanCosts costs)
{
  const MadafEanLayout *layout = madaf_ean_layout (kind);
  float sum = 0;

  for (int k = 0; k < layout->digits; k++)
    {
      const float *at = darkness + madaf_ean_profile_at (madaf_ean_digit_module (kind, k));
      gboolean right = k >= layout->left;
      float least = G_MAXFLOAT;
      int before;
      int behind;

      neighbours (kind, k, known, &before, &behind);
      for (int set = MADAF_EAN_SET_A; set <= (right ? MADAF_EAN_SET_A : MADAF_EAN_SET_B); set++)
        for (int digit = 0; digit < 10; digit++)
          {
            float samples[MADAF_EAN_DIGIT_SAMPLES];

            madaf_ean_model_digit (model, digit, set, right, before, behind, samples);
            costs[k][set][digit] = difference (at, samples, MADAF_EAN_DIGIT_SAMPLES);
            least = MIN (least, costs[k][set][digit]);
          }
      sum += least;
    }
  return sum;
}

/* The spread and the blur with which any digits are the most like it. */
static void
guess_model (MadafEanKind kind, const float *darkness, MadafEanModel *best)
{
  float least = G_MAXFLOAT;

  for (guint i = 0; i < G_N_ELEMENTS (coarse_blurs); i++)
    for (guint k = 0; k < G_N_ELEMENTS (coarse_spreads); k++)
      {
        MadafEanModel model;
        MadafEanCosts costs;
        float cost;

        madaf_ean_model_init (&model, coarse_spreads[k], coarse_blurs[i]);
        cost = find_costs (kind, darkness, &model, NULL, costs);
        if (cost < least)
          {
            least = cost;
            *best = model;
          }
      }
}

/* The spread and the blur near @model with which @word is the most like it. */
static void
refine_model (const MadafEanWord *word, const float *darkness, MadafEanModel *model)
{
  int from = madaf_ean_profile_at (0);
  int n = madaf_ean_layout (word->kind)->modules * MADAF_EAN_SAMPLES;
  MadafEanModel begin = *model;
  float least = G_MAXFLOAT;

  for (int i = -2; i <= 2; i++)
    for (int k = -2; k <= 2; k++)
      {
        float samples[MADAF_EAN_MAX_PROFILE];
        MadafEanModel tried;
        float error;

        madaf_ean_model_init (&tried, CLAMP (begin.spread + 0.1f * i, -MAX_SPREAD, MAX_SPREAD),
                              CLAMP (begin.blur * powf (1.2f, k), MIN_BLUR, MADAF_EAN_MAX_BLUR));
        madaf_ean_model_word (&tried, word, samples);
        error = difference (darkness + from, samples + from, n);
        if (error < least)
          {
            least = error;
            *model = tried;
          }
      }
}

/* How light falls on a symbol: paper and ink each change along it by a parabola. */
#define N_TERMS 6

static void
light_terms (float along, float expected, double terms[N_TERMS])
{
  terms[0] = 1;
  terms[1] = along;
  terms[2] = along * along;
  for (int i = 0; i < 3; i++)
    terms[3 + i] = terms[i] * expected;
}

/* Gauss–Jordan with pivots, of a small system whose right side is the last column. */
static void
solve (double a[N_TERMS][N_TERMS + 1], double solution[N_TERMS])
{
  for (int c = 0; c < N_TERMS; c++)
    {
      int pivot = c;

      for (int r = c + 1; r < N_TERMS; r++)
        if (fabs (a[r][c]) > fabs (a[pivot][c]))
          pivot = r;
      for (int k = 0; k <= N_TERMS; k++)
        {
          double kept = a[c][k];

          a[c][k] = a[pivot][k];
          a[pivot][k] = kept;
        }
      for (int r = 0; r < N_TERMS; r++)
        if (r != c)
          for (int k = N_TERMS; k >= c; k--)
            a[r][k] -= a[r][c] / a[c][c] * a[c][k];
    }
  for (int r = 0; r < N_TERMS; r++)
    solution[r] = a[r][N_TERMS] / a[r][r];
}

/* Takes out of @darkness how unevenly light falls, given what it should be. FALSE if ink would be paper somewhere. */
static gboolean
relight (MadafEanKind kind, const float *expected, float *darkness)
{
  int from = madaf_ean_profile_at (0);
  int to = madaf_ean_profile_at (madaf_ean_layout (kind)->modules);
  double a[N_TERMS][N_TERMS + 1] = { { 0 } };
  double light[N_TERMS];
  double terms[N_TERMS];

  for (int i = from; i < to; i++)
    {
      light_terms (2.0f * (i - from) / (to - from) - 1, expected[i], terms);
      for (int r = 0; r < N_TERMS; r++)
        {
          for (int c = 0; c < N_TERMS; c++)
            a[r][c] += terms[r] * terms[c];
          a[r][N_TERMS] += terms[r] * darkness[i];
        }
    }
  /* A little stiffness, so that a profile without any ink has a solution. */
  for (int r = 0; r < N_TERMS; r++)
    a[r][r] += 1e-6;
  solve (a, light);
  for (int i = 0; i < madaf_ean_profile_length (kind); i++)
    {
      float along = CLAMP (2.0f * (i - from) / (to - from) - 1, -1, 1);
      double paper = light[0] + along * (light[1] + along * light[2]);
      double contrast = light[3] + along * (light[4] + along * light[5]);

      if (contrast < 0.2)
        return FALSE;
      darkness[i] = (float)((darkness[i] - paper) / contrast);
    }
  return TRUE;
}

gboolean
madaf_ean_fit_darkness (MadafEanKind kind, float *darkness, MadafEanModel *model, MadafEanFit *fit)
{
  int digits = madaf_ean_layout (kind)->digits;
  MadafEanCosts costs;
  float unchecked = find_costs (kind, darkness, model, NULL, costs);

  madaf_ean_search (kind, costs, &fit->word, &fit->error, &fit->second);
  for (int round = 0; round < ROUNDS; round++)
    {
      float expected[MADAF_EAN_MAX_PROFILE];
      MadafEanWord known;

      refine_model (&fit->word, darkness, model);
      madaf_ean_model_word (model, &fit->word, expected);
      if (!relight (kind, expected, darkness))
        return FALSE;
      known = fit->word;
      unchecked = find_costs (kind, darkness, model, &known, costs);
      madaf_ean_search (kind, costs, &fit->word, &fit->error, &fit->second);
    }
  fit->error /= digits;
  fit->second /= digits;
  fit->unchecked = unchecked / digits;
  fit->spread = model->spread;
  fit->blur = model->blur;
  return TRUE;
}

gboolean
madaf_ean_fit (MadafEanKind kind, const float *brightness, MadafEanFit *fit)
{
  float darkness[MADAF_EAN_MAX_PROFILE];
  MadafEanModel model;

  madaf_ean_normalise (kind, brightness, darkness);
  guess_model (kind, darkness, &model);
  return madaf_ean_fit_darkness (kind, darkness, &model, fit);
}

gboolean
madaf_ean_fit_is_clear (const MadafEanFit *fit)
{
  if (fit->error > MAX_ERROR || fit->unchecked < fit->error * 0.999f)
    return FALSE;
  if (fit->word.kind == MADAF_EAN_13)
    return fit->second > fit->error * (fit->error > LIKE_LONG ? MIN_RATIO_LONG_UNLIKE : MIN_RATIO_LONG);
  return fit->second > fit->error * (fit->error > LIKE_SHORT ? MIN_RATIO_SHORT_UNLIKE : MIN_RATIO_SHORT)
         && fit->second > MIN_SECOND_SHORT;
}
