/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-addon-fit.h"

#include <string.h>

/*
 * An add-on is a guard of two bars, then digits with a bar of one module between them, so that no digit meets another:
 * what each costs at its place is all there is to add up. Which of its digits are in set B says what they come to
 * modulo 4 or 10: the only thing that proves them.
 */

typedef struct
{
  int digits;
  int modules;
  int modulus;
  guint8 weights[MADAF_EAN_ADDON_MAX_DIGITS];
  guint8 parities[10]; /* by the weighted sum: bit digits - 1 - k is set if digit k is in set B */
} Layout;

static const Layout layouts[MADAF_EAN_ADDON_N_KINDS] = {
  [MADAF_EAN_ADDON_2] = { 2, 20, 4, { 10, 1 }, { 0x0, 0x1, 0x2, 0x3 } },
  [MADAF_EAN_ADDON_5]
  = { 5, 47, 10, { 3, 9, 3, 9, 3 }, { 0x18, 0x14, 0x12, 0x11, 0x0c, 0x06, 0x03, 0x0a, 0x09, 0x05 } },
};

#define FIRST_DIGIT 4 /* modules: the guard is 1011 */
#define DIGIT       7
#define SEPARATOR   2

#define N_WAYS   2
#define TOO_MUCH 1e9f
#define ROUNDS   3
/* Errors are differences of sums that are much larger. */
#define ROUNDING 1e-5f
/* So much of what is beside it is compared, in modules. */
#define COMPARED_BESIDE 2
/* Where the paper beside it is looked at, in modules from its ends: as near as blur allows. */
#define PAPER_BEFORE_FROM 4
#define PAPER_BEFORE_TO   2
#define PAPER_BEHIND_FROM 1.5f
#define PAPER_BEHIND_TO   2.5f
/* There are few digits to tell by, and no check digit: it must be very like, and nothing else nearly as like. */
#define MAX_ERROR 0.02f
#define MIN_RATIO 2.0f

typedef struct
{
  float cost;
  guint8 digits[MADAF_EAN_ADDON_MAX_DIGITS];
} Way;

/* The cheaper one first. */
typedef struct
{
  Way ways[N_WAYS];
} Node;

/* A profile, lit evenly. */
typedef struct
{
  const Layout *layout;
  int n;
  float darkness[MADAF_EAN_ADDON_MAX_PROFILE];
} Print;

/* What each digit costs at its place, for one model. */
typedef struct
{
  const Layout *layout;
  float rest; /* what the guard and the separators alone leave unexplained */
  float costs[MADAF_EAN_ADDON_MAX_DIGITS][20];
} Terms;

int
madaf_ean_addon_modules (MadafEanAddonKind kind)
{
  return layouts[kind].modules;
}

int
madaf_ean_addon_digits (MadafEanAddonKind kind)
{
  return layouts[kind].digits;
}

static int
digit_module (int digit)
{
  return FIRST_DIGIT + digit * (DIGIT + SEPARATOR);
}

