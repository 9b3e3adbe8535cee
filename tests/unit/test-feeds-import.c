/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/import.h"

#include <glib/gstdio.h>
#include <string.h>

#include "central/shop/catalogue.h"
#include "central/store/error.h"

/* Whole imports: from files to the shop's database. */

#define NOW G_GINT64_CONSTANT (1795000000000000)

#define BRANCHES                                                                                                       \
  "store_code\tname\tname:en\tphone\thours\tcan_ship\n"                                                                \
  "north\tצפון\tNorth\t04-8123456\tSu-Th 09:00-21:00; Fr 09:00-14:00\tyes\n"                                       \
  "south\tדרום\tSouth\t\tSu-Th 09:00-20:00\tno\n"
#define HEADER                                                                                                         \
  "id\titem_group_id\tgtin\ttitle\ttitle:en\tprice\tsale_price\tsale_price_effective_date\tcolor\tsize\tmaterial\t"    \
  "product_type\n"
#define SHIRT_S                                                                                                           \
  "shirt-s\tshirt\t7290012001000\tחולצה\tShirt\t249.90 ILS\t199.90 ILS\t2026-11-01T00:00+0200/2026-12-31T00:00+0200" \
  "\tכחול\tS\tכותנה\tנשים > חולצות\n"
#define SHIRT_M "shirt-m\tshirt\t7290012001017\tחולצה\tShirt\t249.90 ILS\t\t\tכחול\tM\tכותנה\tנשים > חולצות\n"
#define LAMP    "lamp\t\t7290012001024\tמנורה\tLamp\t99.00 ILS\t\t\t\t\t\tבית\n"
#define BRANCHES_ABROAD                                                                                                \
  "store_code\tname\tphone\tcountry\n"                                                                                 \
  "lyon\tLyon\t+33 4 72 12 34 56\t\n"                                                                                  \
  "eilat\tאילת\t08-6312345\tIL\n"
#define LEVELS "store_code\tid\tquantity\nnorth\tshirt-s\t3\nnorth\tlamp\t1\nsouth\tshirt-m\t0\n"

/* How the imports of a test are made beyond their files. */
typedef struct
{
  const char *shop_name;
  const char *country;
  const char *currency;
} Saying;

typedef struct
{
  Saying saying;
  char *folder;
  MadafStore *store;
  GString *said;
  MadafReport report;
  gint64 now_us;
} Fixture;

static void
say (const char *message, gpointer data)
{
  g_string_append_printf (((Fixture *)data)->said, "%s\n", message);
}

static void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("madaf-import-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "shop.db", NULL);
  self->store = madaf_store_open (path, &error);
  g_assert_no_error (error);
  self->said = g_string_new (NULL);
  self->report = (MadafReport){ .say = say, .data = self, .max_errors = 2 };
  self->now_us = NOW;
}

static void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  madaf_store_close (self->store);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_string_free (self->said, TRUE);
}

