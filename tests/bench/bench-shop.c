/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include <glib/gstdio.h>

#include "central/shop/branch.h"
#include "central/shop/catalogue.h"
#include "central/shop/order.h"
#include "central/shop/stock.h"
#include "central/store/store.h"
#include "model/random.h"

/* What the rules cost without HTTP, over a chain's catalogue: bench-shop [products]. The database is made in the folder
 * MADAF_BENCH_FOLDER and kept there, else in a temporary one. */

#define VARIANTS 5
#define BRANCHES 8
#define BATCH    500
#define DAY      "[[\"09:00\",\"21:00\"]]"
#define HOURS                                                                                                          \
  "{\"time_zone\":\"Asia/Jerusalem\",\"week\":[" DAY "," DAY "," DAY "," DAY "," DAY "," DAY ",[]],\"exceptions\":[]}"

typedef struct
{
  MadafStore *store;
  MadafRandom *random;
  int products;
  int next;
} Bench;

static const char *const nouns[][2] = { { "חולצה", "shirt" },   { "מכנסיים", "trousers" }, { "שמלה", "dress" },
                                        { "סוודר", "sweater" }, { "נעליים", "shoes" },     { "תיק", "bag" } };
static const char *const adjectives[][2]
    = { { "פשתן", "linen" },     { "כותנה", "cotton" }, { "צמר", "wool" },   { "עור", "leather" }, { "משי", "silk" },
        { "קלאסית", "classic" }, { "שחורה", "black" },  { "לבנה", "white" }, { "כחולה", "blue" } };
static const char *const colours[] = { "navy", "red", "black", "white", "sand" };
static const char *const sizes[] = { "S", "M", "L", "XL" };

static gboolean
put_frame (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafShopSettings settings = { (char *)"bench",    (char *)"{\"en\":\"Bench\"}", (char *)"ILS", 1800,
                                 (char *)"[\"he\"]", (char *)"Asia/Jerusalem",     NULL,          (char *)"IL" };

  if (!madaf_shop_put_settings (transaction, &settings, error))
    return FALSE;
  for (int i = 0; i < BRANCHES; i++)
    {
      g_autofree char *id = g_strdup_printf ("b%d", i);
      MadafShopBranch branch = { .id = id,
                                 .name = (char *)"{}",
                                 .address = (char *)"{}",
                                 .city = (char *)"{}",
                                 .hours = (char *)"{\"time_zone\":\"Asia/Jerusalem\",\"week\":[[[\"00:00\",\"24:00\"]],"
                                                  "[],[],[],[],[],[]],\"exceptions\":[]}",
                                 .can_collect = TRUE,
                                 .can_ship = TRUE,
                                 .collect_lead_minutes = 60,
                                 .position = i };

      if (!madaf_branch_put (transaction, &branch, "bench", error))
        return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      MadafShopCategory category = { .id = (char *)nouns[i][1], .name = (char *)"{\"en\":\"Things\"}" };

      if (!madaf_catalogue_put_category (transaction, &category, "bench", error))
        return FALSE;
    }
  return TRUE;
}

static MadafShopProduct *
make_product (Bench *bench, int number)
{
  MadafShopProduct *product = madaf_shop_product_new ();
  const char *const *noun = nouns[madaf_random_below (bench->random, G_N_ELEMENTS (nouns))];
  const char *const *first = adjectives[madaf_random_below (bench->random, G_N_ELEMENTS (adjectives))];
  const char *const *second = adjectives[madaf_random_below (bench->random, G_N_ELEMENTS (adjectives))];

  product->id = g_strdup_printf ("p%d", number);
  product->source = g_strdup ("bench");
  product->title = g_strdup_printf ("{\"he\":\"%s %s %s %d\",\"en\":\"%s %s %s %d\"}", noun[0], first[0], second[0],
                                    number, first[1], second[1], noun[1], number);
  product->popularity = (gint64)madaf_random_below (bench->random, 1000000);
  product->updated_us = 1;
  g_ptr_array_add (product->categories, g_strdup (noun[1]));
  for (int i = 0; i < VARIANTS; i++)
    {
      MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

      variant->id = g_strdup_printf ("p%d-%d", number, i);
      variant->gtin = g_strdup_printf ("%014d", number * VARIANTS + i);
      variant->colour = g_strdup (colours[number % (int)G_N_ELEMENTS (colours)]);
      variant->size = g_strdup (sizes[i % (int)G_N_ELEMENTS (sizes)]);
      variant->price = 1000 + number % 50000;
      variant->sale_price = -1;
      g_ptr_array_add (product->variants, variant);
    }
  {
    MadafShopColour *colour = g_new0 (MadafShopColour, 1);

    colour->id = g_strdup (colours[number % (int)G_N_ELEMENTS (colours)]);
    colour->name = g_strdup ("{\"en\":\"Colour\"}");
    g_ptr_array_add (product->colours, colour);
  }
  return product;
}

