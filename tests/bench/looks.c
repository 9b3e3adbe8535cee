/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "central/shop/branch.h"
#include "central/shop/look-where.h"
#include "central/shop/look.h"
#include "central/shop/stylist.h"
#include "central/shop/together.h"
#include "central/store/store.h"
#include "central/together-job.h"
#include "figures.h"
#include "model/random.h"

/* What looks cost without HTTP: bench-looks PRODUCTS ORDERS ROUNDS. Every branch has every variant of the first hundred
 * products, so that the search has nothing to skip; orders have one to five products, half of them of a theme, as
 * shoppers' are. */

#define BRANCHES 200
#define VARIANTS 5
#define STOCKED  100
#define BATCH    2000
#define NOW      G_GINT64_CONSTANT (1795334400000000)
#define HOURS                                                                                                          \
  "{\"time_zone\":\"Asia/"                                                                                             \
  "Jerusalem\",\"week\":[[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],"                     \
  "[[\"09:00\",\"21:00\"]],[[\"09:00\",\"21:00\"]],[[\"09:00\",\"14:00\"]],[]],\"exceptions\":[]}"

static const char *const sizes[] = { "XS", "S", "M", "L", "XL" };
static const char *const colours[] = { "navy", "sand", "red", "white", "black" };

typedef struct
{
  MadafStore *store;
  MadafRandom *random;
  int products;
  int orders;
  int next;
} Bench;

static void
must (gboolean good, const GError *error)
{
  if (!good)
    g_error ("%s", error != NULL ? error->message : "failed");
}