static char *
write_file (Fixture *self, const char *name, const char *text)
{
  char *path = text != NULL ? g_build_filename (self->folder, name, NULL) : NULL;

  if (path != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static gboolean
import (Fixture *self,
        const char *branches,
        const char *products,
        const char *inventory,
        MadafImportResult *result,
        GError **error)
{
  g_autofree char *staging = g_build_filename (self->folder, "staging", NULL);
  g_autofree char *branches_path = write_file (self, "branches.tsv", branches);
  g_autofree char *products_path = write_file (self, "products.tsv", products);
  g_autofree char *database = g_build_filename (self->folder, "shop.db", NULL);
  g_autofree char *inventory_path = write_file (self, "inventory.tsv", inventory);
  const MadafImportOptions options = {
    .products = products_path,
    .inventory = inventory_path,
    .branches = branches_path,
    .language = "he",
    .time_zone = "Asia/Jerusalem",
    .shop_name = self->saying.shop_name,
    .country = self->saying.country,
    .currency = self->saying.currency,
    .database = database,
    .without_pictures = TRUE,
  };
  gboolean done = madaf_import_prepare (&options, staging, &self->report, error)
                  && madaf_import_apply_file (self->store, staging, self->now_us += 1000000, result, error);

  g_unlink (staging);
  return done;
}

static MadafImportResult
import_soundly (Fixture *self, const char *branches, const char *products, const char *inventory)
{
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };

  import (self, branches, products, inventory, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->report.n_errors, ==, 0);
  return result;
}

typedef struct
{
  const char *sql;
  char *answer;
} Question;

static gboolean
ask (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (transaction, question->sql, MADAF_NO_VALUES, error);

  if (rows != NULL && madaf_rows_next (rows, error))
    question->answer = madaf_rows_dup_text (rows, 0);
  return rows != NULL && !madaf_rows_failed (rows);
}

static void
expect (Fixture *self, const char *sql, const char *answer)
{
  g_autoptr (GError) error = NULL;
  Question question = { sql, NULL };

  madaf_store_read (self->store, ask, &question, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (question.answer, ==, answer);
  g_free (question.answer);
}

static void
test_first (Fixture *self, gconstpointer data)
{
  MadafImportResult result = import_soundly (self, BRANCHES, HEADER SHIRT_S SHIRT_M LAMP, LEVELS);

  g_assert_cmpint (result.products, ==, 2);
  g_assert_cmpint (result.variants, ==, 3);
  g_assert_cmpint (result.branches, ==, 2);
  g_assert_cmpint (result.stock_levels, ==, 3);
  g_assert_cmpint (result.withdrawn, ==, 0);
  expect (self, "SELECT title FROM product WHERE id = 'shirt'", "{\"he\":\"חולצה\",\"en\":\"Shirt\"}");
  expect (self, "SELECT gtin FROM variant WHERE id = 'shirt-s'", "07290012001000");
  expect (self, "SELECT price || ' ' || sale_price || ' ' || sale_from_us FROM variant WHERE id = 'shirt-s'",
          "24990 19990 1793484000000000");
  expect (self, "SELECT coalesce (sale_price, 'none') FROM variant WHERE id = 'shirt-m'", "none");
  expect (self, "SELECT count (*) FROM product_colour WHERE product_id = 'shirt'", "1");
  expect (self,
          "SELECT p.name ->> 'he' || ' > ' || (c.name ->> 'he') FROM category c JOIN category p ON p.id = c.parent",
          "נשים > חולצות");
  expect (self, "SELECT sum (product_count) FROM category", "3");
  expect (self, "SELECT phone FROM branch WHERE id = 'north'", "+97248123456");
  expect (self, "SELECT group_concat (variant_id || on_hand) FROM stock", "lamp1,shirt-m0,shirt-s3");
  expect (self, "SELECT count (*) FROM movement WHERE kind = 'count' AND source = 'feed'", "3");
  expect (self, "SELECT currency || default_branch FROM shop", "ILSnorth");
}

static void
test_twice (Fixture *self, gconstpointer data)
{
  MadafImportResult result;

  import_soundly (self, BRANCHES, HEADER SHIRT_S SHIRT_M LAMP, LEVELS);
  expect (self, "SELECT count (*) FROM event", "4");
  result = import_soundly (self, BRANCHES, HEADER SHIRT_S SHIRT_M LAMP, LEVELS);
  g_assert_cmpint (result.products + result.branches + result.stock_levels + result.withdrawn, ==, 0);
  expect (self, "SELECT count (*) FROM event", "4");
  expect (self, "SELECT count (*) FROM movement", "3");
}

static void
test_changes (Fixture *self, gconstpointer data)
{
  MadafImportResult result;

  import_soundly (self, BRANCHES, HEADER SHIRT_S SHIRT_M LAMP, LEVELS);
  /* The lamp is gone, its barcode wanders to a shirt, and of the shirts one size is left. */
  result = import_soundly (self, BRANCHES,
                           HEADER "shirt-m\tshirt\t7290012001024\tחולצה\t\t199.90 ILS\t\t\t\tM\t\tנשים > חולצות\n",
                           "store_code\tid\tquantity\nsouth\tshirt-m\t5\n");
  g_assert_cmpint (result.products, ==, 1);
  g_assert_cmpint (result.withdrawn, ==, 1);
  expect (self, "SELECT group_concat (id) FROM product WHERE hidden = 0", "shirt");
  expect (self, "SELECT group_concat (id || gtin || price) FROM variant WHERE hidden = 0",
          "shirt-m0729001200102419990");
  expect (self, "SELECT group_concat (variant_id || on_hand) FROM stock", "lamp0,shirt-m5,shirt-s0");
  expect (self, "SELECT count (*) FROM category WHERE name ->> 'he' = 'בית'", "0");
  /* It comes back as it was. */
  result = import_soundly (self, BRANCHES, HEADER SHIRT_S SHIRT_M LAMP, LEVELS);
  g_assert_cmpint (result.products, ==, 2);
  expect (self, "SELECT group_concat (id || gtin) FROM variant WHERE hidden = 0 AND product_id = 'lamp'",
          "lamp07290012001024");
}

static gboolean
reserve_lamp (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, "UPDATE stock SET reserved = 1 WHERE variant_id = 'lamp'",
                                    MADAF_NO_VALUES, NULL, error);
}

static void
test_stock_of_a_till (Fixture *self, gconstpointer data)
{
  MadafImportResult result;

  import_soundly (self, BRANCHES, HEADER SHIRT_S SHIRT_M LAMP, LEVELS);
  g_assert_true (madaf_store_write (self->store, reserve_lamp, NULL, NULL));
  /* Only the levels: what is not listed is not there, what is as it was is not counted again. */
  result = import_soundly (self, NULL, NULL, "store_code\tid\tquantity\nnorth\tshirt-s\t3\n");
  g_assert_cmpint (result.stock_levels, ==, 1);
  g_assert_cmpint (result.withdrawn, ==, 0);
  expect (self, "SELECT group_concat (variant_id || on_hand) FROM stock", "lamp0,shirt-m0,shirt-s3");
  expect (self, "SELECT on_hand || ' ' || reserved FROM movement WHERE variant_id = 'lamp' AND quantity = 0", "0 1");
}

#define PRICED "store_code\tid\tquantity\tprice\tsale_price\tsale_price_effective_date\n"
#define PRICES                                                                                                         \
  "SELECT group_concat (branch_id || ' ' || variant_id || ' ' || coalesce (price, '-') || ' ' || "                     \
  "coalesce (sale_price, '-'), ', ') FROM branch_price"

/* The prices of branches: what differs is kept, and only as long as the feed says so. */
static void
test_prices_of_branches (Fixture *self, gconstpointer data)
{
  MadafImportResult result = import_soundly (self, BRANCHES, HEADER SHIRT_S SHIRT_M LAMP,
                                             PRICED "north\tlamp\t1\t89.00 ILS\t\t\n"
                                                    "south\tlamp\t1\t99.00 ILS\t\t\n"
                                                    "south\tshirt-m\t2\t\t149.00 ILS\t2026-11-01T00:00+0200/"
                                                    "2026-12-31T00:00+0200\n");

  g_assert_cmpint (result.stock_levels, ==, 3);
  expect (self, PRICES, "north lamp 8900 -, south shirt-m - 14900");
  result = import_soundly (self, NULL, NULL,
                           PRICED "north\tlamp\t1\t88.00 ILS\t\t\nsouth\tlamp\t1\t99.00 ILS\t\t\n"
                                  "south\tshirt-m\t2\t\t149.00 ILS\t2026-11-01T00:00+0200/2026-12-31T00:00+0200\n");
  g_assert_cmpint (result.stock_levels, ==, 1);
  expect (self, PRICES, "north lamp 8800 -, south shirt-m - 14900");
  /* Kiosks read anew: the goods were told to have changed. */
  expect (self, "SELECT count (*) FROM event WHERE kind = 'catalogue'", "2");
  /* The shirt's row says no price any more, the lamp's row is gone: its pieces too. */
  result = import_soundly (self, NULL, NULL, PRICED "south\tlamp\t1\t\t\t\nsouth\tshirt-m\t2\t\t\t\n");
  g_assert_cmpint (result.stock_levels, ==, 3);
  expect (self, "SELECT count (*) FROM branch_price", "0");
}

static void
test_bad_prices_of_branches (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };

  g_assert_true (import (self, BRANCHES, HEADER SHIRT_M LAMP,
                         PRICED "north\tlamp\t4\tcheap\t\t\nsouth\tlamp\t5\t99.00 EUR\t\t\n", &result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (self->report.n_errors, ==, 2);
  /* The pieces are there all the same. */
  expect (self, "SELECT group_concat (branch_id || on_hand) FROM stock", "north4,south5");
  expect (self, "SELECT count (*) FROM branch_price", "0");
  /* A feed of levels alone is held to the shop's currency too. */
  g_assert_false (import (self, NULL, NULL, PRICED "north\tlamp\t4\t9.00 EUR\t\t\n", &result, &error));
  g_assert_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CURRENCY);
}

static void
test_bad_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };

  g_assert_true (import (self, BRANCHES, HEADER SHIRT_S SHIRT_S LAMP "x\t\t123\tX\t\t1 ILS\n", NULL, &result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (result.products, ==, 2);
  g_assert_cmpuint (self->report.n_errors, ==, 2);
  g_assert_nonnull (strstr (self->said->str, "products.tsv:3: the id “shirt-s” or its gtin is in the feed already"));
  g_assert_nonnull (strstr (self->said->str, "products.tsv:5: the gtin is not one"));
}

static void
test_limit_stops_the_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };

  import_soundly (self, BRANCHES, HEADER SHIRT_S SHIRT_M LAMP, LEVELS);
  g_assert_false (import (self, BRANCHES, HEADER LAMP "a\nb\nc\n", LEVELS, &result, &error));
  g_assert_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_TOO_MANY);
  expect (self, "SELECT count (*) FROM product WHERE hidden = 0", "2");
  expect (self, "SELECT count (*) FROM movement", "3");
}