static gboolean
put_batch (MadafTransaction *transaction, gpointer data, GError **error)
{
  Bench *bench = data;

  for (int i = 0; i < BATCH && bench->next < bench->products; i++, bench->next++)
    {
      g_autoptr (MadafShopProduct) product = make_product (bench, bench->next);

      if (!madaf_catalogue_put_product (transaction, product, error))
        return FALSE;
      for (int j = 0; j < 2; j++)
        {
          g_autofree char *source_id = g_strdup_printf ("%d.%d", bench->next, j);
          g_autofree char *variant_id = g_strdup_printf ("p%d-%d", bench->next, j);
          g_autofree char *branch_id = g_strdup_printf ("b%d", (bench->next + j) % BRANCHES);
          MadafMovement movement = { .kind = MADAF_MOVEMENT_COUNT,
                                     .source = "bench",
                                     .source_id = source_id,
                                     .variant_id = variant_id,
                                     .branch_id = branch_id,
                                     .quantity = 1000000 };
          MadafMovementResult result;
          g_auto (MadafFaults) faults = { 0 };

          if (!madaf_stock_apply (transaction, &movement, 1, "", &result, &faults, error))
            return FALSE;
        }
    }
  return TRUE;
}

static void
must (gboolean good, GError *error)
{
  if (!good)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static double
cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *)a - *(const double *)b;

  return difference < 0 ? -1 : difference > 0;
}

static gboolean
get_by_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  Bench *bench = data;
  g_autofree char *gtin
      = g_strdup_printf ("%014d", (int)madaf_random_below (bench->random, (guint64)bench->products * VARIANTS));
  g_autoptr (MadafShopProduct) product = madaf_catalogue_get_by_code (transaction, gtin, NULL, error);

  return product != NULL;
}

static gboolean
get_levels (MadafTransaction *transaction, gpointer data, GError **error)
{
  Bench *bench = data;
  g_autofree char *id = g_strdup_printf ("p%d", (int)madaf_random_below (bench->random, (guint64)bench->products));
  g_autoptr (MadafShopLevels) levels = madaf_stock_get_levels (transaction, id, 0, error);

  return levels != NULL;
}

static const MadafProductQuery *current_query;

static gboolean
list (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (MadafProductPage) page = madaf_catalogue_list (transaction, current_query, error);

  return page != NULL;
}

static void
measure_reads (Bench *bench, const char *name, MadafTransactionFunc func, int rounds)
{
  g_autofree double *times = g_new (double, rounds);
  double sum = 0;

  for (int i = 0; i < rounds; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = cpu_us ();

      must (madaf_store_read (bench->store, func, bench, &error), error);
      times[i] = cpu_us () - start;
      sum += times[i];
    }
  qsort (times, (size_t)rounds, sizeof (double), compare_doubles);
  g_print ("%-28s mean %8.1f us  p50 %8.1f  p99 %8.1f  max %8.1f\n", name, sum / rounds, times[rounds / 2],
           times[rounds * 99 / 100], times[rounds - 1]);
}