static float
mean_between (const float *samples, float from, float to)
{
  int first = (int)((from + MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES);
  int last = (int)((to + MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES);
  float sum = 0;

  for (int i = first; i < last; i++)
    sum += samples[i];
  return sum / (last - first);
}

/* The paper is as bright as at both sides of it, and changes evenly between them; ink takes a part of that light. */
static void
print_init (Print *print, MadafEanAddonKind kind, const float *brightness)
{
  int modules = layouts[kind].modules;
  float before = mean_between (brightness, -PAPER_BEFORE_FROM, -PAPER_BEFORE_TO);
  float behind = mean_between (brightness, modules + PAPER_BEHIND_FROM, modules + PAPER_BEHIND_TO);
  float most = 0.05f;

  print->layout = &layouts[kind];
  print->n = (modules + 2 * MADAF_EAN_MARGIN) * MADAF_EAN_SAMPLES;
  for (int i = 0; i < print->n; i++)
    {
      float paper = MAX (before + (behind - before) * i / print->n, 1);

      print->darkness[i] = 1 - brightness[i] / paper;
      if (i >= madaf_ean_profile_at (0) && i < madaf_ean_profile_at (modules))
        most = MAX (most, print->darkness[i]);
    }
  for (int i = 0; i < print->n; i++)
    print->darkness[i] /= most;
}

static void
draw_bars (const Layout *layout, const MadafEanModel *model, float *samples, int n)
{
  memset (samples, 0, n * sizeof *samples);
  madaf_ean_model_add_bar (model, MADAF_EAN_MARGIN, 1, samples, n);
  madaf_ean_model_add_bar (model, MADAF_EAN_MARGIN + 2, 2, samples, n);
  for (int k = 1; k < layout->digits; k++)
    madaf_ean_model_add_bar (model, MADAF_EAN_MARGIN + digit_module (k) - 1, 1, samples, n);
}

static void
terms_init (Terms *terms, const Print *print, const MadafEanModel *model)
{
  float bars[MADAF_EAN_ADDON_MAX_PROFILE];
  float rest[MADAF_EAN_ADDON_MAX_PROFILE] = { 0 };

  *terms = (Terms){ .layout = print->layout };
  draw_bars (print->layout, model, bars, print->n);
  for (int i = madaf_ean_profile_at (-COMPARED_BESIDE);
       i < madaf_ean_profile_at (print->layout->modules + COMPARED_BESIDE); i++)
    {
      rest[i] = print->darkness[i] - bars[i];
      terms->rest += rest[i] * rest[i];
    }
  for (int k = 0; k < print->layout->digits; k++)
    {
      const float *at = rest + madaf_ean_profile_at (digit_module (k) - MADAF_EAN_REACH);

      for (int shape = 0; shape < 20; shape++)
        {
          float sum = 0;

          for (int i = 0; i < MADAF_EAN_SHAPE; i++)
            sum += at[i] * model->shapes[shape][i];
          terms->costs[k][shape] = model->square[shape] - 2 * sum;
        }
    }
}

static float
mean_square (const Terms *terms, float cost)
{
  return MAX (terms->rest + cost, 0) / (terms->layout->modules * MADAF_EAN_SAMPLES);
}

/* The cheapest digits in any sets. */
static float
lower_bound (const Terms *terms)
{
  float sum = 0;

  for (int k = 0; k < terms->layout->digits; k++)
    {
      float least = TOO_MUCH;

      for (int shape = 0; shape < 20; shape++)
        least = MIN (least, terms->costs[k][shape]);
      sum += least;
    }
  return sum;
}

static void
node_offer (Node *node, const Way *way)
{
  if (way->cost < node->ways[0].cost)
    {
      node->ways[1] = node->ways[0];
      node->ways[0] = *way;
    }
  else if (way->cost < node->ways[1].cost)
    node->ways[1] = *way;
}

static void
nodes_clear (Node nodes[10])
{
  for (int sum = 0; sum < 10; sum++)
    for (int way = 0; way < N_WAYS; way++)
      nodes[sum].ways[way].cost = TOO_MUCH;
}

/* From each sum of the digits before, with each digit at place @k, to the sum of all. */
static void
take_place (const Terms *terms, int k, int first_shape, const Node before[10], Node after[10])
{
  const Layout *layout = terms->layout;

  nodes_clear (after);
  for (int sum = 0; sum < layout->modulus; sum++)
    for (int way = 0; way < N_WAYS && before[sum].ways[way].cost < TOO_MUCH; way++)
      for (int digit = 0; digit < 10; digit++)
        {
          Way next = before[sum].ways[way];

          next.cost += terms->costs[k][first_shape + digit];
          next.digits[k] = (guint8)digit;
          node_offer (&after[(sum + layout->weights[k] * digit) % layout->modulus], &next);
        }
}

static void
search (const Terms *terms, MadafEanAddonFit *fit)
{
  const Layout *layout = terms->layout;
  Node best = { { { .cost = TOO_MUCH }, { .cost = TOO_MUCH } } };

  for (int sum = 0; sum < layout->modulus; sum++)
    {
      Node nodes[MADAF_EAN_ADDON_MAX_DIGITS + 1][10];

      nodes_clear (nodes[0]);
      nodes[0][0].ways[0] = (Way){ .cost = 0 };
      for (int k = 0; k < layout->digits; k++)
        {
          gboolean in_b = (layout->parities[sum] >> (layout->digits - 1 - k)) & 1;

          take_place (terms, k, in_b ? 10 : 0, nodes[k], nodes[k + 1]);
        }
      for (int way = 0; way < N_WAYS; way++)
        node_offer (&best, &nodes[layout->digits][sum].ways[way]);
    }
  memcpy (fit->digits, best.ways[0].digits, sizeof fit->digits);
  fit->error = mean_square (terms, best.ways[0].cost);
  fit->second = mean_square (terms, best.ways[1].cost);
  fit->unchecked = mean_square (terms, lower_bound (terms));
}

static void
draw (const Layout *layout, const MadafEanModel *model, const guint8 *digits, guint parity, float *samples, int n)
{
  draw_bars (layout, model, samples, n);
  for (int k = 0; k < layout->digits; k++)
    {
      gboolean in_b = (parity >> (layout->digits - 1 - k)) & 1;
      const float *shape = model->shapes[digits[k] + (in_b ? 10 : 0)];
      float *at = samples + madaf_ean_profile_at (digit_module (k) - MADAF_EAN_REACH);

      for (int i = 0; i < MADAF_EAN_SHAPE; i++)
        at[i] += shape[i];
    }
}

static guint
parity_of (const Layout *layout, const guint8 *digits)
{
  int sum = 0;

  for (int k = 0; k < layout->digits; k++)
    sum += layout->weights[k] * digits[k];
  return layout->parities[sum % layout->modulus];
}

/* Makes the ink as dark as the digits found say that it should be. */
static void
adjust_ink (Print *print, const MadafEanModel *model, const MadafEanAddonFit *fit)
{
  float expected[MADAF_EAN_ADDON_MAX_PROFILE];
  float product = 0;
  float square = 1e-6f;

  draw (print->layout, model, fit->digits, parity_of (print->layout, fit->digits), expected, print->n);
  for (int i = madaf_ean_profile_at (0); i < madaf_ean_profile_at (print->layout->modules); i++)
    {
      product += expected[i] * print->darkness[i];
      square += print->darkness[i] * print->darkness[i];
    }
  for (int i = 0; i < print->n; i++)
    print->darkness[i] *= product / square;
}

void
madaf_ean_addon_fit (MadafEanAddonKind kind, const float *brightness, const MadafEanModel *model, MadafEanAddonFit *fit)
{
  Print print;
  Terms terms;

  *fit = (MadafEanAddonFit){ .kind = kind };
  print_init (&print, kind, brightness);
  for (int round = 0; round < ROUNDS; round++)
    {
      terms_init (&terms, &print, model);
      search (&terms, fit);
      adjust_ink (&print, model, fit);
    }
  terms_init (&terms, &print, model);
  search (&terms, fit);
}

void
madaf_ean_addon_refine (MadafEanAddonKind kind, const float *brightness, MadafEanModel *model)
{
  static const float spreads[] = { -0.2f, -0.1f, 0, 0.1f, 0.2f };
  static const float blurs[] = { 0.7f, 0.84f, 1, 1.2f };
  float spread = model->spread;
  float blur = model->blur;
  float least = G_MAXFLOAT;
  MadafEanModel tried;

  for (guint i = 0; i < G_N_ELEMENTS (spreads); i++)
    for (guint k = 0; k < G_N_ELEMENTS (blurs); k++)
      {
        MadafEanAddonFit fit;

        madaf_ean_model_init (&tried, model->spread + spreads[i], MAX (model->blur * blurs[k], MADAF_EAN_MIN_BLUR));
        madaf_ean_addon_fit (kind, brightness, &tried, &fit);
        if (fit.error < least)
          {
            least = fit.error;
            spread = tried.spread;
            blur = tried.blur;
          }
      }
  madaf_ean_model_init (model, spread, blur);
}

gboolean
madaf_ean_addon_fit_is_clear (const MadafEanAddonFit *fit)
{
  return fit->error < MAX_ERROR && fit->unchecked >= fit->error - ROUNDING && fit->second > fit->error * MIN_RATIO;
}
