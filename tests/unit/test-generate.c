/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/generate.h"

#include <glib/gstdio.h>

#include "central/feeds/demo.h"
#include "model/gtin.h"

typedef struct
{
  char *folder;
  MadafStore *store;
} Shop;

static void
shop_open (Shop *shop)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  shop->folder = g_dir_make_tmp ("madaf-generate-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (shop->folder, "shop.db", NULL);
  shop->store = madaf_store_open (path, &error);
  g_assert_no_error (error);
}

static void
shop_close (Shop *shop)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  madaf_store_close (shop->store);
  dir = g_dir_open (shop->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (shop->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (shop->folder);
  g_free (shop->folder);
}

static void
generate (Shop *shop, guint n_products, guint n_variants, guint n_branches, guint64 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafClock) clock = madaf_clock_new_manual (G_GINT64_CONSTANT (1795000000000000));
  const MadafGenerateOptions options = { n_products, n_variants, n_branches, seed };

  shop_open (shop);
  madaf_generate (shop->store, &options, clock, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *sql;
  GString *text;
} Question;

static gboolean
ask (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (transaction, question->sql, MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    g_string_append_printf (question->text, "%s\n", madaf_rows_text (rows, 0));
  return rows != NULL && !madaf_rows_failed (rows);
}

static char *
answer (Shop *shop, const char *sql)
{
  g_autoptr (GError) error = NULL;
  Question question = { sql, g_string_new (NULL) };

  madaf_store_read (shop->store, ask, &question, &error);
  g_assert_no_error (error);
  return g_string_free (question.text, FALSE);
}

static void
expect (Shop *shop, const char *sql, const char *expected)
{
  g_autofree char *text = answer (shop, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  Shop shop;

  generate (&shop, 30, 100, 7, 1);
  expect (&shop, "SELECT count (*) FROM product", "30\n");
  expect (&shop, "SELECT count (*) FROM variant", "100\n");
  expect (&shop, "SELECT count (*) FROM branch", "7\n");
  expect (&shop, "SELECT max (n) - min (n) FROM (SELECT count (*) AS n FROM variant GROUP BY product_id)", "1\n");
  expect (&shop, "SELECT count (*) BETWEEN 250 AND 650 FROM stock", "1\n");
  expect (&shop,
          "SELECT count (*) FROM product WHERE title ->> 'he' = '' OR title ->> 'ar' = '' OR title ->> 'ru' = ''"
          " OR title ->> 'en' = ''",
          "0\n");
  expect (&shop,
          "SELECT count (*) FROM variant v WHERE NOT EXISTS (SELECT 1 FROM product_colour c"
          " WHERE c.product_id = v.product_id AND c.colour_id = v.colour_id)",
          "0\n");
  expect (&shop, "SELECT sum (product_count) FROM category WHERE parent IS NULL", "30\n");
  shop_close (&shop);
}

static void
test_gtins (void)
{
  Shop shop;
  g_autofree char *all = NULL;
  g_auto (GStrv) gtins = NULL;

  generate (&shop, 10, 60, 3, 5);
  expect (&shop, "SELECT count (DISTINCT gtin) FROM variant", "60\n");
  all = answer (&shop, "SELECT gtin FROM variant");
  gtins = g_strsplit (g_strchomp (all), "\n", -1);
  for (guint i = 0; gtins[i] != NULL; i++)
    {
      g_autofree char *gtin = madaf_gtin_normalise (gtins[i], NULL);

      g_assert_cmpstr (gtin, ==, gtins[i]);
      g_assert_true (g_str_has_prefix (gtin, "0729"));
    }
  shop_close (&shop);
}

static void
test_seed (void)
{
  static const char *const sql = "SELECT group_concat (variant_id || branch_id || on_hand) || (SELECT group_concat "
                                 "(id || title || popularity) FROM product) FROM stock";
  Shop one, two, three;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *other = NULL;

  generate (&one, 20, 60, 5, 7);
  generate (&two, 20, 60, 5, 7);
  generate (&three, 20, 60, 5, 8);
  first = answer (&one, sql);
  second = answer (&two, sql);
  other = answer (&three, sql);
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, !=, other);
  shop_close (&one);
  shop_close (&two);
  shop_close (&three);
}

static void
test_many_variants_of_one (void)
{
  Shop shop;

  generate (&shop, 1, 200, 2, 1);
  expect (&shop, "SELECT count (*) FROM (SELECT DISTINCT colour_id, size FROM variant)", "200\n");
  shop_close (&shop);
}

static void
test_only_into_an_empty_one (void)
{
  Shop shop;
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafClock) clock = madaf_clock_new_manual (0);
  const MadafGenerateOptions options = { 1, 1, 1, 1 };

  generate (&shop, 2, 2, 1, 1);
  g_assert_false (madaf_generate (shop.store, &options, clock, &error));
  g_assert_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_NOT_EMPTY);
  expect (&shop, "SELECT count (*) FROM product", "2\n");
  shop_close (&shop);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/generate/numbers", test_numbers);
  g_test_add_func ("/generate/gtins", test_gtins);
  g_test_add_func ("/generate/seed", test_seed);
  g_test_add_func ("/generate/many-variants-of-one", test_many_variants_of_one);
  g_test_add_func ("/generate/only-into-an-empty-one", test_only_into_an_empty_one);
  return g_test_run ();
}