static void
measure_lists (Bench *bench)
{
  static const MadafProductQuery queries[] = {
    { .words = "s" },
    { .words = "li" },
    { .words = "lin" },
    { .words = "leather sh" },
    { .words = "classic" },
    { .words = "ח" },
    { .words = "מכנסיים שחו" },
    { .words = "silk wool linen" },
    { .words = "dress 4711" },
    { .words = "shir", .category = "bag" },
    { .words = "akukv" },
    { .words = "zzzz" },
    { .category = "shirt" },
    { 0 },
    { .category = "bag", .in_stock_at = "b3" },
    { .category = "bag", .sort = MADAF_SORT_PRICE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s%s%s", queries[i].words != NULL ? queries[i].words : "*",
                                               queries[i].category != NULL ? queries[i].category : "",
                                               queries[i].in_stock_at != NULL ? " in stock" : "",
                                               queries[i].sort != 0 ? " by price" : "");

      current_query = &queries[i];
      measure_reads (bench, name, list, 100);
    }
}

typedef struct
{
  Bench *bench;
  MadafRandom *random;
  char *variant_id;
  char *branch_id;
  int *left;
} Buyer;

static gboolean
buy (MadafTransaction *transaction, gpointer data, GError **error)
{
  Buyer *buyer = data;
  MadafLineRequest line = { buyer->variant_id, 1, MADAF_REACH_COLLECT, buyer->branch_id };
  MadafOrderRequest request = { .lines = &line,
                                .n_lines = 1,
                                .name = "Dana",
                                .phone = "0501234567",
                                .language = "he",
                                .expected_total = -1,
                                .actor = "kiosk" };
  g_auto (MadafRefusal) refusal = { 0 };
  g_autoptr (MadafShopOrder) order
      = madaf_order_place (transaction, &request, G_GINT64_CONSTANT (1795334400000000), buyer->random, &refusal, error);

  return order != NULL;
}

static void
on_bought (const GError *error, gpointer data)
{
  Buyer *buyer = data;

  must (error == NULL, (GError *)error);
  g_atomic_int_dec_and_test (buyer->left);
  g_free (buyer->variant_id);
  g_free (buyer->branch_id);
  g_free (buyer);
}

static void
measure_orders (Bench *bench, int orders)
{
  g_autoptr (MadafRandom) random = madaf_random_new_system ();
  int left = orders;
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < orders; i++)
    {
      Buyer *buyer = g_new0 (Buyer, 1);
      int number = (int)madaf_random_below (bench->random, (guint64)bench->products);

      buyer->bench = bench;
      buyer->random = random;
      buyer->variant_id = g_strdup_printf ("p%d-0", number);
      buyer->branch_id = g_strdup_printf ("b%d", number % BRANCHES);
      buyer->left = &left;
      madaf_store_write_async (bench->store, buy, buyer, on_bought, buyer);
    }
  while (g_atomic_int_get (&left) > 0)
    g_usleep (1000);
  g_print ("%-28s %.0f/s\n", "orders, one line, durable", orders * 1e6 / (double)(g_get_monotonic_time () - start));
}

static void
fill (Bench *bench)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  while (bench->next < bench->products)
    must (madaf_store_write (bench->store, put_batch, bench, &error), error);
  g_print ("%d products put in %.1f s\n", bench->products, (double)(g_get_monotonic_time () - start) / 1e6);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const char *kept = g_getenv ("MADAF_BENCH_FOLDER");
  g_autofree char *folder = kept != NULL ? g_strdup (kept) : g_dir_make_tmp ("madaf-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "central.db", NULL);
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  Bench bench = { .random = madaf_random_new_seeded (1), .products = argc > 1 ? atoi (argv[1]) : 100000 };

  bench.store = madaf_store_open (path, &error);
  must (bench.store != NULL, error);
  must (madaf_store_write (bench.store, put_frame, &bench, &error), error);
  if (is_new)
    fill (&bench);
  if (argc > 2)
    {
      measure_orders (&bench, atoi (argv[2]));
      madaf_store_close (bench.store);
      return 0;
    }
  measure_reads (&bench, "product by GTIN", get_by_code, 20000);
  measure_reads (&bench, "stock of a product", get_levels, 20000);
  measure_lists (&bench);
  measure_orders (&bench, 5000);
  madaf_store_close (bench.store);
  g_object_unref (bench.random);
  return 0;
}
