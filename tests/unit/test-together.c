/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/together.h"

#include "look-fixture.h"

#include "central/shop/error.h"
#include "central/shop/order.h"
#include "central/shop/together-tally.h"
#include "central/together-job.h"

/* What was bought together: counted once, told only of many, and the same whether counted order by order or all anew.
 */

#define MAX_LINES 6

typedef struct
{
  ShopFixture *fixture;
  const char *variants[MAX_LINES + 1];
  char *order_id;
} Placing;

static gboolean
place (MadafTransaction *transaction, gpointer data, GError **error)
{
  Placing *placing = data;
  MadafLineRequest lines[MAX_LINES];
  MadafOrderRequest request = { .lines = lines,
                                .name = "Dana",
                                .phone = "0501234567",
                                .payment = MADAF_PAYMENT_ON_COLLECTION,
                                .language = "he",
                                .expected_total = -1,
                                .actor = "kiosk" };
  g_auto (MadafRefusal) refusal = { 0 };
  g_autoptr (MadafShopOrder) order = NULL;

  for (; placing->variants[request.n_lines] != NULL; request.n_lines++)
    lines[request.n_lines] = (MadafLineRequest){ placing->variants[request.n_lines], 1, MADAF_REACH_COLLECT,
                                                 request.n_lines % 2 == 0 ? "north" : "south" };
  order
      = madaf_order_place (transaction, &request, placing->fixture->now_us, placing->fixture->random, &refusal, error);
  if (order == NULL)
    return FALSE;
  placing->order_id = g_strdup (order->id);
  return TRUE;
}

/* (transfer full) the order's id; a second passes. */
static char *
order (ShopFixture *fixture, const char *one, const char *two, const char *three)
{
  Placing placing = { fixture, { one, two, three }, NULL };

  fixture->now_us += G_TIME_SPAN_SECOND;
  shop_fixture_write (fixture, place, &placing);
  return placing.order_id;
}

static void
orders (ShopFixture *fixture, int n, const char *one, const char *two, const char *three)
{
  for (int i = 0; i < n; i++)
    g_free (order (fixture, one, two, three));
}

typedef struct
{
  ShopFixture *fixture;
  const char *order_id;
  MadafOrderAction action;
} Acting;

static gboolean
act (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Acting *acting = data;
  g_autoptr (MadafShopOrder) done = madaf_order_act (transaction, acting->order_id, NULL, acting->action, "staff",
                                                     "north", acting->fixture->now_us, error);

  return done != NULL;
}

static void
act_on (ShopFixture *fixture, const char *order_id, MadafOrderAction action)
{
  Acting acting = { fixture, order_id, action };

  fixture->now_us += G_TIME_SPAN_SECOND;
  shop_fixture_write (fixture, act, &acting);
}

static void
stock_up (ShopFixture *fixture)
{
  static const char *const variants[]
      = { "shirt-navy-m", "shirt-red-m", "jeans-navy-M", "shoe-sand-38", "bag", "dress-red-M", "sock-one" };

  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      shop_fixture_set_stock (fixture, variants[i], "north", 100000);
      shop_fixture_set_stock (fixture, variants[i], "south", 100000);
    }
}

static void
update (ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  madaf_together_update (fixture->store, fixture->now_us, NULL, &error);
  g_assert_no_error (error);
}

static void
recount (ShopFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  madaf_together_recount (fixture->store, fixture->now_us, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *product_id;
  int limit;
  MadafTogether *together;
} Asking;

static gboolean
ask (MadafTransaction *transaction, gpointer data, GError **error)
{
  Asking *asking = data;

  asking->together = madaf_together_get (transaction, asking->product_id, asking->limit, error);
  return asking->together != NULL;
}

/* "jeans 4, bag 3 of 9" */
static char *
tell (ShopFixture *fixture, const char *product_id, int limit)
{
  Asking asking = { product_id, limit, NULL };
  GString *text = g_string_new (NULL);

  shop_fixture_read (fixture, ask, &asking);
  for (guint i = 0; i < asking.together->companions->len; i++)
    {
      const MadafCompanion *companion = g_ptr_array_index (asking.together->companions, i);

      g_string_append_printf (text, "%s%s %" G_GINT64_FORMAT, i > 0 ? ", " : "", companion->product_id,
                              companion->orders);
    }
  g_string_append_printf (text, " of %" G_GINT64_FORMAT, asking.together->of);
  madaf_together_free (asking.together);
  return g_string_free (text, FALSE);
}

#define assert_told(fixture, product_id, wanted)                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *told = tell (fixture, product_id, MADAF_TOGETHER_LIMIT);                                          \
    g_assert_cmpstr (told, ==, wanted);                                                                                \
  }                                                                                                                    \
  G_STMT_END

