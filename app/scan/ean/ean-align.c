/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-align.h"

#include <math.h>
#include <string.h>

/* Goes down from the best of a few places by one number at a time, in ever smaller steps. */

typedef enum
{
  BEGIN, /* of the symbol, in modules from where it was thought to be */
  END,   /* the same */
  BOW,   /* by how much its middle is off */
  INK,   /* how dark the darkest place is */
  SPREAD,
  BLUR,
  N_UNKNOWNS,
} Unknown;

static const struct
{
  float least;
  float most;
  float step; /* the first one */
} ranges[N_UNKNOWNS] = {
  [BEGIN] = { -2.5f, 2.5f, 0.6f },  [END] = { -2.5f, 2.5f, 0.6f },
  [BOW] = { -3, 3, 0.6f },          [INK] = { 0.5f, 1.1f, 0.06f },
  [SPREAD] = { -0.4f, 0.4f, 0.1f }, [BLUR] = { MADAF_EAN_MIN_BLUR, MADAF_EAN_MAX_BLUR, 0.15f },
};

#define HALVINGS 4
#define ROUNDS   4

static const float first_shifts[] = { -1, 0, 1 };
static const float first_inks[] = { 0.75f, 0.95f };
static const float first_blurs[] = { 0.7f, 1.0f, 1.3f, 1.6f };

/* What is believed. Words that are not there fit too when the blur may be as wide as it likes. */
#define MAX_ERROR      0.004f
#define ROUNDING       1e-5f /* errors are differences of sums that are much larger */
#define MIN_RATIO      1.3f
#define MAX_CLEAR_BLUR 2.0f

/* Where the paper beside it is looked at, in modules from its ends. */
#define PAPER_FROM 2
#define PAPER_TO   5

typedef struct
{
  float values[N_UNKNOWNS];
} Guess;

typedef struct
{
  MadafEanKind kind;
  float contrast[MADAF_EAN_MAX_PROFILE]; /* to the paper, 1 where it is darkest */
  float darkness[MADAF_EAN_MAX_PROFILE]; /* of the last guess */
  MadafEanModel model;                   /* of the last guess */
} Search;

static float
mean_between (const float *samples, int first, int last)
{
  float sum = 0;

  for (int i = first; i < last; i++)
    sum += samples[i];
  return sum / (last - first);
}

/* The paper is as bright as what is beside the symbol, and changes evenly from side to side. */
static gboolean
find_contrast (Search *search, const float *brightness)
{
  int modules = madaf_ean_layout (search->kind)->modules;
  int n = madaf_ean_profile_length (search->kind);
  float left = mean_between (brightness, madaf_ean_profile_at (-PAPER_TO), madaf_ean_profile_at (-PAPER_FROM));
  float right = mean_between (brightness, madaf_ean_profile_at (modules + PAPER_FROM),
                              madaf_ean_profile_at (modules + PAPER_TO));
  float most = 0;

  for (int i = 0; i < n; i++)
    {
      search->contrast[i] = left + (right - left) * i / n - brightness[i];
      if (i >= madaf_ean_profile_at (0) && i < madaf_ean_profile_at (modules))
        most = MAX (most, search->contrast[i]);
    }
  if (most < 1)
    return FALSE;
  for (int i = 0; i < n; i++)
    search->contrast[i] /= most;
  return TRUE;
}

