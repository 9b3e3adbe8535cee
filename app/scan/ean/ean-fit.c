/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-fit.h"

#include <math.h>
#include <string.h>

/* Finds the word, the spread and the blur together: one after the other, each with what is known of the others. */

/* Any two digits have ink and paper: so within this many modules there are both. */
#define NEARBY 11
#define ROUNDS 3
/* Errors are differences of sums that are much larger. */
#define ROUNDING 1e-5f
/* What is no longer like any symbol. */
#define MAX_ERROR 0.045f
/* How much worse the next word must be. The short codes have fewer digits to tell by, and turn up within long ones.
 * Bars that are no code's are seldom as like one as this, and then hardly more like one word than like another: what is
 * not very like must be much clearer. */
#define LIKE_LONG              0.012f
#define MIN_RATIO_LONG         1.35f
#define MIN_RATIO_LONG_UNLIKE  1.65f
#define LIKE_SHORT             0.009f
#define MIN_RATIO_SHORT        2.1f
#define MIN_RATIO_SHORT_UNLIKE 2.4f
#define MIN_SECOND_SHORT       0.012f
/* The left half of an EAN-13 is a UPC-E, with four modules of paper beside it and then bars. */
#define QUIET_MODULES    6
#define MAX_BESIDE_SHORT 0.35f
#define MAX_SPREAD       0.7f

static const float coarse_spreads[] = { -0.4f, -0.2f, 0, 0.2f, 0.4f };
static const float coarse_blurs[] = { 0.3f, 0.5f, 0.75f, 1.0f };

#define N_SPREADS ((int)G_N_ELEMENTS (coarse_spreads))
#define N_BLURS   ((int)G_N_ELEMENTS (coarse_blurs))

struct _MadafEanPrints
{
  MadafEanModel models[N_BLURS * N_SPREADS];
};

MadafEanPrints *
madaf_ean_prints_new (void)
{
  MadafEanPrints *prints = g_new (MadafEanPrints, 1);

  for (int i = 0; i < N_BLURS; i++)
    for (int k = 0; k < N_SPREADS; k++)
      madaf_ean_model_init (&prints->models[i * N_SPREADS + k], coarse_spreads[k], coarse_blurs[i]);
  return prints;
}

void
madaf_ean_prints_free (MadafEanPrints *prints)
{
  g_free (prints);
}

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

/* Brightness to darkness, by the brightest and the darkest nearby. */
static void
normalise (MadafEanKind kind, const float *brightness, float *darkness)
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

/* The print with which any digits are the most like it. */
static const MadafEanModel *
guess_model (const MadafEanPrints *prints, MadafEanKind kind, const float *darkness, float *least)
{
  const MadafEanModel *best = NULL;

  *least = G_MAXFLOAT;
  for (guint i = 0; i < G_N_ELEMENTS (prints->models); i++)
    {
      float error = madaf_ean_search_error (&prints->models[i], kind, darkness);

      if (error < *least)
        {
          *least = error;
          best = &prints->models[i];
        }
    }
  return best;
}

