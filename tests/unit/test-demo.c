/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/feeds/demo.h"

#include <glib/gstdio.h>
#include <string.h>

#include "central/shop/catalogue.h"
#include "central/together-job.h"
#include "model/gtin.h"

/* What the demo shop promises to whoever opens the kiosk for the first time. */

#define SOME_DAY G_GINT64_CONSTANT (1795000000000000)

typedef struct
{
  char *folder;
  char *path;
  MadafStore *store;
} Shop;

static gboolean
fill (Shop *shop, guint64 seed, GError **error)
{
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (seed);
  g_autoptr (MadafClock) clock = madaf_clock_new_manual (SOME_DAY);

  return madaf_demo_fill (shop->store, madaf_demo_get_folder (), random, clock, error);
}

static void
shop_open (Shop *shop)
{
  g_autoptr (GError) error = NULL;

  shop->folder = g_dir_make_tmp ("madaf-demo-XXXXXX", &error);
  g_assert_no_error (error);
  shop->path = g_build_filename (shop->folder, "shop.db", NULL);
  shop->store = madaf_store_open (shop->path, &error);
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
  g_free (shop->path);
}

/* The shop that all tests but one look at. */
static Shop demo;

typedef struct
{
  const char *sql;
  gint64 number;
  GString *text;
} Question;

static gboolean
ask (MadafTransaction *transaction, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (MadafRows) rows = madaf_transaction_query (transaction, question->sql, MADAF_NO_VALUES, error);

  while (rows != NULL && madaf_rows_next (rows, error))
    {
      question->number = madaf_rows_int (rows, 0);
      if (question->text != NULL)
        g_string_append_printf (question->text, "%s\n", madaf_rows_text (rows, 0));
    }
  return rows != NULL && !madaf_rows_failed (rows);
}

static gint64
count_in (Shop *shop, const char *sql)
{
  g_autoptr (GError) error = NULL;
  Question question = { .sql = sql, .number = -1 };

  madaf_store_read (shop->store, ask, &question, &error);
  g_assert_no_error (error);
  return question.number;
}

static char *
list_in (Shop *shop, const char *sql)
{
  g_autoptr (GError) error = NULL;
  Question question = { .sql = sql, .text = g_string_new (NULL) };

  madaf_store_read (shop->store, ask, &question, &error);
  g_assert_no_error (error);
  return g_string_free (question.text, FALSE);
}

#define assert_none(sql)                                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found = list_in (&demo, sql);                                                                     \
    g_assert_cmpstr (found, ==, "");                                                                                   \
  }                                                                                                                    \
  G_STMT_END

static void
test_size (void)
{
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM product WHERE hidden = 0 AND source = 'demo'"), >=, 72);
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM variant WHERE hidden = 0"), >=, 300);
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM branch"), >=, 6);
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM review"), >=, 600);
  assert_none ("SELECT id FROM category WHERE product_count = 0");
}