static void
test_other_currency (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };

  import_soundly (self, BRANCHES, HEADER LAMP, NULL);
  g_assert_false (import (self, NULL, HEADER "lamp\t\t\tLamp\t\t99.00 EUR\n", NULL, &result, &error));
  g_assert_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CURRENCY);
  expect (self, "SELECT price FROM variant", "9900");
}

#define SHOP "SELECT name || ' ' || country || ' ' || currency FROM shop"

static void
test_shop (Fixture *self, gconstpointer data)
{
  MadafImportResult result = { 0 };
  g_autoptr (GError) error = NULL;

  self->saying = (Saying){ .shop_name = "{\"he\":\"ענבל\",\"en\":\"Inbal\"}", .country = "FR" };
  /* With nothing that tells the currency there is no shop yet, and its name is not lost silently. */
  g_assert_false (import (self, BRANCHES_ABROAD, NULL, NULL, &result, &error));
  g_assert_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CURRENCY);
  expect (self, "SELECT count (*) FROM branch", "0");
  self->saying.currency = "EUR";
  import_soundly (self, BRANCHES_ABROAD, NULL, NULL);
  expect (self, SHOP, "{\"he\":\"ענבל\",\"en\":\"Inbal\"} FR EUR");
  expect (self, "SELECT group_concat (id || ' ' || coalesce (country, '-') || ' ' || phone) FROM branch",
          "eilat IL +97286312345,lyon - +33472123456");
  /* Later imports leave it, and may change it alone: kiosks are told. */
  self->saying = (Saying){ 0 };
  import_soundly (self, NULL, HEADER "lamp\t\t\tLamp\t\t99.00 EUR\n", NULL);
  expect (self, SHOP, "{\"he\":\"ענבל\",\"en\":\"Inbal\"} FR EUR");
  expect (self, "SELECT count (*) FROM event WHERE kind = 'catalogue'", "2");
  self->saying = (Saying){ .shop_name = "{\"he\":\"ורד\"}", .country = "IL" };
  import_soundly (self, NULL, NULL, NULL);
  expect (self, SHOP, "{\"he\":\"ורד\"} IL EUR");
  expect (self, "SELECT count (*) FROM event WHERE kind = 'catalogue'", "3");
  import_soundly (self, NULL, NULL, NULL);
  expect (self, "SELECT count (*) FROM event WHERE kind = 'catalogue'", "3");
}

