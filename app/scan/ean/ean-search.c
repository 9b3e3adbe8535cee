/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-search.h"

#include <string.h>

/*
 * For each digit at a place, and for each weighted sum modulo 10 of the digits so far, the two cheapest ways to get
 * there: place by place, and for each choice of sets that a first digit or a UPC-E's check digit makes.
 */

#define N_WAYS   2
#define TOO_MUCH 1e9f
/* Beyond the symbol there is paper, and whatever else: only so much of it is compared. In modules. */
#define COMPARED_BESIDE 2

typedef struct
{
  float cost;
  guint8 from_digit;
  guint8 from_sum;
  guint8 from_way;
} Way;

/* The cheaper one first. */
typedef struct
{
  Way ways[N_WAYS];
} Node;

/* What each digit costs at its place, and what it costs beside the one before. */
typedef struct
{
  const MadafEanModel *model;
  MadafEanKind kind;
  const MadafEanLayout *layout;
  float rest; /* what the guards alone leave unexplained */
  float costs[MADAF_EAN_MAX_DIGITS][MADAF_EAN_N_SHAPES];
} Terms;

/* One choice of sets and weights. */
typedef struct
{
  const Terms *terms;
  int first_shape[MADAF_EAN_MAX_DIGITS]; /* of the ten that each place may have */
  int weights[MADAF_EAN_MAX_DIGITS];
  int last_digit; /* the only one at the last place; -1: any */
  int first_sum;
  int last_sum;
  Node nodes[MADAF_EAN_MAX_DIGITS][10][10]; /* place, digit, sum */
} Chain;

static void
terms_init (Terms *terms, const MadafEanModel *model, MadafEanKind kind, const float *darkness)
{
  const MadafEanLayout *layout = madaf_ean_layout (kind);
  float guards[MADAF_EAN_MAX_PROFILE];
  float rest[MADAF_EAN_MAX_PROFILE] = { 0 };
  int last = madaf_ean_profile_at (layout->modules + COMPARED_BESIDE);

  *terms = (Terms){ .model = model, .kind = kind, .layout = layout };
  madaf_ean_model_guards (model, kind, guards);
  for (int i = madaf_ean_profile_at (-COMPARED_BESIDE); i < last; i++)
    {
      rest[i] = darkness[i] - guards[i];
      terms->rest += rest[i] * rest[i];
    }
  for (int k = 0; k < layout->digits; k++)
    {
      const float *at = rest + madaf_ean_profile_at (madaf_ean_digit_module (kind, k) - MADAF_EAN_REACH);
      gboolean right = k >= layout->left;

      for (int shape = right ? 20 : 0; shape < (right ? MADAF_EAN_N_SHAPES : 20); shape++)
        {
          const float *samples = model->shapes[shape];
          float sum = 0;

          for (int i = 0; i < MADAF_EAN_SHAPE; i++)
            sum += at[i] * samples[i];
          terms->costs[k][shape] = model->square[shape] - 2 * sum;
        }
    }
}

/* What two shapes cost beside each other, of which the right one is at @place. */
static inline float
pair_cost (const Terms *terms, int place, int left, int right)
{
  if (place == terms->layout->left)
    return 2 * terms->model->across[left][right];
  return 2 * terms->model->beside[left][right];
}

static float
mean_square (const Terms *terms, float cost)
{
  return MAX (terms->rest + cost, 0) / (terms->layout->modules * MADAF_EAN_SAMPLES);
}

