/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/my-size.h"

#include "central/shop/error.h"
#include "central/shop/order.h"
#include "central/shop/personal-data.h"
#include "shop-fixture.h"

/* What size a member wears, by what they bought and kept, or as they say. */

#define BRAND "Negev Mills"

static gboolean
put_goods (MadafTransaction *transaction, gpointer data, GError **error)
{
  gint64 now_us = ((ShopFixture *)data)->now_us;
  MadafShopCategory trousers = { .id = (char *)"trousers", .parent = (char *)"clothes", .name = (char *)"{}" };
  g_autoptr (MadafShopProduct) tee = shop_fixture_product ("tee", "{\"en\":\"Tee\"}", 1, now_us);
  g_autoptr (MadafShopProduct) chino = shop_fixture_product ("chino", "{\"en\":\"Chino\"}", 1, now_us);

  tee->brand = g_strdup (BRAND);
  g_ptr_array_add (tee->variants, shop_fixture_variant ("tee-s", NULL, NULL, "S", 4990));
  g_ptr_array_add (tee->variants, shop_fixture_variant ("tee-m", NULL, NULL, "M", 4990));
  chino->brand = g_strdup (BRAND);
  g_free (g_ptr_array_index (chino->categories, 0));
  chino->categories->pdata[0] = g_strdup ("trousers");
  g_ptr_array_add (chino->variants, shop_fixture_variant ("chino-32", NULL, NULL, "32", 9990));
  return madaf_catalogue_put_category (transaction, &trousers, "test", error)
         && madaf_catalogue_put_product (transaction, tee, error)
         && madaf_catalogue_put_product (transaction, chino, error)
         && madaf_catalogue_finish (transaction, now_us, error);
}

static void
set_up (ShopFixture *fixture, gconstpointer data)
{
  static const char *const variants[]
      = { "shirt-navy-s", "shirt-navy-m", "shirt-red-m", "sock-one", "tee-s", "tee-m", "chino-32" };

  shop_fixture_set_up (fixture, data);
  shop_fixture_write (fixture, put_goods, fixture);
  shop_fixture_add_member (fixture, "dana", "+972501234567");
  shop_fixture_add_member (fixture, "avi", "+972501234568");
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    shop_fixture_set_stock (fixture, variants[i], "north", 100);
}

typedef struct
{
  MadafOrderRequest request;
  ShopFixture *fixture;
  char *id; /* (owned) of the order */
} Purchase;

static gboolean
place (MadafTransaction *transaction, gpointer data, GError **error)
{
  Purchase *purchase = data;
  g_auto (MadafRefusal) refusal = { 0 };
  g_autoptr (MadafShopOrder) order = madaf_order_place (transaction, &purchase->request, purchase->fixture->now_us,
                                                        purchase->fixture->random, &refusal, error);

  purchase->id = order != NULL ? g_strdup (order->id) : NULL;
  return order != NULL;
}

/* A minute after whatever was bought before. Returns: the order (transfer full) */
static char *
buy (ShopFixture *fixture, const char *member_id, const char *variant_id, gint64 quantity)
{
  const MadafLineRequest line
      = { .variant_id = variant_id, .quantity = quantity, .reach = MADAF_REACH_COLLECT, .branch_id = "north" };
  Purchase purchase = { .fixture = fixture,
                        .request = { .lines = &line,
                                     .n_lines = 1,
                                     .name = "Somebody",
                                     .phone = "050-999-9999",
                                     .language = "he",
                                     .payment = MADAF_PAYMENT_TILL,
                                     .expected_total = -1,
                                     .actor = "kiosk",
                                     .branch_id = "north",
                                     .member_id = member_id } };

  fixture->now_us += G_TIME_SPAN_MINUTE;
  shop_fixture_write (fixture, place, &purchase);
  return purchase.id;
}

typedef struct
{
  const char *order_id;
  MadafOrderAction action;
  gint64 now_us;
} Step;

static gboolean
act (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (MadafShopOrder) order
      = madaf_order_act (transaction, step->order_id, NULL, step->action, "staff", "north", step->now_us, error);

  return order != NULL;
}

static void
move (ShopFixture *fixture, const char *order_id, MadafOrderAction action)
{
  Step step = { order_id, action, fixture->now_us };

  shop_fixture_write (fixture, act, &step);
}