static void
test_gtins (void)
{
  g_autofree char *all = list_in (&demo, "SELECT gtin FROM variant");
  g_auto (GStrv) gtins = g_strsplit (g_strchomp (all), "\n", -1);

  for (guint i = 0; gtins[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *gtin = madaf_gtin_normalise (gtins[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (gtin, ==, gtins[i]);
      g_assert_true (g_str_has_prefix (gtin, "0729"));
    }
}

#define FOUR_LANGUAGES(column)                                                                                         \
  "min (length (trim (coalesce (" column " ->> 'he', ''))), length (trim (coalesce (" column " ->> 'ar', ''))),"       \
  " length (trim (coalesce (" column " ->> 'ru', ''))), length (trim (coalesce (" column " ->> 'en', '')))) = 0"

static void
test_languages (void)
{
  assert_none ("SELECT id FROM product WHERE " FOUR_LANGUAGES ("title"));
  assert_none ("SELECT id FROM product WHERE " FOUR_LANGUAGES ("description"));
  assert_none ("SELECT p.id FROM product p, json_each (p.details) d WHERE " FOUR_LANGUAGES ("(d.value -> 'label')"));
  assert_none ("SELECT p.id FROM product p, json_each (p.details) d WHERE " FOUR_LANGUAGES ("(d.value -> 'value')"));
  assert_none ("SELECT colour_id FROM product_colour WHERE " FOUR_LANGUAGES ("name"));
  assert_none ("SELECT id FROM category WHERE " FOUR_LANGUAGES ("name"));
  assert_none ("SELECT id FROM branch WHERE " FOUR_LANGUAGES ("name"));
  assert_none ("SELECT id FROM branch WHERE " FOUR_LANGUAGES ("address"));
  assert_none ("SELECT id FROM branch WHERE " FOUR_LANGUAGES ("city"));
  assert_none ("SELECT id FROM shop WHERE " FOUR_LANGUAGES ("name"));
}

static void
test_reviews (void)
{
  assert_none ("SELECT min (id) FROM review GROUP BY text HAVING count (*) > 1");
  g_assert_cmpint (count_in (&demo, "SELECT min (n) FROM (SELECT count (*) AS n FROM review GROUP BY language)"), >=,
                   50);
  g_assert_cmpint (count_in (&demo, "SELECT count (DISTINCT stars) FROM review"), ==, 5);
  assert_none ("SELECT id FROM product p WHERE stars_1 + stars_2 + stars_3 + stars_4 + stars_5"
               " <> (SELECT count (*) FROM review WHERE product_id = p.id)");
}

static void
test_stock (void)
{
#define BY_PRODUCT                                                                                                     \
  "FROM (SELECT v.product_id, s.branch_id, sum (on_hand) AS n, min (on_hand) AS least, max (on_hand) AS most"          \
  " FROM stock s JOIN variant v ON v.id = s.variant_id GROUP BY v.product_id, s.branch_id)"
  /* A size sold out beside one that is there; last pieces; a branch without the product; one that nobody has. */
  g_assert_cmpint (count_in (&demo, "SELECT count (*) " BY_PRODUCT " WHERE least = 0 AND most > 0"), >, 50);
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM stock WHERE on_hand = 1"), >, 100);
  g_assert_cmpint (count_in (&demo,
                             "SELECT count (*) FROM product p, branch b WHERE NOT EXISTS (SELECT 1 FROM variant v"
                             " JOIN stock s ON s.variant_id = v.id WHERE v.product_id = p.id"
                             " AND s.branch_id = b.id)"),
                   >, 10);
  g_assert_cmpint (
      count_in (&demo, "SELECT count (*) FROM (SELECT 1 " BY_PRODUCT " GROUP BY product_id HAVING sum (n) = 0)"), ==,
      1);
  /* Every level has its line in the ledger, and nothing else is there. */
  g_assert_cmpint (
      count_in (&demo, "SELECT count (*) FROM movement m JOIN stock s USING (variant_id, branch_id)"
                       " WHERE m.kind = 'count' AND m.quantity - (SELECT count (*) FROM order_line l JOIN fulfilment f"
                       " ON f.id = l.fulfilment_id JOIN customer_order o ON o.id = f.order_id"
                       " WHERE o.state = 'shipped' AND l.variant_id = s.variant_id"
                       " AND f.branch_id = s.branch_id) = s.on_hand"),
      ==, count_in (&demo, "SELECT count (*) FROM stock"));
  g_assert_cmpint (
      count_in (&demo,
                "SELECT count (*) FROM event WHERE kind NOT IN ('catalogue', 'basket', 'lists', 'order', 'stock')"),
      ==, 0);
}

static void
test_pictures (void)
{
  /* One product has no picture on purpose: what has none must look well too. */
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM product p WHERE NOT EXISTS"
                                    " (SELECT 1 FROM product_picture WHERE product_id = p.id)"),
                   ==, 1);
  assert_none (
      "SELECT product_id || ' ' || colour_id FROM product_colour c WHERE (SELECT count (*) FROM product_picture"
      " x WHERE x.product_id = c.product_id AND x.colour_id = c.colour_id) < 3"
      " AND EXISTS (SELECT 1 FROM product_picture x WHERE x.product_id = c.product_id)");
  assert_none ("SELECT id FROM picture WHERE max (width, height) <> 1200 OR media_type <> 'image/jpeg'");
  assert_none ("SELECT id FROM picture WHERE hex (substr (large, 1, 3)) <> 'FFD8FF' OR hex (substr (small, 1, 3)) <> "
               "'FFD8FF' OR length (small) >= length (large)");
  assert_none ("SELECT id FROM category WHERE picture_id IS NULL");
}

static void
test_relations (void)
{
  assert_none ("SELECT product_id || ' ' || other_id FROM product_relation WHERE product_id = other_id"
               " OR other_id NOT IN (SELECT id FROM product)");
  g_assert_cmpint (count_in (&demo, "SELECT count (DISTINCT product_id) FROM product_relation"), >=, 60);
}

static void
test_looks (void)
{
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM look"), >=, 6);
  assert_none ("SELECT id FROM look WHERE " FOUR_LANGUAGES ("title"));
  assert_none ("SELECT look_id || ' ' || product_id FROM look_piece p WHERE NOT EXISTS (SELECT 1 FROM product_colour c"
               " WHERE c.product_id = p.product_id AND c.colour_id = p.colour_id)");
  assert_none ("SELECT look_id FROM look_piece GROUP BY look_id HAVING count (*) NOT BETWEEN 3 AND 10");
}

/* Everybody who can sign in has points, and there is something to scan. */
static void
test_money (void)
{
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM purse WHERE kind = 'points' AND balance > 0"), ==,
                   count_in (&demo, "SELECT count (*) FROM member"));
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM purse WHERE kind = 'gift_card' AND last_four <> ''"), ==, 2);
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM reward_rule"), ==, 1);
  g_assert_cmpint (count_in (&demo, "SELECT count (DISTINCT member_id) FROM coupon_member WHERE waiting"), >=, 4);
  assert_none ("SELECT id FROM coupon WHERE " FOUR_LANGUAGES ("title"));
  assert_none ("SELECT reference FROM coupon_scope WHERE reference NOT IN (SELECT id FROM category)");
  assert_none (
      "SELECT number FROM purse p WHERE balance <> (SELECT sum (amount) FROM purse_entry WHERE purse = p.number)");
}