/* What was read, spoiled before it is applied; the shop stays as it was. */
static void
check_spoiled (Fixture *self, const char *staging, const guint8 *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };

  g_assert_true (g_file_set_contents (staging, (const char *)bytes, (gssize)size, NULL));
  g_assert_false (madaf_import_apply_file (self->store, staging, NOW, &result, &error));
  g_assert_true (error->domain == MADAF_IMPORT_ERROR
                 || g_error_matches (error, MADAF_STORE_ERROR, MADAF_STORE_ERROR_DAMAGED));
  expect (self, "SELECT count (*) FROM product", "1");
  expect (self, "SELECT count (*) FROM branch", "0");
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *staging = g_build_filename (self->folder, "staging", NULL);
  g_autofree char *products = write_file (self, "products.tsv", HEADER SHIRT_S SHIRT_M);
  g_autofree char *branches = write_file (self, "branches.tsv", BRANCHES);
  g_autofree guint8 *bytes = NULL;
  gsize size = 0;
  const MadafImportOptions options = { .products = products,
                                       .branches = branches,
                                       .language = "he",
                                       .time_zone = "Asia/Jerusalem",
                                       .without_pictures = TRUE };

  import_soundly (self, NULL, HEADER LAMP, NULL);
  g_assert_true (madaf_import_prepare (&options, staging, &self->report, NULL));
  g_assert_true (g_file_get_contents (staging, (char **)&bytes, &size, NULL));
  /* The pages of the items' table, whichever they are. */
  for (gsize page = 4096; page < size; page += 4096)
    {
      g_autofree guint8 *spoiled = g_memdup2 (bytes, size);

      memset (spoiled + page, 0xa5, 4096);
      if (memmem (bytes + page, 4096, "shirt-s", 7) != NULL)
        check_spoiled (self, staging, spoiled, size);
    }
  check_spoiled (self, staging, bytes, size / 2 / 4096 * 4096);
}

