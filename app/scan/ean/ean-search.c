/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-search.h"

#include <string.h>

/*
 * For each digit at a place, and for each weighted sum modulo 10 of the digits so far, the two cheapest ways to get
 * there: place by place, and for each choice of sets that a first digit or a UPC-E's check digit makes.
 */

#define N_WAYS   2
#define TOO_MUCH 1e9f  /* more than any word costs */
#define NO_WAY   1e12f /* the same for one digit, so that no other makes up for it */
/* Only words are searched that are so much less like the print than the best one may be; if there are not two, more. */
#define FIRST_SLACK 0.015f
#define SLACK_STEP  4
#define LAST_SLACK  0.5f
/* Choices of sets: at most those of a UPC-E's lead and check digit. */
#define MAX_CHOICES 20
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
  /* What all digits behind one cost at least, whatever their sum, and what those up to it do: place, digit. */
  float ahead[MADAF_EAN_MAX_DIGITS][10];
  float behind[MADAF_EAN_MAX_DIGITS][10];
  Node nodes[MADAF_EAN_MAX_DIGITS][10][10]; /* place, digit, sum; what costs too much has none */
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
          float alike = madaf_ean_product (at, model->shapes[shape], MADAF_EAN_SHAPE);

          terms->costs[k][shape] = model->square[shape] - 2 * alike;
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

static int
samples_of (const Terms *terms)
{
  return terms->layout->modules * MADAF_EAN_SAMPLES;
}

static float
mean_square (const Terms *terms, float cost)
{
  return MAX (terms->rest + cost, 0) / samples_of (terms);
}

/* Offers each of @n shapes at @place what it costs behind @from. */
static void
offer_all (const Terms *terms, int place, int from, float so_far, float *costs, int first, int n)
{
  const float *pairs = place == terms->layout->left ? terms->model->across[from] : terms->model->beside[from];

  for (int shape = first; shape < first + n; shape++)
    {
      float cost = so_far + 2 * pairs[shape];

      costs[shape] = cost < costs[shape] ? cost : costs[shape];
    }
}

float
madaf_ean_search_error (const MadafEanModel *model, MadafEanKind kind, const float *darkness)
{
  float so_far[MADAF_EAN_N_SHAPES];
  float least = TOO_MUCH;
  Terms terms;

  terms_init (&terms, model, kind, darkness);
  memcpy (so_far, terms.costs[0], sizeof so_far);
  for (int place = 1; place < terms.layout->digits; place++)
    {
      gboolean right = place >= terms.layout->left;
      gboolean after_right = place > terms.layout->left && terms.layout->left < terms.layout->digits;
      int first = right ? 20 : 0;
      int n = right ? 10 : 20;
      float next[MADAF_EAN_N_SHAPES];

      for (int shape = first; shape < first + n; shape++)
        next[shape] = TOO_MUCH;
      for (int from = after_right ? 20 : 0; from < (after_right ? MADAF_EAN_N_SHAPES : 20); from++)
        offer_all (&terms, place, from, so_far[from], next, first, n);
      for (int shape = first; shape < first + n; shape++)
        so_far[shape] = next[shape] + terms.costs[place][shape];
    }
  for (int shape = terms.layout->left < terms.layout->digits ? 20 : 0;
       shape < (terms.layout->left < terms.layout->digits ? MADAF_EAN_N_SHAPES : 20); shape++)
    least = MIN (least, so_far[shape]);
  return mean_square (&terms, least);
}

