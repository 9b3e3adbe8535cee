/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/housekeeping.h"

#include "central/shop/basket.h"
#include "central/shop/enrolment.h"
#include "central/shop/event.h"
#include "central/shop/idempotency.h"
#include "shop-fixture.h"

#define PATIENCE (10 * G_TIME_SPAN_SECOND)

typedef struct
{
  gint64 time_us;
  const char *product_id;
} Happening;

static gboolean
append (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Happening *happening = data;
  MadafShopEvent event = { .kind = (char *)"stock", .product_id = (char *)happening->product_id };

  return madaf_event_append (transaction, &event, happening->time_us, error);
}

static void
wait_for (ShopFixture *fixture, const char *sql, gint64 number)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (shop_fixture_number (fixture, sql) != number)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (1000);
    }
}

/* One of each thing that is kept for a while, made at a time. */
typedef struct
{
  MadafRandom *random;
  gint64 time_us;
  const char *name;
} Making;

static gboolean
make_key (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Making *making = data;
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  const MadafKeptAnswer answer = { .status = 200, .body = body };

  return madaf_idempotency_keep (transaction, making->name, "createBasket", "device", body, &answer, making->time_us,
                                 error);
}

static gboolean
make_basket (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Making *making = data;
  const MadafLineRequest line = { "shirt-navy-s", 1, MADAF_REACH_UNDECIDED, NULL };
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafShopBasket) basket
      = madaf_basket_create (transaction, &line, 1, making->time_us, making->random, &faults, error);

  return basket != NULL;
}

static gboolean
make_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Making *making = data;
  g_autofree char *code
      = madaf_enrolment_create_code (transaction, "kiosk", "north", making->time_us, making->random, NULL, error);

  return code != NULL;
}

/* A thing is there at the age of @young_us, and not any more at that of @old_us. */
static void
check_kept (ShopFixture *fixture, MadafTransactionFunc make, const char *count, gint64 young_us, gint64 old_us)
{
  Making making = { fixture->random, fixture->now_us, "kept-for-a-while" };
  Making mark = { fixture->random, fixture->now_us - 100 * G_TIME_SPAN_DAY, "too-old-from-the-start" };
  g_autoptr (MadafClock) clock = madaf_clock_new_manual (fixture->now_us + young_us);
  MadafHousekeeping *housekeeping;

  shop_fixture_write (fixture, make, &making);
  shop_fixture_write (fixture, make_key, &mark);
  housekeeping = madaf_housekeeping_start (fixture->store, clock, NULL);
  /* All of a round is one change: with the mark gone, the rest was decided too. */
  wait_for (fixture, "SELECT count (*) FROM idempotency WHERE key = 'too-old-from-the-start'", 0);
  madaf_housekeeping_stop (housekeeping);
  g_assert_cmpint (shop_fixture_number (fixture, count), ==, 1);
  madaf_clock_advance (clock, old_us - young_us);
  housekeeping = madaf_housekeeping_start (fixture->store, clock, NULL);
  wait_for (fixture, count, 0);
  madaf_housekeeping_stop (housekeeping);
}

static void
test_keys (ShopFixture *fixture, gconstpointer data)
{
  check_kept (fixture, make_key, "SELECT count (*) FROM idempotency", 90 * G_TIME_SPAN_DAY, 90 * G_TIME_SPAN_DAY + 1);
}

static void
test_baskets (ShopFixture *fixture, gconstpointer data)
{
  check_kept (fixture, make_basket, "SELECT count (*) FROM basket", 30 * G_TIME_SPAN_DAY, 30 * G_TIME_SPAN_DAY + 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM basket_line"), ==, 0);
}

static void
test_codes (ShopFixture *fixture, gconstpointer data)
{
  check_kept (fixture, make_code, "SELECT count (*) FROM enrolment", 10 * G_TIME_SPAN_MINUTE - 1,
              10 * G_TIME_SPAN_MINUTE);
}

/* What is too old by the clock handed in goes, what is not stays. */
static void
test_prune (ShopFixture *fixture, gconstpointer data)
{
  Happening old = { fixture->now_us, "old" };
  Happening young = { fixture->now_us + 20 * G_TIME_SPAN_HOUR, "young" };
  g_autoptr (MadafClock) clock = madaf_clock_new_manual (fixture->now_us + 25 * G_TIME_SPAN_HOUR);
  MadafHousekeeping *housekeeping;

  shop_fixture_write (fixture, append, &old);
  shop_fixture_write (fixture, append, &young);
  housekeeping = madaf_housekeeping_start (fixture->store, clock, NULL);
  wait_for (fixture, "SELECT count (*) FROM event WHERE product_id = 'old'", 0);
  madaf_housekeeping_stop (housekeeping);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE product_id = 'young'"), ==, 1);
}

/* What was bought together is counted in the same round, before the events that it goes by are forgotten. */
static void
test_counts (ShopFixture *fixture, gconstpointer data)
{
  Happening old = { fixture->now_us, "old" };
  g_autoptr (MadafClock) clock = madaf_clock_new_manual (fixture->now_us + 25 * G_TIME_SPAN_HOUR);
  MadafHousekeeping *housekeeping;

  shop_fixture_write (fixture, append, &old);
  housekeeping = madaf_housekeeping_start (fixture->store, clock, NULL);
  wait_for (fixture, "SELECT count (*) FROM event WHERE product_id = 'old'", 0);
  madaf_housekeeping_stop (housekeeping);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT generation FROM together_state"), ==, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT event_id FROM together_state"), ==,
                   shop_fixture_number (fixture, "SELECT seq FROM sqlite_sequence WHERE name = 'event'"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/housekeeping/prune", test_prune);
  SHOP_TEST ("/housekeeping/counts", test_counts);
  SHOP_TEST ("/housekeeping/idempotency-keys", test_keys);
  SHOP_TEST ("/housekeeping/baskets", test_baskets);
  SHOP_TEST ("/housekeeping/enrolment-codes", test_codes);
  return g_test_run ();
}