float
madaf_ean_search_error (const MadafEanModel *model, MadafEanKind kind, const float *darkness)
{
  float so_far[MADAF_EAN_N_SHAPES] = { 0 };
  float least = TOO_MUCH;
  Terms terms;

  terms_init (&terms, model, kind, darkness);
  for (int place = 0; place < terms.layout->digits; place++)
    {
      gboolean right = place >= terms.layout->left;
      gboolean after_right = place > terms.layout->left && terms.layout->left < terms.layout->digits;
      float next[MADAF_EAN_N_SHAPES];

      least = TOO_MUCH;
      for (int shape = right ? 20 : 0; shape < (right ? MADAF_EAN_N_SHAPES : 20); shape++)
        {
          float best = place == 0 ? 0 : TOO_MUCH;

          for (int from = after_right ? 20 : 0; place > 0 && from < (after_right ? MADAF_EAN_N_SHAPES : 20); from++)
            best = MIN (best, so_far[from] + pair_cost (&terms, place, from, shape));
          next[shape] = best + terms.costs[place][shape];
          least = MIN (least, next[shape]);
        }
      memcpy (so_far, next, sizeof next);
    }
  return mean_square (&terms, least);
}

static void
node_clear (Node *node)
{
  for (int way = 0; way < N_WAYS; way++)
    node->ways[way].cost = TOO_MUCH;
}

static inline void
node_offer (Node *node, Way way)
{
  if (way.cost < node->ways[0].cost)
    {
      node->ways[1] = node->ways[0];
      node->ways[0] = way;
    }
  else if (way.cost < node->ways[1].cost)
    node->ways[1] = way;
}

/* What the digits cost at least, whatever their sum: a choice of sets that cannot win is not searched. */
static float
lower_bound (const Chain *chain)
{
  const Terms *terms = chain->terms;
  float so_far[10] = { 0 };
  float least = TOO_MUCH;

  for (int place = 0; place < terms->layout->digits; place++)
    {
      float next[10];

      least = TOO_MUCH;
      for (int digit = 0; digit < 10; digit++)
        {
          int shape = chain->first_shape[place] + digit;
          float best = place == 0 ? 0 : TOO_MUCH;

          for (int from = 0; place > 0 && from < 10; from++)
            best = MIN (best, so_far[from] + pair_cost (terms, place, chain->first_shape[place - 1] + from, shape));
          next[digit] = best + terms->costs[place][shape];
          least = MIN (least, next[digit]);
        }
      memcpy (so_far, next, sizeof next);
    }
  return least;
}

static void
begin (Chain *chain)
{
  for (int digit = 0; digit < 10; digit++)
    {
      int sum = (chain->first_sum + chain->weights[0] * digit) % 10;

      for (int i = 0; i < 10; i++)
        node_clear (&chain->nodes[0][digit][i]);
      chain->nodes[0][digit][sum].ways[0] = (Way){ .cost = chain->terms->costs[0][chain->first_shape[0] + digit] };
    }
}

static void
take_digit (Chain *chain, int place, int digit)
{
  int shape = chain->first_shape[place] + digit;

  for (int from = 0; from < 10; from++)
    {
      float cost = chain->terms->costs[place][shape]
                   + pair_cost (chain->terms, place, chain->first_shape[place - 1] + from, shape);

      for (int sum = 0; sum < 10; sum++)
        for (int way = 0; way < N_WAYS; way++)
          {
            float so_far = chain->nodes[place - 1][from][sum].ways[way].cost;

            if (so_far < TOO_MUCH)
              node_offer (&chain->nodes[place][digit][(sum + chain->weights[place] * digit) % 10],
                          (Way){ so_far + cost, from, sum, way });
          }
    }
}

static void
take_place (Chain *chain, int place)
{
  gboolean fixed = place == chain->terms->layout->digits - 1 && chain->last_digit >= 0;

  for (int digit = 0; digit < 10; digit++)
    {
      for (int sum = 0; sum < 10; sum++)
        node_clear (&chain->nodes[place][digit][sum]);
      if (!fixed || digit == chain->last_digit)
        take_digit (chain, place, digit);
    }
}

static void
trace_back (const Chain *chain, int digit, int way, guint8 *digits)
{
  int sum = chain->last_sum;

  for (int place = chain->terms->layout->digits - 1; place >= 0; place--)
    {
      const Way *at = &chain->nodes[place][digit][sum].ways[way];

      digits[place] = digit;
      digit = at->from_digit;
      sum = at->from_sum;
      way = at->from_way;
    }
}