typedef struct
{
  const char *member_id;
  GString *text;
} Reading;

static gboolean
read_sizes (MadafTransaction *transaction, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) list = madaf_my_size_list (transaction, reading->member_id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MadafMySize *size = g_ptr_array_index (list, i);

      g_string_append_printf (reading->text, "%s%s/%s %s%s %d of", i > 0 ? ", " : "",
                              size->brand != NULL ? size->brand : "-", size->category_id, size->size,
                              size->is_said ? "!" : "", (int)size->pieces);
      for (guint j = 0; j < size->sizes->len; j++)
        g_string_append_printf (reading->text, " %s", (char *)g_ptr_array_index (size->sizes, j));
    }
  return list != NULL;
}

/* "BRAND/CATEGORY SIZE PIECES of ALL SIZES", one for each; "!" behind what was said. */
static void
assert_worn (ShopFixture *fixture, const char *member_id, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { member_id, text };

  shop_fixture_read (fixture, read_sizes, &reading);
  g_assert_cmpstr (text->str, ==, expected);
}

typedef struct
{
  const MadafMySizeDraft *drafts;
  gsize n;
  MadafFaults faults;
} Saying;

static gboolean
say (MadafTransaction *transaction, gpointer data, GError **error)
{
  Saying *saying = data;

  return madaf_my_size_say (transaction, "dana", saying->drafts, saying->n, 1, &saying->faults, error);
}

static void
says (ShopFixture *fixture, const char *brand, const char *category_id, const char *size)
{
  const MadafMySizeDraft draft = { brand, category_id, size };
  Saying saying = { &draft, 1, { 0 } };

  shop_fixture_write (fixture, say, &saying);
}

