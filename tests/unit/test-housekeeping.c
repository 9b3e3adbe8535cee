/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/housekeeping.h"

#include "central/shop/event.h"
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
  housekeeping = madaf_housekeeping_start (fixture->store, clock);
  wait_for (fixture, "SELECT count (*) FROM event WHERE product_id = 'old'", 0);
  madaf_housekeeping_stop (housekeeping);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE product_id = 'young'"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/housekeeping/prune", test_prune);
  return g_test_run ();
}