static void
take_end (const Chain *chain, int lead, int check, MadafEanLikelihood *best)
{
  int last = chain->terms->layout->digits - 1;

  for (int digit = 0; digit < 10; digit++)
    for (int way = 0; way < N_WAYS; way++)
      {
        float cost = chain->nodes[last][digit][chain->last_sum].ways[way].cost;

        if (cost < best->error)
          {
            best->second = best->error;
            best->error = cost;
            best->word.lead = lead;
            best->word.check = check;
            trace_back (chain, digit, way, best->word.digits);
          }
        else
          best->second = MIN (best->second, cost);
      }
}

static void
run (Chain *chain, int lead, int check, MadafEanLikelihood *best)
{
  const MadafEanLayout *layout = chain->terms->layout;
  guint parity = madaf_ean_parity (chain->terms->kind, lead, check);
  float bound;

  for (int place = 0; place < layout->digits; place++)
    chain->first_shape[place] = madaf_ean_shape (
        0, place < layout->left ? (parity >> (layout->left - 1 - place)) & 1 : 0, place >= layout->left);
  bound = lower_bound (chain);
  best->unchecked = MIN (best->unchecked, bound);
  if (bound >= best->second)
    return;
  begin (chain);
  for (int place = 1; place < layout->digits; place++)
    take_place (chain, place);
  take_end (chain, lead, check, best);
}

/*
 * A UPC-E leaves out zeros of a UPC-A, and the last digit says which (GS1 General Specifications, 5.2.2.4.2): so it
 * says also which weight each digit has in the check digit.
 */
static const guint8 upc_e_weights[4][6] = {
  { 1, 3, 3, 1, 3, 1 }, /* last digit 0, 1, 2: N a b L 0 0 0 0 c d e */
  { 1, 3, 1, 1, 3, 0 }, /* 3: N a b c 0 0 0 0 0 d e */
  { 1, 3, 1, 3, 3, 0 }, /* 4: N a b c d 0 0 0 0 0 e */
  { 1, 3, 1, 3, 1, 3 }, /* 5…9: N a b c d e 0 0 0 0 L */
};

static void
search_upc_e (Chain *chain, MadafEanLikelihood *best)
{
  for (int lead = 0; lead < 2; lead++)
    for (int check = 0; check < 10; check++)
      for (chain->last_digit = 0; chain->last_digit < 10; chain->last_digit++)
        {
          const guint8 *weights = upc_e_weights[CLAMP (chain->last_digit - 2, 0, 3)];

          for (int place = 0; place < 6; place++)
            chain->weights[place] = weights[place];
          chain->first_sum = 3 * lead;
          chain->last_sum = (10 - check) % 10;
          run (chain, lead, check, best);
        }
}

void
madaf_ean_search (const MadafEanModel *model, MadafEanKind kind, const float *darkness, MadafEanLikelihood *found)
{
  Terms terms;
  Chain chain = { .terms = &terms, .last_digit = -1 };

  *found
      = (MadafEanLikelihood){ .word = { .kind = kind }, .error = TOO_MUCH, .second = TOO_MUCH, .unchecked = TOO_MUCH };
  terms_init (&terms, model, kind, darkness);
  for (int place = 0; place < MADAF_EAN_MAX_DIGITS; place++)
    chain.weights[place] = place % 2 == 0 ? 3 : 1;
  switch (kind)
    {
    case MADAF_EAN_13:
      for (int lead = 0; lead < 10; lead++)
        {
          chain.first_sum = lead;
          run (&chain, lead, 0, found);
        }
      break;
    case MADAF_EAN_8:
      run (&chain, 0, 0, found);
      break;
    case MADAF_EAN_UPC_E:
      search_upc_e (&chain, found);
      break;
    }
  found->error = mean_square (&terms, found->error);
  found->second = mean_square (&terms, found->second);
  found->unchecked = mean_square (&terms, found->unchecked);
}
