/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-search.h"

/*
 * The least and the second least cost of all digits whose weighted sum is 0 modulo 10, place by place: for each sum so
 * far the two cheapest ways to it.
 */

#define N_WAYS   2
#define TOO_MUCH 1e9f

typedef struct
{
  float cost;
  guint8 digit;
  guint8 from_sum;
  guint8 from_way;
} Way;

/* The ways to a sum after a number of places, the cheaper one first. */
typedef struct
{
  Way ways[N_WAYS];
} Node;

typedef struct
{
  MadafEanKind kind;
  const float (*costs)[2][10];
  int weights[MADAF_EAN_MAX_DIGITS];
  guint parity;
  int last; /* the only digit that the last place may have; -1: any */
  int first_sum;
  int last_sum;
  Node nodes[MADAF_EAN_MAX_DIGITS + 1][10];
} Search;

typedef struct
{
  MadafEanWord word;
  float cost;
  float second;
} Best;

static void
node_clear (Node *node)
{
  for (int way = 0; way < N_WAYS; way++)
    node->ways[way].cost = TOO_MUCH;
}

static void
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

static const float *
place_costs (const Search *s, int place)
{
  int left = madaf_ean_layout (s->kind)->left;

  return s->costs[place][place < left ? (s->parity >> (left - 1 - place)) & 1 : 0];
}

/* What the digits cost at least, whatever the sum: a word that cannot win is not looked for. */
static float
lower_bound (const Search *s)
{
  float sum = 0;

  for (int place = 0; place < madaf_ean_layout (s->kind)->digits; place++)
    {
      const float *costs = place_costs (s, place);
      float least = costs[0];

      for (int digit = 1; digit < 10; digit++)
        least = MIN (least, costs[digit]);
      sum += least;
    }
  return sum;
}

static void
take_place (Search *s, int place, int first, int last)
{
  const float *costs = place_costs (s, place);

  for (int sum = 0; sum < 10; sum++)
    node_clear (&s->nodes[place + 1][sum]);
  for (int sum = 0; sum < 10; sum++)
    for (int way = 0; way < N_WAYS; way++)
      {
        float so_far = s->nodes[place][sum].ways[way].cost;

        for (int digit = first; so_far < TOO_MUCH && digit <= last; digit++)
          node_offer (&s->nodes[place + 1][(sum + s->weights[place] * digit) % 10],
                      (Way){ so_far + costs[digit], digit, sum, way });
      }
}

static void
trace_back (const Search *s, int way, guint8 *digits)
{
  int sum = s->last_sum;

  for (int place = madaf_ean_layout (s->kind)->digits; place > 0; place--)
    {
      const Way *at = &s->nodes[place][sum].ways[way];

      digits[place - 1] = at->digit;
      sum = at->from_sum;
      way = at->from_way;
    }
}

static void
run (Search *s, int lead, int check, Best *best)
{
  int digits = madaf_ean_layout (s->kind)->digits;

  s->parity = madaf_ean_parity (s->kind, lead, check);
  if (lower_bound (s) >= best->second)
    return;
  for (int sum = 0; sum < 10; sum++)
    node_clear (&s->nodes[0][sum]);
  s->nodes[0][s->first_sum].ways[0].cost = 0;
  for (int place = 0; place < digits; place++)
    if (place == digits - 1 && s->last >= 0)
      take_place (s, place, s->last, s->last);
    else
      take_place (s, place, 0, 9);
  for (int way = 0; way < N_WAYS; way++)
    {
      float cost = s->nodes[digits][s->last_sum].ways[way].cost;

      if (cost < best->cost)
        {
          best->second = best->cost;
          best->cost = cost;
          best->word.lead = lead;
          best->word.check = check;
          trace_back (s, way, best->word.digits);
        }
      else
        best->second = MIN (best->second, cost);
    }
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
search_upc_e (Search *s, Best *best)
{
  for (s->last = 0; s->last < 10; s->last++)
    {
      const guint8 *weights = upc_e_weights[CLAMP (s->last - 2, 0, 3)];

      for (int place = 0; place < 6; place++)
        s->weights[place] = weights[place];
      for (int lead = 0; lead < 2; lead++)
        for (int check = 0; check < 10; check++)
          {
            s->first_sum = 3 * lead;
            s->last_sum = (10 - check) % 10;
            run (s, lead, check, best);
          }
    }
}

void
madaf_ean_search (MadafEanKind kind, const MadafEanCosts costs, MadafEanWord *word, float *cost, float *second)
{
  Search s = { .kind = kind, .costs = costs, .last = -1 };
  Best best = { .word = { .kind = kind }, .cost = TOO_MUCH, .second = TOO_MUCH };

  for (int place = 0; place < MADAF_EAN_MAX_DIGITS; place++)
    s.weights[place] = place % 2 == 0 ? 3 : 1;
  switch (kind)
    {
    case MADAF_EAN_13:
      for (s.first_sum = 0; s.first_sum < 10; s.first_sum++)
        run (&s, s.first_sum, 0, &best);
      break;
    case MADAF_EAN_8:
      run (&s, 0, 0, &best);
      break;
    case MADAF_EAN_UPC_E:
      search_upc_e (&s, &best);
      break;
    }
  *word = best.word;
  *cost = best.cost;
  *second = best.second;
}