/* Orders that are over: from several channels, touching no stock, and naming nobody for longer than guests are kept. */
#define UNDER_WAY "state IN ('placed', 'picking', 'ready', 'shipped')"

static void
test_orders (void)
{
  static const char *const stands[] = { "placed 0", "picking 1", "ready 0", "shipped 0" };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM customer_order WHERE NOT " UNDER_WAY), ==, 260);
  g_assert_cmpint (count_in (&demo, "SELECT count (DISTINCT actor) FROM order_event WHERE number = 1"), ==, 3);
  assert_none ("SELECT id FROM customer_order WHERE (NOT " UNDER_WAY " AND state NOT IN ('collected', 'delivered'))"
               " OR (name <> 'Demo' AND member_id IS NULL)");
  /* Every member has one in each state on the way, and one that is late; what is not handed out is reserved. */
  for (guint i = 0; i < G_N_ELEMENTS (stands); i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("SELECT m.id FROM member m WHERE (SELECT count (*) FROM customer_order o JOIN fulfilment f"
                             " ON f.order_id = o.id WHERE o.member_id = m.id AND o.state || ' '"
                             " || (f.late_us IS NOT NULL) = '%s') <> 1",
                             stands[i]);

      assert_none (sql);
    }
  g_assert_cmpint (count_in (&demo, "SELECT sum (reserved) FROM stock"), ==,
                   3 * count_in (&demo, "SELECT count (*) FROM member"));
  assert_none ("SELECT order_id FROM outbox WHERE kind = 'order'");
  g_assert_cmpint (count_in (&demo, "SELECT min (placed_us) FROM customer_order"), >, SOME_DAY - 90 * G_TIME_SPAN_DAY);
  g_assert_cmpint (count_in (&demo, "SELECT max (placed_us) FROM customer_order"), <, SOME_DAY);
  assert_none ("SELECT id FROM customer_order o WHERE total <> (SELECT sum (l.total) FROM fulfilment f"
               " JOIN order_line l ON l.fulfilment_id = f.id WHERE f.order_id = o.id)");
  assert_none ("SELECT variant_id FROM order_line WHERE variant_id NOT IN (SELECT id FROM variant)");
  g_assert_true (madaf_together_update (demo.store, SOME_DAY, NULL, &error));
  g_assert_no_error (error);
  /* Every look has pieces of which one can be told that many bought both. */
  assert_none ("SELECT id FROM look k WHERE (SELECT max (t.orders) FROM look_piece a JOIN look_piece b"
               " ON b.look_id = a.look_id AND b.product_id <> a.product_id JOIN together t"
               " ON t.product_id = a.product_id AND t.other_id = b.product_id WHERE a.look_id = k.id) < 6");
}