static void
node_clear (Node *node)
{
  for (int way = 0; way < N_WAYS; way++)
    node->ways[way].cost = NO_WAY;
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

/* What @digit at @place costs beside @from before it. */
static inline float
step_cost (const Chain *chain, int place, int from, int digit)
{
  int shape = chain->first_shape[place] + digit;

  return chain->terms->costs[place][shape]
         + pair_cost (chain->terms, place, chain->first_shape[place - 1] + from, shape);
}

/* Fills in what is ahead of each digit. Returns: what the digits cost at least, whatever their sum */
static float
look_ahead (Chain *chain)
{
  int last = chain->terms->layout->digits - 1;
  float least = TOO_MUCH;

  for (int digit = 0; digit < 10; digit++)
    chain->ahead[last][digit] = chain->last_digit < 0 || digit == chain->last_digit ? 0 : NO_WAY;
  for (int place = last; place > 0; place--)
    for (int from = 0; from < 10; from++)
      {
        chain->ahead[place - 1][from] = NO_WAY;
        for (int digit = 0; digit < 10; digit++)
          chain->ahead[place - 1][from]
              = MIN (chain->ahead[place - 1][from], step_cost (chain, place, from, digit) + chain->ahead[place][digit]);
      }
  for (int digit = 0; digit < 10; digit++)
    least = MIN (least, chain->terms->costs[0][chain->first_shape[0] + digit] + chain->ahead[0][digit]);
  return least;
}

static void
clear_nodes (Chain *chain, int place, int digit)
{
  for (int sum = 0; sum < 10; sum++)
    node_clear (&chain->nodes[place][digit][sum]);
}

static void
begin (Chain *chain)
{
  for (int digit = 0; digit < 10; digit++)
    {
      int sum = (chain->first_sum + chain->weights[0] * digit) % 10;
      float cost = chain->terms->costs[0][chain->first_shape[0] + digit];

      clear_nodes (chain, 0, digit);
      chain->nodes[0][digit][sum].ways[0] = (Way){ .cost = cost };
      chain->behind[0][digit] = cost;
    }
}

/* Goes on from @from to @digit at @place, by all ways that come out at less than @limit. */
static void
take_step (Chain *chain, int place, int from, int digit, float limit)
{
  float cost = step_cost (chain, place, from, digit);
  int weight = chain->weights[place] * digit;

  for (int sum = 0; sum < 10; sum++)
    for (int way = 0; way < N_WAYS; way++)
      {
        float so_far = chain->nodes[place - 1][from][sum].ways[way].cost + cost;

        if (so_far + chain->ahead[place][digit] >= limit)
          break;
        node_offer (&chain->nodes[place][digit][(sum + weight) % 10], (Way){ so_far, from, sum, way });
      }
}

static void
take_digit (Chain *chain, int place, int digit, float limit)
{
  gboolean any = FALSE;

  chain->behind[place][digit] = NO_WAY;
  for (int from = 0; from < 10; from++)
    {
      float least = chain->behind[place - 1][from] + step_cost (chain, place, from, digit);

      if (least + chain->ahead[place][digit] >= limit)
        continue;
      if (!any)
        clear_nodes (chain, place, digit);
      any = TRUE;
      chain->behind[place][digit] = MIN (chain->behind[place][digit], least);
      take_step (chain, place, from, digit, limit);
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
    for (int way = 0; chain->behind[last][digit] < NO_WAY && way < N_WAYS; way++)
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

typedef struct
{
  int lead;
  int check;
  float bound; /* what the digits cost at least, whatever their sum */
} Choice;

static void
choose_sets (Chain *chain, int lead, int check)
{
  const MadafEanLayout *layout = chain->terms->layout;
  guint parity = madaf_ean_parity (chain->terms->kind, lead, check);

  for (int place = 0; place < layout->digits; place++)
    chain->first_shape[place] = madaf_ean_shape (
        0, place < layout->left ? (parity >> (layout->left - 1 - place)) & 1 : 0, place >= layout->left);
}

/* Returns: how many there are */
static int
list_choices (Chain *chain, Choice choices[MAX_CHOICES])
{
  MadafEanKind kind = chain->terms->kind;
  int n = 0;

  chain->last_digit = -1;
  for (int lead = 0; lead < (kind == MADAF_EAN_13 ? 10 : kind == MADAF_EAN_UPC_E ? 2 : 1); lead++)
    for (int check = 0; check < (kind == MADAF_EAN_UPC_E ? 10 : 1); check++)
      {
        choose_sets (chain, lead, check);
        choices[n++] = (Choice){ lead, check, look_ahead (chain) };
      }
  return n;
}

static void
run (Chain *chain, const Choice *choice, float limit, MadafEanLikelihood *best)
{
  const MadafEanLayout *layout = chain->terms->layout;

  limit = MIN (limit, best->second);
  if (look_ahead (chain) >= limit)
    return;
  begin (chain);
  for (int place = 1; place < layout->digits; place++)
    for (int digit = 0; digit < 10; digit++)
      take_digit (chain, place, digit, limit);
  take_end (chain, choice->lead, choice->check, best);
}

static void
run_long (Chain *chain, const Choice *choice, float limit, MadafEanLikelihood *best)
{
  for (int place = 0; place < MADAF_EAN_MAX_DIGITS; place++)
    chain->weights[place] = place % 2 == 0 ? 3 : 1;
  chain->first_sum = choice->lead;
  chain->last_sum = 0;
  run (chain, choice, limit, best);
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
run_upc_e (Chain *chain, const Choice *choice, float limit, MadafEanLikelihood *best)
{
  chain->first_sum = 3 * choice->lead;
  chain->last_sum = (10 - choice->check) % 10;
  for (chain->last_digit = 0; chain->last_digit < 10; chain->last_digit++)
    {
      const guint8 *weights = upc_e_weights[CLAMP (chain->last_digit - 2, 0, 3)];

      for (int place = 0; place < 6; place++)
        chain->weights[place] = weights[place];
      run (chain, choice, limit, best);
    }
}

void
madaf_ean_search (const MadafEanModel *model, MadafEanKind kind, const float *darkness, MadafEanLikelihood *found)
{
  Choice choices[MAX_CHOICES];
  Terms terms;
  Chain chain = { .terms = &terms };
  float unchecked = TOO_MUCH;
  float limit = 0;
  int n;

  terms_init (&terms, model, kind, darkness);
  n = list_choices (&chain, choices);
  for (int i = 0; i < n; i++)
    unchecked = MIN (unchecked, choices[i].bound);
  found->second = TOO_MUCH;
  for (float slack = FIRST_SLACK; found->second >= limit && limit < TOO_MUCH; slack *= SLACK_STEP)
    {
      limit = slack > LAST_SLACK ? TOO_MUCH : unchecked + slack * samples_of (&terms);
      *found = (MadafEanLikelihood){ .word = { .kind = kind }, .error = TOO_MUCH, .second = TOO_MUCH };
      for (int i = 0; i < n; i++)
        if (choices[i].bound < MIN (limit, found->second))
          {
            choose_sets (&chain, choices[i].lead, choices[i].check);
            (kind == MADAF_EAN_UPC_E ? run_upc_e : run_long) (&chain, &choices[i], limit, found);
          }
    }
  found->error = mean_square (&terms, found->error);
  found->second = mean_square (&terms, found->second);
  found->unchecked = mean_square (&terms, unchecked);
}