static void
test_counts (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *one = NULL;

  stock_up (fixture);
  assert_told (fixture, "shirt", " of 0");
  orders (fixture, 4, "shirt-navy-m", "jeans-navy-M", NULL);
  /* Two variants of a product are that product once, at whichever branches. */
  orders (fixture, 3, "shirt-navy-m", "shirt-red-m", "bag");
  orders (fixture, 2, "shirt-navy-m", NULL, NULL);
  update (fixture);
  assert_told (fixture, "shirt", "jeans 4, bag 3 of 9");
  assert_told (fixture, "jeans", "shirt 4 of 4");
  one = tell (fixture, "shirt", 1);
  g_assert_cmpstr (one, ==, "jeans 4 of 9");
}

static void
test_suppression (ShopFixture *fixture, gconstpointer data)
{
  stock_up (fixture);
  orders (fixture, 2, "shirt-navy-m", "bag", NULL);
  update (fixture);
  assert_told (fixture, "shirt", " of 2");
  orders (fixture, 1, "shirt-navy-m", "bag", NULL);
  update (fixture);
  assert_told (fixture, "shirt", "bag 3 of 3");
  /* A product that is not sold any more is no advice. */
  look_fixture_run (fixture, "UPDATE product SET hidden = 1 WHERE id = 'bag'");
  assert_told (fixture, "shirt", " of 3");
}

static void
test_cancelled (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *early = NULL;
  g_autofree char *late = NULL;
  g_autofree char *handed_out = NULL;

  stock_up (fixture);
  orders (fixture, 3, "shirt-navy-m", "bag", NULL);
  early = order (fixture, "shirt-navy-m", "bag", NULL);
  handed_out = order (fixture, "shirt-navy-m", "bag", NULL);
  update (fixture);
  assert_told (fixture, "bag", "shirt 5 of 5");
  /* Counted before, and cancelled since; placed and cancelled since; gone on with, which changes nothing. */
  act_on (fixture, early, MADAF_ACTION_CANCEL);
  late = order (fixture, "shirt-navy-m", "bag", NULL);
  act_on (fixture, late, MADAF_ACTION_CANCEL);
  act_on (fixture, handed_out, MADAF_ACTION_MAKE_READY);
  act_on (fixture, handed_out, MADAF_ACTION_HAND_OUT);
  update (fixture);
  assert_told (fixture, "bag", "shirt 4 of 4");
  update (fixture);
  assert_told (fixture, "bag", "shirt 4 of 4");
  recount (fixture);
  assert_told (fixture, "bag", "shirt 4 of 4");
}

#define DUMP                                                                                                           \
  "SELECT coalesce (sum (length (t.product_id) * 7 + unicode (t.product_id) * 131 + unicode (t.other_id) * 17"         \
  " + length (t.other_id)) * 1000 + sum (t.orders * (unicode (t.product_id) * 31 + unicode (t.other_id))), 0)"         \
  " FROM together t JOIN together_state s USING (generation) WHERE t.orders > 0"

/* Whatever happens to orders between the counts, both ways of counting come to the same. */
static void
test_incremental (ShopFixture *fixture, gconstpointer data)
{
  static const char *const variants[]
      = { "shirt-navy-m", "shirt-red-m", "jeans-navy-M", "shoe-sand-38", "bag", "dress-red-M", "sock-one" };
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  guint64 seed = (guint32)g_test_rand_int ();
  g_autoptr (MadafRandom) random = madaf_random_new_seeded (seed);

  g_test_message ("seed %" G_GUINT64_FORMAT, seed);
  stock_up (fixture);
  recount (fixture);
  for (int i = 0; i < 250; i++)
    {
      guint64 what = madaf_random_below (random, 10);

      if (what < 7)
        g_ptr_array_add (open,
                         order (fixture, variants[madaf_random_below (random, 7)],
                                variants[madaf_random_below (random, 7)], variants[madaf_random_below (random, 7)]));
      else if (what == 9)
        update (fixture);
      else if (open->len > 0)
        {
          guint index = (guint)madaf_random_below (random, open->len);

          act_on (fixture, g_ptr_array_index (open, index), MADAF_ACTION_CANCEL);
          g_ptr_array_remove_index_fast (open, index);
        }
    }
  update (fixture);
  {
    gint64 followed = shop_fixture_number (fixture, DUMP);
    gint64 generation = shop_fixture_number (fixture, "SELECT generation FROM together_state");

    recount (fixture);
    g_assert_cmpint (shop_fixture_number (fixture, "SELECT generation FROM together_state"), ==, generation + 1);
    g_assert_cmpint (shop_fixture_number (fixture, DUMP), ==, followed);
    g_assert_cmpint (followed, >, 0);
  }
  /* What does not hold is not kept. */
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (DISTINCT generation) FROM together"), ==, 1);
}