static void
test_only_into_an_empty_one (void)
{
  g_autoptr (GError) error = NULL;
  gint64 before = count_in (&demo, "SELECT count (*) FROM stock");
  gboolean wanted = TRUE;

  g_assert_true (madaf_demo_is_wanted (demo.store, &wanted, &error));
  g_assert_false (wanted);
  g_assert_false (fill (&demo, 2, &error));
  g_assert_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_NOT_EMPTY);
  g_assert_cmpint (count_in (&demo, "SELECT count (*) FROM stock"), ==, before);
}

static void
test_same_seed (void)
{
  static const char *const everything
      = "SELECT group_concat (variant_id || branch_id || on_hand || changed_us) FROM stock";
  Shop again = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *one = list_in (&demo, everything);
  g_autofree char *two = NULL;

  shop_open (&again);
  fill (&again, 1, &error);
  g_assert_no_error (error);
  two = list_in (&again, everything);
  g_assert_cmpstr (one, ==, two);
  shop_close (&again);
}

static void
test_missing_files (void)
{
  Shop empty = { 0 };
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (1);
  g_autoptr (MadafClock) clock = madaf_clock_new_manual (SOME_DAY);
  g_autoptr (GError) error = NULL;
  gboolean wanted = FALSE;

  shop_open (&empty);
  g_assert_false (madaf_demo_fill (empty.store, empty.folder, random, clock, &error));
  g_assert_error (error, MADAF_DEMO_ERROR, MADAF_DEMO_ERROR_DATA);
  g_clear_error (&error);
  g_assert_true (madaf_demo_is_wanted (empty.store, &wanted, &error));
  g_assert_true (wanted);
  shop_close (&empty);
}

/* Whoever signs in with one of the demo phones finds something everywhere. */
static void
test_members (void)
{
  assert_none ("SELECT id FROM member m WHERE (SELECT count (DISTINCT e.actor) FROM customer_order o JOIN order_event e"
               " ON e.order_id = o.id AND e.number = 1 WHERE o.member_id = m.id) < 2");
  assert_none ("SELECT id FROM customer_order o WHERE member_id IS NOT NULL AND phone <> (SELECT phone FROM member m"
               " WHERE m.id = o.member_id)");
  assert_none ("SELECT m.id FROM member m LEFT JOIN basket b ON b.member_id = m.id WHERE (SELECT count (*)"
               " FROM basket_line l WHERE l.basket_id = b.id) < 2");
  assert_none ("SELECT m.id FROM member m WHERE (SELECT count (*) FROM wishlist w WHERE w.member_id = m.id) <> 2");
  /* One that is cheaper now. */
  assert_none ("SELECT m.id FROM member m WHERE NOT EXISTS (SELECT 1 FROM wishlist w JOIN wish ON wish.list_id = w.id"
               " JOIN variant v ON v.product_id = wish.product_id WHERE w.member_id = m.id"
               " AND v.sale_price < wish.saved_price)");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  gint64 start;
  int result;

  g_test_init (&argc, &argv, NULL);
  shop_open (&demo);
  start = g_get_monotonic_time ();
  fill (&demo, 1, &error);
  g_assert_no_error (error);
  g_test_message ("Filled in %.2f s", (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  g_test_add_func ("/demo/size", test_size);
  g_test_add_func ("/demo/gtins", test_gtins);
  g_test_add_func ("/demo/languages", test_languages);
  g_test_add_func ("/demo/reviews", test_reviews);
  g_test_add_func ("/demo/stock", test_stock);
  g_test_add_func ("/demo/pictures", test_pictures);
  g_test_add_func ("/demo/relations", test_relations);
  g_test_add_func ("/demo/looks", test_looks);
  g_test_add_func ("/demo/money", test_money);
  g_test_add_func ("/demo/orders", test_orders);
  g_test_add_func ("/demo/members", test_members);
  g_test_add_func ("/demo/only-into-an-empty-one", test_only_into_an_empty_one);
  g_test_add_func ("/demo/same-seed", test_same_seed);
  g_test_add_func ("/demo/missing-files", test_missing_files);
  result = g_test_run ();
  shop_close (&demo);
  return result;
}