static void
place (Search *search, const Guess *guess)
{
  int modules = madaf_ean_layout (search->kind)->modules;
  int n = madaf_ean_profile_length (search->kind);

  for (int i = 0; i < n; i++)
    {
      float module = (i + 0.5f) / MADAF_EAN_SAMPLES - MADAF_EAN_MARGIN;
      float along = CLAMP (module / modules, 0, 1);
      float moved = module + guess->values[BEGIN] * (1 - along) + guess->values[END] * along
                    + guess->values[BOW] * 4 * along * (1 - along);
      float at = CLAMP ((moved + MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES - 0.5f, 0, n - 1.001f);
      int first = (int)at;

      search->darkness[i]
          = guess->values[INK]
            * (search->contrast[first] + (at - first) * (search->contrast[first + 1] - search->contrast[first]));
    }
}

static float
try_guess (Search *search, const Guess *guess)
{
  if (search->model.spread != guess->values[SPREAD] || search->model.blur != guess->values[BLUR])
    madaf_ean_model_init (&search->model, guess->values[SPREAD], guess->values[BLUR]);
  place (search, guess);
  return madaf_ean_search_error (&search->model, search->kind, search->darkness);
}

static Guess
first_guess (Search *search, float *least)
{
  Guess best = { { 0 } };

  *least = G_MAXFLOAT;
  for (guint b = 0; b < G_N_ELEMENTS (first_blurs); b++)
    for (guint i = 0; i < G_N_ELEMENTS (first_inks); i++)
      for (guint k = 0; k < G_N_ELEMENTS (first_shifts) * G_N_ELEMENTS (first_shifts); k++)
        {
          Guess guess = { { 0 } };
          float error;

          guess.values[BEGIN] = first_shifts[k % G_N_ELEMENTS (first_shifts)];
          guess.values[END] = first_shifts[k / G_N_ELEMENTS (first_shifts)];
          guess.values[INK] = first_inks[i];
          guess.values[BLUR] = first_blurs[b];
          error = try_guess (search, &guess);
          if (error < *least)
            {
              *least = error;
              best = guess;
            }
        }
  return best;
}

/* Moves each unknown by a step to either side, as long as that helps. */
static void
descend (Search *search, Guess *best, float *least, float scale)
{
  gboolean better = TRUE;

  for (int round = 0; better && round < ROUNDS; round++)
    {
      better = FALSE;
      for (int unknown = 0; unknown < N_UNKNOWNS; unknown++)
        for (int side = -1; side <= 1; side += 2)
          {
            Guess guess = *best;
            float error;

            guess.values[unknown] = CLAMP (guess.values[unknown] + side * scale * ranges[unknown].step,
                                           ranges[unknown].least, ranges[unknown].most);
            error = try_guess (search, &guess);
            if (error < *least)
              {
                *least = error;
                *best = guess;
                better = TRUE;
              }
          }
    }
}

/* Goes all the way from one end. Returns: FALSE if there is no ink */
static gboolean
fit_from_one_end (Search *search, const float *brightness, float *least)
{
  float scale = 1;
  Guess best;

  if (!find_contrast (search, brightness))
    return FALSE;
  best = first_guess (search, least);
  for (int i = 0; i < HALVINGS; i++, scale /= 2)
    descend (search, &best, least, scale);
  try_guess (search, &best);
  return TRUE;
}

gboolean
madaf_ean_fit_blurred (MadafEanKind kind, const float *brightness, MadafEanFit *fit)
{
  g_autofree Search *search = g_new0 (Search, 2);
  float turned[MADAF_EAN_MAX_PROFILE];
  float least[2];
  Search *better;

  memcpy (turned, brightness, madaf_ean_profile_length (kind) * sizeof *turned);
  madaf_ean_turn (kind, turned);
  search[0].kind = search[1].kind = kind;
  if (!fit_from_one_end (&search[0], brightness, &least[0]) || !fit_from_one_end (&search[1], turned, &least[1]))
    return FALSE;
  fit->turned = least[1] < least[0];
  better = &search[fit->turned];
  return madaf_ean_fit_darkness (kind, better->darkness, &better->model, fit);
}

gboolean
madaf_ean_fit_is_clear_blurred (const MadafEanFit *fit)
{
  const MadafEanLikelihood *found = &fit->likelihood;

  return found->error < MAX_ERROR && found->unchecked >= found->error - ROUNDING
         && found->second > found->error * MIN_RATIO && fit->blur < MAX_CLEAR_BLUR;
}