/* Refused, and for one reason. */
static void
assert_refused (ShopFixture *fixture, const MadafMySizeDraft *drafts, gsize n, const char *reason, const char *pointer)
{
  g_autoptr (GError) error = NULL;
  Saying saying = { drafts, n, { 0 } };
  const MadafFault *fault;

  g_assert_false (madaf_store_write (fixture->store, say, &saying, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID);
  g_assert_cmpuint (saying.faults.list->len, ==, 1);
  fault = g_ptr_array_index (saying.faults.list, 0);
  g_assert_cmpstr (fault->reason, ==, reason);
  g_assert_cmpstr (fault->pointer, ==, pointer);
  madaf_faults_clear (&saying.faults);
}

/* The size of most pieces; things without a size, and of others, say nothing. */
static void
test_bought (ShopFixture *fixture, gconstpointer data)
{
  g_free (buy (fixture, "dana", "sock-one", 5));
  assert_worn (fixture, "dana", "");
  g_free (buy (fixture, "dana", "shirt-navy-s", 2));
  g_free (buy (fixture, "avi", "shirt-navy-m", 9));
  assert_worn (fixture, "dana", "-/tops S 2 of S M");
  g_free (buy (fixture, "dana", "shirt-red-m", 1));
  assert_worn (fixture, "dana", "-/tops S 2 of S M");
  /* Two alike: the newest. */
  g_free (buy (fixture, "dana", "shirt-navy-m", 1));
  assert_worn (fixture, "dana", "-/tops M 2 of S M");
  g_free (buy (fixture, "dana", "shirt-navy-s", 1));
  assert_worn (fixture, "dana", "-/tops S 3 of S M");
  assert_worn (fixture, "avi", "-/tops M 9 of S M");
}

/* What fits of one brand says nothing of another, nor a shirt of trousers. */
static void
test_apart (ShopFixture *fixture, gconstpointer data)
{
  g_free (buy (fixture, "dana", "shirt-navy-s", 1));
  g_free (buy (fixture, "dana", "tee-m", 1));
  g_free (buy (fixture, "dana", "chino-32", 3));
  assert_worn (fixture, "dana", "-/tops S 1 of S M, " BRAND "/tops M 1 of S M, " BRAND "/trousers 32 3 of 32");
}

/* What was cancelled, or brought back because it did not fit, was not kept. */
static void
test_brought_back (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *small = buy (fixture, "dana", "shirt-navy-s", 3);
  g_autofree char *medium = buy (fixture, "dana", "shirt-navy-m", 2);
  g_autofree char *cancelled = buy (fixture, "dana", "shirt-red-m", 9);

  assert_worn (fixture, "dana", "-/tops M 11 of S M");
  move (fixture, cancelled, MADAF_ACTION_CANCEL);
  assert_worn (fixture, "dana", "-/tops S 3 of S M");
  move (fixture, small, MADAF_ACTION_MAKE_READY);
  move (fixture, small, MADAF_ACTION_HAND_OUT);
  assert_worn (fixture, "dana", "-/tops S 3 of S M");
  move (fixture, small, MADAF_ACTION_TAKE_BACK);
  assert_worn (fixture, "dana", "-/tops M 2 of S M");
  move (fixture, medium, MADAF_ACTION_CANCEL);
  assert_worn (fixture, "dana", "");
}

/* What somebody says of themselves holds, whatever they buy, until they say otherwise or nothing. */
static void
test_said (ShopFixture *fixture, gconstpointer data)
{
  says (fixture, NULL, "tops", "M");
  assert_worn (fixture, "dana", "-/tops M! 0 of S M");
  g_free (buy (fixture, "dana", "shirt-navy-s", 4));
  g_free (buy (fixture, "dana", "shirt-navy-m", 1));
  assert_worn (fixture, "dana", "-/tops M! 1 of S M");
  says (fixture, NULL, "tops", "S");
  assert_worn (fixture, "dana", "-/tops S! 4 of S M");
  says (fixture, BRAND, "tops", "M");
  assert_worn (fixture, "dana", "-/tops S! 4 of S M, " BRAND "/tops M! 0 of S M");
  says (fixture, NULL, "tops", NULL);
  says (fixture, BRAND, "tops", NULL);
  assert_worn (fixture, "dana", "-/tops S 4 of S M");
  /* Nothing is left to take back; saying so again changes nothing. */
  says (fixture, NULL, "tops", NULL);
  assert_worn (fixture, "dana", "-/tops S 4 of S M");
  assert_worn (fixture, "avi", "");
}

/* Only what there is in that brand and category; and then nothing of what was said beside it is kept. */
static void
test_refused (ShopFixture *fixture, gconstpointer data)
{
  const MadafMySizeDraft drafts[] = { { NULL, "tops", "S" }, { BRAND, "tops", "XL" } };
  const MadafMySizeDraft elsewhere = { NULL, "trousers", "32" };
  const MadafMySizeDraft above = { NULL, "clothes", "S" };

  assert_refused (fixture, drafts, 2, "unknown_id", "/sizes/1/size");
  assert_refused (fixture, &elsewhere, 1, "unknown_id", "/sizes/0/size");
  assert_refused (fixture, &above, 1, "unknown_id", "/sizes/0/size");
  assert_worn (fixture, "dana", "");
}

static gboolean
run (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, data, MADAF_NO_VALUES, NULL, error);
}

static gboolean
forget (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_personal_data_erase (transaction, data, error);
}

/* What is kept of somebody has an end: not more than a hundred, and nothing once they are forgotten. */
static void
test_end (ShopFixture *fixture, gconstpointer data)
{
  const MadafMySizeDraft one_more = { NULL, "tops", "S" };

  shop_fixture_write (fixture, run,
                      (gpointer) "INSERT INTO member_size (member_id, brand, category_id, size, said_us) WITH RECURSIVE"
                                 " n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
                                 " SELECT 'dana', 'brand ' || i, 'tops', 'S', 1 FROM n");
  assert_refused (fixture, &one_more, 1, "too_many", "/sizes");
  says (fixture, "brand 7", "tops", NULL);
  says (fixture, NULL, "tops", "S");
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM member_size"), ==, 100);
  shop_fixture_write (fixture, forget, (gpointer) "dana");
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM member_size"), ==, 0);
  assert_worn (fixture, "dana", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define SIZE_TEST(name, func) g_test_add ("/size/" name, ShopFixture, NULL, set_up, func, shop_fixture_tear_down)
  SIZE_TEST ("bought", test_bought);
  SIZE_TEST ("apart", test_apart);
  SIZE_TEST ("brought-back", test_brought_back);
  SIZE_TEST ("said", test_said);
  SIZE_TEST ("refused", test_refused);
  SIZE_TEST ("end", test_end);
  return g_test_run ();
}