static gboolean
put_foreign (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (MadafShopProduct) product = madaf_shop_product_new ();
  MadafShopVariant *variant = g_new0 (MadafShopVariant, 1);

  product->id = g_strdup ("own");
  product->source = g_strdup ("till");
  product->title = g_strdup ("{\"he\":\"שלנו\"}");
  product->updated_us = NOW;
  variant->id = g_strdup ("own-1");
  variant->gtin = g_strdup ("07290012001024");
  variant->price = 100;
  variant->sale_price = -1;
  g_ptr_array_add (product->variants, variant);
  return madaf_catalogue_put_product (transaction, product, error);
}

static void
test_goods_of_others (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  MadafImportResult result = { 0 };

  madaf_store_write (self->store, put_foreign, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (import (self, BRANCHES, HEADER LAMP, NULL, &result, &error));
  g_assert_error (error, MADAF_IMPORT_ERROR, MADAF_IMPORT_ERROR_CONFLICT);
  g_clear_error (&error);
  import_soundly (self, BRANCHES, HEADER SHIRT_S, NULL);
  expect (self, "SELECT group_concat (id) FROM product WHERE hidden = 0", "own,shirt");
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/feeds/import/first", test_first);
  ADD ("/feeds/import/twice", test_twice);
  ADD ("/feeds/import/changes", test_changes);
  ADD ("/feeds/import/stock-of-a-till", test_stock_of_a_till);
  ADD ("/feeds/import/prices-of-branches", test_prices_of_branches);
  ADD ("/feeds/import/bad-prices-of-branches", test_bad_prices_of_branches);
  ADD ("/feeds/import/bad-rows", test_bad_rows);
  ADD ("/feeds/import/limit-stops-the-whole", test_limit_stops_the_whole);
  ADD ("/feeds/import/other-currency", test_other_currency);
  ADD ("/feeds/import/shop", test_shop);
  ADD ("/feeds/import/damaged", test_damaged);
  ADD ("/feeds/import/goods-of-others", test_goods_of_others);
  return g_test_run ();
}