/* The spread and the blur near @model with which @word is the most like it. */
static void
refine_model (const MadafEanWord *word, const float *darkness, MadafEanModel *model)
{
  int from = madaf_ean_profile_at (0);
  int n = madaf_ean_layout (word->kind)->modules * MADAF_EAN_SAMPLES;
  float spread = model->spread;
  float blur = model->blur;
  float least = G_MAXFLOAT;
  MadafEanModel tried;

  for (int i = -2; i <= 2; i++)
    for (int k = -2; k <= 2; k++)
      {
        float samples[MADAF_EAN_MAX_PROFILE];
        float error;

        madaf_ean_model_init_edges (&tried, CLAMP (model->spread + 0.1f * i, -MAX_SPREAD, MAX_SPREAD),
                                    CLAMP (model->blur * powf (1.2f, k), MADAF_EAN_MIN_BLUR, MADAF_EAN_MAX_BLUR));
        madaf_ean_model_word (&tried, word, samples);
        error = difference (darkness + from, samples + from, n);
        if (error < least)
          {
            least = error;
            spread = tried.spread;
            blur = tried.blur;
          }
      }
  madaf_ean_model_init (model, spread, blur);
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

/* Ink beside the symbol, where the standard wants five modules of paper at least; the first one is blurred. */
static float
darkest_beside (MadafEanKind kind, const float *darkness)
{
  int modules = madaf_ean_layout (kind)->modules;
  float darkest = 0;

  for (int i = 1; i < QUIET_MODULES; i++)
    {
      float before = 0;
      float behind = 0;

      for (int k = 0; k < MADAF_EAN_SAMPLES; k++)
        {
          before += darkness[madaf_ean_profile_at (-1 - i) + k] / MADAF_EAN_SAMPLES;
          behind += darkness[madaf_ean_profile_at (modules + i) + k] / MADAF_EAN_SAMPLES;
        }
      darkest = MAX (darkest, MAX (before, behind));
    }
  return darkest;
}

gboolean
madaf_ean_fit_darkness (MadafEanKind kind, float *darkness, MadafEanModel *model, MadafEanFit *fit)
{
  madaf_ean_search (model, kind, darkness, &fit->likelihood);
  for (int round = 0; round < ROUNDS; round++)
    {
      float expected[MADAF_EAN_MAX_PROFILE];

      refine_model (&fit->likelihood.word, darkness, model);
      madaf_ean_model_word (model, &fit->likelihood.word, expected);
      if (!relight (kind, expected, darkness))
        return FALSE;
      madaf_ean_search (model, kind, darkness, &fit->likelihood);
    }
  fit->spread = model->spread;
  fit->blur = model->blur;
  fit->beside = darkest_beside (kind, darkness);
  return TRUE;
}

void
madaf_ean_turn (MadafEanKind kind, float *samples)
{
  int n = madaf_ean_profile_length (kind);

  for (int i = 0; i < n / 2; i++)
    {
      float kept = samples[i];

      samples[i] = samples[n - 1 - i];
      samples[n - 1 - i] = kept;
    }
}

gboolean
madaf_ean_fit (const MadafEanPrints *prints, MadafEanKind kind, const float *brightness, MadafEanFit *fit)
{
  float darkness[MADAF_EAN_MAX_PROFILE];
  float turned[MADAF_EAN_MAX_PROFILE];
  const MadafEanModel *guess;
  MadafEanModel model;
  float error;

  normalise (kind, brightness, darkness);
  guess = guess_model (prints, kind, darkness, &error);
  fit->turned = FALSE;
  /* The guards of a UPC-E tell which end is which; the others are read from the end where they are more alike. */
  if (kind != MADAF_EAN_UPC_E)
    {
      const MadafEanModel *other;
      float other_error;

      memcpy (turned, darkness, sizeof turned);
      madaf_ean_turn (kind, turned);
      other = guess_model (prints, kind, turned, &other_error);
      if (other_error < error)
        {
          fit->turned = TRUE;
          guess = other;
          memcpy (darkness, turned, sizeof darkness);
        }
    }
  model = *guess;
  return madaf_ean_fit_darkness (kind, darkness, &model, fit);
}

gboolean
madaf_ean_fit_is_clear (const MadafEanFit *fit)
{
  const MadafEanLikelihood *found = &fit->likelihood;

  if (found->error > MAX_ERROR || found->unchecked < found->error - ROUNDING)
    return FALSE;
  if (found->word.kind == MADAF_EAN_13)
    return found->second > found->error * (found->error > LIKE_LONG ? MIN_RATIO_LONG_UNLIKE : MIN_RATIO_LONG);
  return found->second > found->error * (found->error > LIKE_SHORT ? MIN_RATIO_SHORT_UNLIKE : MIN_RATIO_SHORT)
         && found->second > MIN_SECOND_SHORT && fit->beside < MAX_BESIDE_SHORT;
}
