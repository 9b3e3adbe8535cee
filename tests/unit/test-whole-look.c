/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/whole-look.h"

#include "model/random.h"

/* The search for all of a look, against one that tries everything and keeps everything. */

#define ROUNDS     4000
#define MAX_PLACES 12

typedef struct
{
  MadafLookStops stops;
  guint covered;
  double way;
} Try;

static double
way (const MadafLookPlace *places, int place)
{
  return place < 0 ? 0 : places[place].distance < 0 ? 1e9 : places[place].distance;
}

static Try
try_stops (const MadafLookPlace *places, int first, int second)
{
  MadafPieces pieces = places[first].pieces | (second >= 0 ? places[second].pieces : 0);

  return (Try){ { first, second }, (guint)__builtin_popcount (pieces), way (places, first) + way (places, second) };
}

/* Whether the one is better, when both have all or as much. */
static gboolean
is_better (const Try *one, const Try *other)
{
  if (one->covered != other->covered)
    return one->covered > other->covered;
  if ((one->stops.second < 0) != (other->stops.second < 0))
    return one->stops.second < 0;
  if (one->way != other->way)
    return one->way < other->way;
  return one->stops.first != other->stops.first ? one->stops.first < other->stops.first
                                                : one->stops.second < other->stops.second;
}

static int
compare_tries (gconstpointer a, gconstpointer b)
{
  return is_better (a, b) ? -1 : is_better (b, a);
}

static GArray *
try_all (const MadafLookPlace *places, int n_places)
{
  GArray *tries = g_array_new (FALSE, FALSE, sizeof (Try));

  for (int i = 0; i < n_places; i++)
    for (int j = i; j < n_places; j++)
      {
        Try one = try_stops (places, i, j == i ? -1 : j);

        g_array_append_val (tries, one);
      }
  g_array_sort (tries, compare_tries);
  return tries;
}

static void
assert_stops (const MadafLookStops *got, const Try *wanted, const char *what, int round)
{
  if (got->first == wanted->stops.first && got->second == wanted->stops.second)
    return;
  g_error ("round %d, %s: %d and %d, not %d and %d", round, what, got->first, got->second, wanted->stops.first,
           wanted->stops.second);
}

static gboolean
has_all (const MadafLookPlace *places, int place, guint n_pieces)
{
  return places[place].pieces == (1U << n_pieces) - 1;
}

static void
check (const MadafLookPlace *places, int n_places, guint n_pieces, int round)
{
  g_autoptr (GArray) tries = try_all (places, n_places);
  MadafWholeLook look;
  guint one = 0;
  guint two = 0;

  madaf_whole_look_solve (places, (guint)n_places, n_pieces, &look);
  for (guint i = 0; i < tries->len; i++)
    {
      const Try *best = &g_array_index (tries, Try, i);
      gboolean is_pair = best->stops.second >= 0;

      if (best->covered < n_pieces)
        break;
      if (!is_pair && one < MADAF_WHOLE_LOOK_MAX_ONE)
        assert_stops (&look.one[one++], best, "one stop", round);
      if (is_pair && two < MADAF_WHOLE_LOOK_MAX_TWO && !has_all (places, best->stops.first, n_pieces)
          && !has_all (places, best->stops.second, n_pieces))
        assert_stops (&look.two[two++], best, "two stops", round);
    }
  g_assert_cmpuint (look.n_one, ==, one);
  g_assert_cmpuint (look.n_two, ==, two);
  if (tries->len == 0 || g_array_index (tries, Try, 0).covered == 0)
    {
      g_assert_cmpint (look.most.first, ==, -1);
      g_assert_cmpuint (look.covered, ==, 0);
      return;
    }
  assert_stops (&look.most, &g_array_index (tries, Try, 0), "most", round);
  g_assert_cmpint (__builtin_popcount (look.covered), ==, (int)g_array_index (tries, Try, 0).covered);
}

/* Places sorted as they are handed in: distances grow, unknown ones last; some are equally far. */
static int
make_places (MadafRandom *random, MadafLookPlace *places, guint n_pieces)
{
  int n = (int)madaf_random_below (random, MAX_PLACES + 1);
  guint wealth = 1 + (guint)madaf_random_below (random, 5);
  double distance = 0;

  for (int i = 0; i < n; i++)
    {
      places[i].pieces = 0;
      for (guint j = 0; j < n_pieces; j++)
        if (madaf_random_below (random, 6) < wealth)
          places[i].pieces |= 1U << j;
      distance += (double)madaf_random_below (random, 3) * 500;
      places[i].distance = distance;
    }
  for (int i = n - (int)madaf_random_below (random, 3); i >= 0 && i < n; i++)
    places[i].distance = -1;
  return n;
}

static void
test_brute_force (void)
{
  guint64 seed = (guint32)g_test_rand_int ();
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (seed);

  g_test_message ("seed %" G_GUINT64_FORMAT, seed);
  for (int round = 0; round < ROUNDS; round++)
    {
      MadafLookPlace places[MAX_PLACES];
      guint n_pieces = 1 + (guint)madaf_random_below (random, MADAF_WHOLE_LOOK_MAX_PIECES);
      int n = make_places (random, places, n_pieces);

      check (places, n, n_pieces, round);
    }
}

static void
test_one_before_two (void)
{
  /* All of it far away is one stop; the two near ones are offered beside it. */
  const MadafLookPlace places[] = { { 0x1, 0 }, { 0x6, 1000 }, { 0x7, 90000 } };
  MadafWholeLook look;

  madaf_whole_look_solve (places, G_N_ELEMENTS (places), 3, &look);
  g_assert_cmpuint (look.n_one, ==, 1);
  g_assert_cmpint (look.one[0].first, ==, 2);
  g_assert_cmpuint (look.n_two, ==, 1);
  g_assert_cmpint (look.two[0].first, ==, 0);
  g_assert_cmpint (look.two[0].second, ==, 1);
}

static void
test_nowhere (void)
{
  const MadafLookPlace places[] = { { 0x1, 0 }, { 0x1, 10 }, { 0x2, 20 }, { 0x2, -1 } };
  MadafWholeLook look;

  /* A third piece that nobody has: the two that have most, and the nearest of such. */
  madaf_whole_look_solve (places, G_N_ELEMENTS (places), 3, &look);
  g_assert_cmpuint (look.n_one + look.n_two, ==, 0);
  g_assert_cmpint (look.most.first, ==, 0);
  g_assert_cmpint (look.most.second, ==, 2);
  g_assert_cmpuint (look.covered, ==, 0x3);
  madaf_whole_look_solve (NULL, 0, 10, &look);
  g_assert_cmpint (look.most.first, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/whole-look/brute-force", test_brute_force);
  g_test_add_func ("/whole-look/one-before-two", test_one_before_two);
  g_test_add_func ("/whole-look/nowhere", test_nowhere);
  return g_test_run ();
}
