/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"
#include "place.h"

/*
 * Fifty buyers want the last ten of a thing, in several branches at once, over 64 connections, and every one of them
 * asks twice under the same key, as a kiosk does whose answer got lost; and one answer in three does get lost: its
 * connection is gone before it comes, and the same is asked on another. The real server, its real database.
 */

#define BUYERS      50
#define UNITS       10
#define PILES       8
#define CONNECTIONS 64
#define TRIES       2
#define LOSE_EVERY  3

typedef struct
{
  GPtrArray *piles;
  char *token;
} Race;

/* Neighbouring requests are for different piles, so that all piles are contended at the same time; the second tries
 * follow the first of the same round closely. */
static char *
make_order (guint index, gpointer user_data)
{
  const Race *race = user_data;
  guint buyer = index / TRIES / PILES;
  guint pile = index % PILES;
  guint try_of = index / PILES % TRIES;
  g_autofree char *key = g_strdup_printf ("race-buyer-%08u-%u", buyer, pile);
  g_autofree char *json = madaf_place_order_json (g_ptr_array_index (race->piles, pile), "");

  g_assert_cmpuint (try_of, <, TRIES);
  return madaf_place_post_request ("/v1/orders", race->token, key, json);
}

/* One query that gives, for each pile that is not as it must be, a line. */
static void
check_books (MadafPlace *place, const Race *race)
{
  for (guint i = 0; i < race->piles->len; i++)
    {
      const MadafPile *pile = g_ptr_array_index (race->piles, i);
      g_autofree char *stock
          = g_strdup_printf ("SELECT on_hand * 1000 + reserved FROM stock WHERE variant_id = '%s' AND branch_id = '%s'",
                             pile->variant_id, pile->branch_id);
      g_autofree char *ordered
          = g_strdup_printf ("SELECT sum (l.quantity) FROM order_line l JOIN fulfilment f ON f.id = l.fulfilment_id"
                             " WHERE l.variant_id = '%s' AND f.branch_id = '%s'",
                             pile->variant_id, pile->branch_id);
      g_autofree char *ledger = g_strdup_printf ("SELECT sum (quantity) FROM movement WHERE kind = 'reserve'"
                                                 " AND variant_id = '%s' AND branch_id = '%s'",
                                                 pile->variant_id, pile->branch_id);

      g_assert_cmpint (madaf_place_number (place, stock), ==, UNITS * 1000 + UNITS);
      g_assert_cmpint (madaf_place_number (place, ordered), ==, UNITS);
      g_assert_cmpint (madaf_place_number (place, ledger), ==, UNITS);
    }
  /* And nothing else was sold, kept half, or told twice. */
  g_assert_cmpint (madaf_place_number (place, "SELECT count (*) FROM customer_order"), ==, PILES * UNITS);
  g_assert_cmpint (madaf_place_number (place, "SELECT count (*) FROM fulfilment"), ==, PILES * UNITS);
  g_assert_cmpint (madaf_place_number (place, "SELECT count (*) FROM order_line"), ==, PILES * UNITS);
  g_assert_cmpint (madaf_place_number (place, "SELECT sum (reserved) FROM stock"), ==, PILES * UNITS);
  g_assert_cmpint (madaf_place_number (place, "SELECT count (*) FROM event WHERE kind = 'stock'"), ==, PILES * UNITS);
  g_assert_cmpint (madaf_place_number (place, "SELECT count (DISTINCT collection_code) FROM fulfilment"), ==,
                   PILES * UNITS);
  g_assert_cmpint (madaf_place_number (place, "SELECT count (*) FROM idempotency"), ==, PILES * BUYERS);
}

/* Of a counter that stands alone in its line. */
static gint64
read_counter (MadafPlace *place, const char *name)
{
  g_autofree char *request = madaf_place_get_request ("/metrics", NULL);
  g_autofree char *answer = madaf_place_ask (place, request);
  g_autofree char *start = g_strdup_printf ("\n%s ", name);
  const char *line = strstr (answer, start);

  g_assert_nonnull (line);
  return g_ascii_strtoll (line + strlen (start), NULL, 10);
}

static guint
count_branches (const Race *race)
{
  g_autoptr (GHashTable) branches = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < race->piles->len; i++)
    g_hash_table_add (branches, ((MadafPile *)g_ptr_array_index (race->piles, i))->branch_id);
  return g_hash_table_size (branches);
}

static void
test_race (void)
{
  g_autoptr (MadafPlace) place = madaf_place_new (40, 200, 12);
  Race race = { madaf_place_stock (place, PILES, UNITS), NULL };
  MadafLoad load = { .connections = CONNECTIONS, .requests = PILES * BUYERS * TRIES, .lose_every = LOSE_EVERY };
  MadafLoadResult result;

  g_assert_cmpuint (count_branches (&race), >=, 3);
  madaf_place_start (place);
  race.token = madaf_place_enrol (place, "b00000", "kiosk");
  load.port = madaf_place_get_port (place);
  load.server = madaf_place_get_process (place);
  result = madaf_load_run (&load, make_order, &race);
  /* More than the second tries alone: what got lost had been taken, and was known again. */
  g_assert_cmpint (read_counter (place, "madaf_idempotent_replays_total"), >, PILES * BUYERS * (TRIES - 1));
  madaf_place_stop (place);

  g_assert_cmpuint (result.failed, ==, 0);
  g_assert_cmpuint (result.answered, ==, PILES * UNITS * TRIES);
  g_assert_cmpuint (result.refused, ==, PILES * (BUYERS - UNITS) * TRIES);
  check_books (place, &race);
  g_ptr_array_unref (race.piles);
  g_free (race.token);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("MADAF_BENCH_FOLDER");
  g_test_add_func ("/race/last-ten", test_race);
  return g_test_run ();
}
