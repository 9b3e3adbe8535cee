/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "figures.h"
#include "load.h"
#include "place.h"
#include "wallets.h"

/*
 * What a central costs over HTTP: bench-central [products [variants [branches [requests [only]]]]], where only is
 * the beginning of what is measured. The shop is made by
 * madaf-central generate and kept where MADAF_BENCH_FOLDER says. Goals are those of a machine with two processors.
 */

#define ORDER_PILES 20000
#define MEMBERS     1000

typedef struct
{
  MadafPlace *place;
  char *token; /* of a kiosk */
  MadafWallets *wallets;
  GPtrArray *piles;
  GPtrArray *titles; /* to take words from */
  gint64 began_us;   /* with run, makes keys differ from those of another day in the same shop */
  guint run;
  guint requests;
  const char *only;
} Bench;

/* Neighbouring numbers far apart, always the same way. */
static guint
scatter (guint index)
{
  return (guint)(((guint64)index * 2654435761u) >> 8) & 0xffffff;
}

static const MadafPile *
pick_pile (const Bench *bench, guint index)
{
  return g_ptr_array_index (bench->piles, scatter (index) % bench->piles->len);
}

static char *
make_code (guint index, gpointer user_data)
{
  const Bench *bench = user_data;
  g_autofree char *target = g_strdup_printf ("/v1/codes/%s", pick_pile (bench, index)->gtin);

  return madaf_place_get_request (target, bench->token);
}

static char *
make_stock (guint index, gpointer user_data)
{
  const Bench *bench = user_data;
  g_autofree char *target = g_strdup_printf ("/v1/products/%s/stock", pick_pile (bench, index)->product_id);

  return madaf_place_get_request (target, bench->token);
}

static char *
make_search (const Bench *bench, const char *words)
{
  g_autofree char *escaped = g_uri_escape_string (words, NULL, FALSE);
  g_autofree char *target = g_strdup_printf ("/v1/products?q=%s", escaped);

  return madaf_place_get_request (target, bench->token);
}

/* A word of some title, in one of its languages. (transfer full) (nullable) */
static char *
pick_word (const Bench *bench, guint index)
{
  const char *title = g_ptr_array_index (bench->titles, scatter (index) % bench->titles->len);
  g_auto (GStrv) parts = g_strsplit_set (title, "{}\":, ", -1);
  guint n = g_strv_length (parts);

  for (guint i = 0; i < n; i++)
    {
      const char *part = parts[(scatter (index * 31 + 7) + i) % n];

      if (g_utf8_strlen (part, -1) > 3)
        return g_strdup (part);
    }
  return g_strdup ("linen");
}

/* Somebody typing: the first letter of a word, the first two, the first three. */
static char *
make_typing (guint index, gpointer user_data)
{
  const Bench *bench = user_data;
  g_autofree char *word = pick_word (bench, index / 3);
  g_autofree char *beginning = g_utf8_substring (word, 0, 1 + index % 3);

  return make_search (bench, beginning);
}

static char *
make_words (guint index, gpointer user_data)
{
  const Bench *bench = user_data;
  g_autofree char *first = pick_word (bench, index);
  g_autofree char *second = pick_word (bench, index + 40503);
  g_autofree char *words = index % 2 ? g_strdup (first) : g_strconcat (first, " ", second, NULL);

  return make_search (bench, words);
}

static char *
make_order_of (const Bench *bench, guint index, const char *token, const char *more)
{
  g_autofree char *key
      = g_strdup_printf ("%06x-%" G_GINT64_FORMAT "-%u-%u", scatter (index), bench->began_us, bench->run, index);
  g_autofree char *json = madaf_place_order_json (pick_pile (bench, index + bench->run * 7919), more);

  return madaf_place_post_request ("/v1/orders", token, key, json);
}

static char *
make_order (guint index, gpointer user_data)
{
  const Bench *bench = user_data;

  return make_order_of (bench, index, bench->token, "");
}

/* It earns points. */
static char *
make_member_order (guint index, gpointer user_data)
{
  const Bench *bench = user_data;

  return make_order_of (bench, index, madaf_wallets_get_token (bench->wallets, index), "");
}

/* A coupon and points take off its price, a gift card pays it. */
static char *
make_paid_order (guint index, gpointer user_data)
{
  const Bench *bench = user_data;
  g_autofree char *tender = madaf_wallets_tender_json (bench->wallets, index);

  return make_order_of (bench, index, madaf_wallets_get_token (bench->wallets, index), tender);
}

static MadafLoadResult
measure (Bench *bench, guint connections, guint requests, MadafLoadRequest request)
{
  MadafLoad load
      = { madaf_place_get_port (bench->place), madaf_place_get_process (bench->place), connections, requests };
  MadafLoadResult result = madaf_load_run (&load, request, bench);

  bench->run++;
  if (result.failed + result.refused > 0)
    g_error ("%u failed, %u refused", result.failed, result.refused);
  return result;
}