/* Events that are not kept any more make it count anew. */
static void
test_lost_events (ShopFixture *fixture, gconstpointer data)
{
  stock_up (fixture);
  update (fixture);
  orders (fixture, 3, "shirt-navy-m", "bag", NULL);
  look_fixture_run (fixture, "DELETE FROM event");
  update (fixture);
  assert_told (fixture, "bag", "shirt 3 of 3");
}

/* After a day all is counted anew, so an order that was brought in with an old date comes in. */
static void
test_recounted_daily (ShopFixture *fixture, gconstpointer data)
{
  stock_up (fixture);
  orders (fixture, 3, "shirt-navy-m", "bag", NULL);
  update (fixture);
  orders (fixture, 1, "shirt-navy-m", "bag", NULL);
  look_fixture_run (fixture, "UPDATE customer_order SET placed_us = 1 WHERE placed_us ="
                             " (SELECT max (placed_us) FROM customer_order)");
  update (fixture);
  assert_told (fixture, "bag", "shirt 3 of 3");
  fixture->now_us += MADAF_TOGETHER_RECOUNT_US;
  update (fixture);
  assert_told (fixture, "bag", "shirt 4 of 4");
}

/* A recount that was cut off leaves what holds, and the next one tidies up. */
static void
test_cut_off (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  stock_up (fixture);
  orders (fixture, 3, "shirt-navy-m", "bag", NULL);
  update (fixture);
  look_fixture_run (fixture, "INSERT INTO together (generation, product_id, other_id, orders)"
                             " VALUES (2, 'shirt', 'shoe', 99), (7, 'shirt', 'dress', 99)");
  assert_told (fixture, "shirt", "bag 3 of 3");
  g_cancellable_cancel (cancellable);
  g_assert_false (madaf_together_recount (fixture->store, fixture->now_us, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_told (fixture, "shirt", "bag 3 of 3");
  recount (fixture);
  assert_told (fixture, "shirt", "bag 3 of 3");
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT max (orders) FROM together"), ==, 3);
}

static void
test_unknown (ShopFixture *fixture, gconstpointer data)
{
  Asking asking = { "none", 12, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (madaf_store_read (fixture->store, ask, &asking, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND);
}

/* An order of very many things says nothing of what goes together. */
static void
test_large_orders (void)
{
  g_autoptr (MadafTogetherTally) tally = madaf_together_tally_new ();
  g_autoptr (GPtrArray) products = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) counts = NULL;

  for (int i = 0; i < MADAF_TOGETHER_MAX_PRODUCTS; i++)
    g_ptr_array_add (products, g_strdup_printf ("p%02d", i));
  madaf_together_tally_add (tally, products, 1);
  counts = madaf_together_tally_list (tally);
  g_assert_cmpuint (counts->len, ==, MADAF_TOGETHER_MAX_PRODUCTS * MADAF_TOGETHER_MAX_PRODUCTS);
  g_assert_cmpstr (g_array_index (counts, MadafTogetherCount, 1).other_id, ==, "p01");
  madaf_together_tally_add (tally, products, -1);
  g_ptr_array_add (products, g_strdup ("one more"));
  madaf_together_tally_add (tally, products, 1);
  g_clear_pointer (&counts, g_array_unref);
  counts = madaf_together_tally_list (tally);
  g_assert_cmpuint (counts->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LOOK_TEST ("/together/counts", test_counts);
  LOOK_TEST ("/together/suppression", test_suppression);
  LOOK_TEST ("/together/cancelled", test_cancelled);
  LOOK_TEST ("/together/incremental", test_incremental);
  LOOK_TEST ("/together/lost-events", test_lost_events);
  LOOK_TEST ("/together/recounted-daily", test_recounted_daily);
  LOOK_TEST ("/together/cut-off", test_cut_off);
  LOOK_TEST ("/together/unknown", test_unknown);
  g_test_add_func ("/together/large-orders", test_large_orders);
  return g_test_run ();
}