/* Of CLOCK_THREAD_CPUTIME_ID, or of all threads: CLOCK_PROCESS_CPUTIME_ID. */
static double
cpu_ms (clockid_t whose)
{
  struct timespec now;

  clock_gettime (whose, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static gboolean
put_branch (MadafTransaction *transaction, int number, GError **error)
{
  g_autofree char *id = g_strdup_printf ("b%03d", number);
  MadafShopBranch branch = { .id = id,
                             .name = (char *)"{\"en\":\"Branch\"}",
                             .address = (char *)"{\"en\":\"Street 1\"}",
                             .city = (char *)"{\"en\":\"Town\"}",
                             .hours = (char *)HOURS,
                             .has_position = TRUE,
                             .latitude = 29.5 + 0.02 * number,
                             .longitude = 34.5 + 0.013 * (number * 7 % 100),
                             .can_collect = TRUE,
                             .can_ship = number % 2 == 0,
                             .collect_lead_minutes = 60,
                             .position = number };

  return madaf_branch_put (transaction, &branch, "bench", error);
}

static gboolean
put_frame (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafShopSettings settings = { (char *)"bench",    (char *)"{\"en\":\"Bench\"}", (char *)"ILS", 1800,
                                 (char *)"[\"he\"]", (char *)"Asia/Jerusalem",     NULL,          (char *)"IL" };

  if (!madaf_shop_put_settings (transaction, &settings, error))
    return FALSE;
  for (int i = 0; i < BRANCHES; i++)
    if (!put_branch (transaction, i, error))
      return FALSE;
  for (int i = 0; i < MADAF_N_PIECE_ROLES; i++)
    {
      MadafShopCategory category
          = { .id = (char *)madaf_piece_role_to_string ((MadafPieceRole)i), .name = (char *)"{\"en\":\"Things\"}" };

      if (!madaf_catalogue_put_category (transaction, &category, "bench", error))
        return FALSE;
    }
  return TRUE;
}

static void
add_variants (MadafShopProduct *product, int number)
{
  MadafShopColour *colour = g_new0 (MadafShopColour, 1);

  colour->id = g_strdup (colours[number % (int)G_N_ELEMENTS (colours)]);
  colour->name = g_strdup ("{\"en\":\"Colour\"}");
  colour->hex = g_strdup_printf ("#%02x%02x%02x", number * 37 % 256, number * 91 % 256, number * 53 % 256);
  g_ptr_array_add (product->colours, colour);
  for (int i = 0; i < VARIANTS; i++)
    {
      MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

      variant->id = g_strdup_printf ("p%d-%d", number, i);
      variant->colour = g_strdup (colour->id);
      variant->size = g_strdup (sizes[i]);
      variant->position = i;
      variant->price = 1990 + number % 50000;
      variant->sale_price = -1;
      g_ptr_array_add (product->variants, variant);
    }
}

static gboolean
put_stock (MadafTransaction *transaction, int number, GError **error)
{
  for (int i = 0; i < VARIANTS * BRANCHES && number < STOCKED; i++)
    {
      g_autofree char *variant_id = g_strdup_printf ("p%d-%d", number, i / BRANCHES);
      g_autofree char *branch_id = g_strdup_printf ("b%03d", i % BRANCHES);

      if (!madaf_transaction_execute (
              transaction,
              "INSERT INTO stock (variant_id, branch_id, on_hand, reserved, changed_us) VALUES ($1, $2, 3, 0, 1)",
              MADAF_VALUES (MADAF_VALUE_TEXT (variant_id), MADAF_VALUE_TEXT (branch_id)), NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_products (MadafTransaction *transaction, gpointer data, GError **error)
{
  Bench *bench = data;

  for (int i = 0; i < BATCH && bench->next < bench->products; i++, bench->next++)
    {
      g_autoptr (MadafShopProduct) product = madaf_shop_product_new ();

      product->id = g_strdup_printf ("p%d", bench->next);
      product->source = g_strdup ("bench");
      product->title = g_strdup_printf ("{\"he\":\"מוצר %d\",\"en\":\"Product %d\"}", bench->next, bench->next);
      product->popularity = bench->next % 1000000;
      product->updated_us = 1;
      g_ptr_array_add (product->categories,
                       g_strdup (madaf_piece_role_to_string ((MadafPieceRole)(bench->next % MADAF_N_PIECE_ROLES))));
      add_variants (product, bench->next);
      if (!madaf_catalogue_put_product (transaction, product, error) || !put_stock (transaction, bench->next, error))
        return FALSE;
    }
  return TRUE;
}

/* Forty looks of ten pieces each; product 0 is in six, and the first one that is nowhere in the last. */
static gboolean
put_looks (MadafTransaction *transaction, gpointer data, GError **error)
{
  for (int i = 0; i < 40; i++)
    {
      MadafLookPieceDraft drafts[MADAF_LOOK_MAX_PIECES];
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *id = g_strdup_printf ("look%d", i);

      for (int j = 0; j < MADAF_LOOK_MAX_PIECES; j++)
        {
          g_ptr_array_add (names, g_strdup_printf ("p%d", j == 0 && i < 6     ? 0
                                                          : j == 0 && i == 39 ? STOCKED
                                                                              : (i * 7 + j * 11) % STOCKED));
          drafts[j] = (MadafLookPieceDraft){ g_ptr_array_index (names, j),
                                             (MadafPieceRole)(((i * 7 + j * 11) % STOCKED) % MADAF_N_PIECE_ROLES), NULL,
                                             FALSE };
        }
      if (!madaf_look_put (transaction, id, "bench", i, "{\"en\":\"Look\"}", NULL, drafts, MADAF_LOOK_MAX_PIECES,
                           error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run (MadafTransaction *transaction, const char *sql, const char *id, const char *other, gint64 number, GError **error)
{
  return madaf_transaction_execute (
      transaction, sql, MADAF_VALUES (MADAF_VALUE_TEXT (id), MADAF_VALUE_TEXT (other), MADAF_VALUE_INT (number)), NULL,
      error);
}

static gboolean
put_order (Bench *bench, MadafTransaction *transaction, int number, GError **error)
{
  g_autofree char *id = g_strdup_printf ("o%08d", number);
  guint n_lines = 1 + (guint)madaf_random_below (bench->random, 5);
  guint64 theme = madaf_random_below (bench->random, (guint64)bench->products / 10) * 10;

  if (!run (transaction,
            "INSERT INTO customer_order (id, state, placed_us, language, name, phone, payment, currency, tax, total,"
            " receipt_token) VALUES ($1, 'collected', $3, 'he', $2, '', 'till', 'ILS', 0, 0, $1)",
            id, "", NOW - number, error)
      || !run (transaction,
               "INSERT INTO fulfilment (id, order_id, position, reach, branch_id, state, ready_us)"
               " VALUES ($1, $1, 0, 'collect', $2, 'collected', $3)",
               id, "b000", NOW, error))
    return FALSE;
  for (guint i = 0; i < n_lines; i++)
    {
      guint64 product = madaf_random_below (bench->random, 2) == 0
                            ? theme + madaf_random_below (bench->random, 10)
                            : madaf_random_below (bench->random, (guint64)bench->products);
      g_autofree char *product_id = g_strdup_printf ("p%d", (int)product);

      if (!run (transaction,
                "INSERT INTO order_line (fulfilment_id, position, variant_id, product_id, title, quantity, shelf, unit,"
                " total, tax) VALUES ($1, $3, $2, $2, '{}', 1, 1, 1, 1, 0)",
                id, product_id, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_orders (MadafTransaction *transaction, gpointer data, GError **error)
{
  Bench *bench = data;

  for (int i = 0; i < BATCH && bench->next < bench->orders; i++, bench->next++)
    if (!put_order (bench, transaction, bench->next, error))
      return FALSE;
  return TRUE;
}

static void
fill (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  must (madaf_store_write (bench->store, put_frame, bench, &error), error);
  for (bench->next = 0; bench->next < bench->products;)
    must (madaf_store_write (bench->store, put_products, bench, &error), error);
  must (madaf_store_write (bench->store, put_looks, bench, &error), error);
  for (bench->next = 0; bench->next < bench->orders;)
    must (madaf_store_write (bench->store, put_orders, bench, &error), error);
}

/* A question, asked many times. */
typedef struct
{
  Bench *bench;
  gboolean any_size;
  const char *product_id;
  guint n_looks;
  guint checked;
  MadafLookAnswer answer;
} Question;

static gboolean
find_where (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (MadafPlaces) places = madaf_places_read (transaction, "b100", error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafLookWhere) where = NULL;
  MadafWantedPiece pieces[MADAF_WHOLE_LOOK_MAX_PIECES] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_ptr_array_add (names, g_strdup_printf (question->any_size ? "p%u" : "p%u-2", i));
      pieces[i].quantity = 1;
      if (question->any_size)
        pieces[i].product_id = g_ptr_array_index (names, i);
      else
        pieces[i].variant_id = g_ptr_array_index (names, i);
    }
  where = madaf_look_find_where (transaction, places, pieces, G_N_ELEMENTS (pieces), NOW, &faults, error);
  if (where != NULL)
    question->answer = where->answer;
  return where != NULL;
}

static gboolean
list_looks (MadafTransaction *transaction, gpointer data, GError **error)
{
  static const char *const worn[] = { "M", NULL };
  Question *question = data;
  g_autoptr (MadafPlaces) places = madaf_places_read (transaction, "b100", error);
  g_autoptr (GPtrArray) looks = madaf_look_list (transaction, places, question->product_id, worn, NOW, error);

  question->n_looks = looks != NULL ? looks->len : 0;
  return looks != NULL;
}

static gboolean
list_together (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;
  g_autofree char *id
      = g_strdup_printf ("p%d", (int)madaf_random_below (question->bench->random, (guint64)question->bench->products));
  g_autoptr (MadafTogether) together = madaf_together_get (transaction, id, MADAF_TOGETHER_LIMIT, error);

  if (together == NULL || !madaf_together_read_cards (transaction, together, NOW, error))
    return FALSE;
  question->checked += together->companions->len > 0;
  return TRUE;
}

static gboolean
complete (MadafTransaction *transaction, gpointer data, GError **error)
{
  static const char *const none[] = { NULL };
  static const char *const worn[] = { "M", NULL };
  Question *question = data;
  g_autofree char *first = g_strdup_printf ("p%d-2", (int)madaf_random_below (question->bench->random, STOCKED));
  g_autofree char *second = g_strdup_printf ("p%d-2", (int)madaf_random_below (question->bench->random, STOCKED));
  const char *const basket[] = { first, second, NULL };
  const MadafStylistQuestion ask = { basket, none, worn, 6, NOW };
  g_autoptr (MadafPlaces) places = madaf_places_read (transaction, "b100", error);
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafCompletion) completion = madaf_stylist_complete (transaction, places, &ask, &faults, error);

  question->checked += completion != NULL && completion->picks->len > 0;
  return completion != NULL;
}

/* The CPU time that 99 of 100 answers stay below. */
static double
measure (Bench *bench, MadafTransactionFunc func, Question *question, int rounds)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = cpu_ms (CLOCK_THREAD_CPUTIME_ID);
      double took;

      must (madaf_store_read (bench->store, func, question, &error), error);
      took = cpu_ms (CLOCK_THREAD_CPUTIME_ID) - start;
      g_array_append_val (times, took);
    }
  return madaf_figure_percentile (times, 0.99);
}

static gboolean
change (MadafTransaction *transaction, gpointer data, GError **error)
{
  const char *sql = data;

  return madaf_transaction_execute (transaction, sql, MADAF_NO_VALUES, NULL, error);
}

static void
change_stock (Bench *bench, const char *sql)
{
  g_autoptr (GError) error = NULL;

  must (madaf_store_write (bench->store, change, (gpointer)sql, &error), error);
}

static void
measure_where (Bench *bench, int rounds)
{
  Question question = { .bench = bench };

  madaf_figure_at_most ("all of 10 pieces at one of 200 branches, p99 CPU",
                        measure (bench, find_where, &question, rounds), 10, "ms");
  g_assert_cmpint (question.answer, ==, MADAF_LOOK_ONE_BRANCH);
  question.any_size = TRUE;
  madaf_figure_at_most ("… each in any of 5 sizes, p99 CPU", measure (bench, find_where, &question, rounds), 10, "ms");
  /* Half of the pieces in the one half of the branches, the rest in the other. */
  change_stock (bench, "UPDATE stock SET on_hand = 0 WHERE (variant_id IN ('p0-2', 'p1-2', 'p2-2', 'p3-2', 'p4-2'))"
                       " = (branch_id < 'b100')");
  question.any_size = FALSE;
  madaf_figure_at_most ("all of 10 pieces at two of 200 branches, p99 CPU",
                        measure (bench, find_where, &question, rounds), 10, "ms");
  g_assert_cmpint (question.answer, ==, MADAF_LOOK_TWO_BRANCHES);
  /* Nobody has the sizes asked for: everything is missing, and a swap is looked for each. */
  change_stock (bench, "UPDATE stock SET on_hand = 0 WHERE variant_id LIKE '%-2'");
  madaf_figure_at_most ("10 of 10 pieces missing, with swaps, p99 CPU", measure (bench, find_where, &question, rounds),
                        10, "ms");
  g_assert_cmpint (question.answer, ==, MADAF_LOOK_MISSING);
  change_stock (bench, "UPDATE stock SET on_hand = 3");
  question.product_id = "p100";
  madaf_figure_at_most ("a look of 10 pieces in 5 sizes, stock of 200 branches, p99 CPU",
                        measure (bench, list_looks, &question, rounds), 10, "ms");
  g_assert_cmpuint (question.n_looks, ==, 1);
  question.product_id = "p0";
  madaf_figure_at_most ("6 such looks, p99 CPU", measure (bench, list_looks, &question, rounds), 0, "ms");
  g_assert_cmpuint (question.n_looks, ==, MADAF_LOOK_LIST_LIMIT);
}

/* A till that goes on selling while orders are counted. */
typedef struct
{
  Bench *bench;
  int stop;
  GArray *waits; /* of double, ms */
} Till;

static gpointer
sell (gpointer data)
{
  Till *till = data;

  while (!g_atomic_int_get (&till->stop))
    {
      gint64 start = g_get_monotonic_time ();
      double wait;

      change_stock (till->bench, "UPDATE stock SET on_hand = 3 WHERE variant_id = 'p0-0' AND branch_id = 'b000'");
      wait = (double)(g_get_monotonic_time () - start) / 1e3;
      g_array_append_val (till->waits, wait);
      g_usleep (5000);
    }
  return NULL;
}

static void
measure_together (Bench *bench, int rounds)
{
  Till till = { bench, FALSE, g_array_new (FALSE, FALSE, sizeof (double)) };
  Question question = { .bench = bench };
  GThread *thread = g_thread_new ("till", sell, &till);
  gint64 start = g_get_monotonic_time ();
  double cpu = cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  g_autofree char *what = g_strdup_printf ("what was bought together, counted over %d orders", bench->orders);
  g_autoptr (GError) error = NULL;
  double share;

  must (madaf_together_recount (bench->store, NOW, NULL, &error), error);
  madaf_figure_at_most (what, (double)(g_get_monotonic_time () - start) / 1e6, 60, "s");
  madaf_figure_at_most ("… CPU, with that of the till meanwhile", (cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - cpu) / 1e3, 0,
                        "s");
  g_atomic_int_set (&till.stop, TRUE);
  g_thread_join (thread);
  madaf_figure_at_most ("… a till's sale meanwhile, p99", madaf_figure_percentile (till.waits, 0.99), 50, "ms");
  g_array_unref (till.waits);
  madaf_figure_at_most ("bought together, answered, p99 CPU", measure (bench, list_together, &question, rounds), 2,
                        "ms");
  share = 100.0 * question.checked / rounds;
  start = g_get_monotonic_time ();
  measure (bench, list_together, &question, rounds);
  madaf_figure_at_most ("… wall, on average", (double)(g_get_monotonic_time () - start) / 1e3 / rounds, 2, "ms");
  g_printerr ("%.0f %% of the answers had something in them\n", share);
  question.checked = 0;
  madaf_figure_at_most ("the stylist, 2 pieces in the basket, p99 CPU", measure (bench, complete, &question, rounds), 0,
                        "ms");
  g_assert_cmpuint (question.checked, >, 0);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("madaf-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "central.db", NULL);
  Bench bench = { .random = madaf_random_new_seeded (1),
                  .products = argc > 1 ? atoi (argv[1]) : 2000,
                  .orders = argc > 2 ? atoi (argv[2]) : 5000 };
  int rounds = argc > 3 ? atoi (argv[3]) : 100;

  setlocale (LC_ALL, "");
  bench.store = madaf_store_open (path, &error);
  must (bench.store != NULL, error);
  fill (&bench);
  measure_where (&bench, rounds);
  measure_together (&bench, rounds);
  madaf_store_close (bench.store);
  remove_folder (folder);
  g_object_unref (bench.random);
  return 0;
}