static MadafLoadResult
report_busy (Bench *bench, const char *what, MadafLoadRequest request, guint connections, guint requests)
{
  g_autofree char *rate = g_strdup_printf ("%s, %u connections", what, connections);
  g_autofree char *p99 = g_strdup_printf ("%s, p99, %u connections", what, connections);
  MadafLoadResult result = measure (bench, connections, requests, request);

  madaf_figure_at_least (rate, result.answered / result.seconds, 0, "/s");
  madaf_figure_at_most (p99, result.p99_ms, 0, "ms");
  return result;
}

static void
report_read (Bench *bench, const char *what, MadafLoadRequest request, guint requests, double goal_cpu, double goal_p99)
{
  g_autofree char *cpu = g_strdup_printf ("%s, CPU of the central", what);
  g_autofree char *p99 = g_strdup_printf ("%s, p99, one asks", what);
  MadafLoadResult result;

  if (!g_str_has_prefix (what, bench->only))
    return;
  measure (bench, 1, requests / 10 + 1, request); /* the caches are warm in a shop that is open */
  result = measure (bench, 1, requests / 4 + 1, request);
  madaf_figure_at_most (p99, result.p99_ms, goal_p99, "ms");
  result = report_busy (bench, what, request, 8, requests);
  madaf_figure_at_most (cpu, result.cpu_us, goal_cpu, "µs");
  report_busy (bench, what, request, 64, requests);
}

static void
report_orders (Bench *bench,
               const char *what,
               MadafLoadRequest request,
               guint connections,
               guint orders,
               double goal_rate,
               double goal_p99)
{
  MadafLoadResult result;
  g_autofree char *rate = g_strdup_printf ("%s made durable, %u connections", what, connections);
  g_autofree char *p50 = g_strdup_printf ("%s, p50, %u connections", what, connections);
  g_autofree char *p99 = g_strdup_printf ("%s, p99, %u connections", what, connections);
  g_autofree char *cpu = g_strdup_printf ("%s, CPU of the central, %u connections", what, connections);

  if (!g_str_has_prefix (what, bench->only))
    return;
  result = measure (bench, connections, orders, request);
  madaf_figure_at_least (rate, result.answered / result.seconds, goal_rate, "/s");
  madaf_figure_at_most (p50, result.p50_ms, 0, "ms");
  madaf_figure_at_most (p99, result.p99_ms, goal_p99, "ms");
  madaf_figure_at_most (cpu, result.cpu_us, 0, "µs");
}

static guint
argument (int argc, char **argv, int position, guint fallback)
{
  return argc > position ? (guint)atoi (argv[position]) : fallback;
}

int
main (int argc, char **argv)
{
  guint products = argument (argc, argv, 1, 100000);
  guint variants = argument (argc, argv, 2, products * 5);
  guint branches = argument (argc, argv, 3, 200);
  Bench bench = { .requests = argument (argc, argv, 4, 20000), .began_us = g_get_real_time () };
  double cpu;
  g_autoptr (MadafPlace) place = madaf_place_new (products, variants, branches);
  g_autoptr (MadafWallets) wallets = NULL;

  setlocale (LC_ALL, "");
  g_print ("shop of %u products opened or made\t%.1f s\t\t\n", products,
           (double)(g_get_real_time () - bench.began_us) / G_USEC_PER_SEC);
  bench.only = argc > 5 ? argv[5] : "";
  bench.place = place;
  bench.piles = madaf_place_stock (place, MIN (ORDER_PILES, variants / 2), 1000000);
  bench.titles = madaf_place_texts (place, "SELECT title FROM product WHERE number % 97 = 1");
  madaf_place_start (place);
  bench.token = madaf_place_enrol (place, "b00000", "kiosk");
  madaf_place_stop (place);
  bench.wallets = wallets = madaf_wallets_new (place, MEMBERS);
  madaf_place_start (place);
  cpu = madaf_load_cpu_seconds (madaf_place_get_process (place));

  report_read (&bench, "product by code", make_code, bench.requests, 60, 2);
  report_read (&bench, "stock of a product", make_stock, bench.requests, 0, 0);
  report_read (&bench, "search, letter by letter", make_typing, bench.requests / 4, 1000, 10);
  report_read (&bench, "search, one or two words", make_words, bench.requests / 4, 1000, 10);
  report_orders (&bench, "orders", make_order, 1, bench.requests / 40, 0, 50);
  report_orders (&bench, "orders", make_order, 8, bench.requests / 8, 0, 50);
  report_orders (&bench, "orders", make_order, 64, bench.requests / 4, 2000, 50);
  report_orders (&bench, "orders of members", make_member_order, 64, bench.requests / 4, 2000, 50);
  report_orders (&bench, "orders with coupon, points and card", make_paid_order, 64, bench.requests / 4, 2000, 50);
  g_print ("CPU of the central in all\t%.1f s\t\t\n", madaf_load_cpu_seconds (madaf_place_get_process (place)) - cpu);
  g_ptr_array_unref (bench.piles);
  g_ptr_array_unref (bench.titles);
  g_free (bench.token);
  return 0;
}
