/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/stock.h"

#include "central/shop/branch-price.h"
#include "central/shop/error.h"
#include "central/shop/event.h"
#include "central/shop/pricing.h"
#include "shop-fixture.h"

/* Movements, the events that tell of them, and prices. */

typedef struct
{
  ShopFixture *fixture;
  MadafMovement movement;
  MadafMovementResult result;
  MadafFaults faults;
} Apply;

static gboolean
apply (MadafTransaction *transaction, gpointer data, GError **error)
{
  Apply *self = data;

  return madaf_stock_apply (transaction, &self->movement, self->fixture->now_us, "/movements/0", &self->result,
                            &self->faults, error);
}

static MadafMovementResult
move (ShopFixture *fixture, MadafMovementKind kind, const char *source_id, gint64 quantity)
{
  Apply self = { fixture,
                 { .kind = kind,
                   .source = "till",
                   .source_id = source_id,
                   .gtin = "07290000000022",
                   .branch_id = "north",
                   .quantity = quantity } };

  shop_fixture_write (fixture, apply, &self);
  return self.result;
}

static void
test_movements (ShopFixture *fixture, gconstpointer data)
{
  static const struct
  {
    MadafMovementKind kind;
    gint64 quantity;
    gint64 available;
    gint64 discrepancy;
  } cases[] = {
    { MADAF_MOVEMENT_RECEIPT, 10, 10, 0 },   { MADAF_MOVEMENT_SALE, 3, 7, 0 },
    { MADAF_MOVEMENT_RETURN, 1, 8, 0 },      { MADAF_MOVEMENT_TRANSFER_OUT, 5, 3, 0 },
    { MADAF_MOVEMENT_TRANSFER_IN, 2, 5, 0 }, { MADAF_MOVEMENT_SALE, 7, 0, 2 },
    { MADAF_MOVEMENT_COUNT, 4, 4, 0 },       { MADAF_MOVEMENT_TRANSFER_OUT, 5, 0, 1 },
    { MADAF_MOVEMENT_COUNT, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      MadafMovementResult first = move (fixture, cases[i].kind, id, cases[i].quantity);
      MadafMovementResult second = move (fixture, cases[i].kind, id, cases[i].quantity);

      g_assert_false (first.duplicate);
      g_assert_cmpint (first.available, ==, cases[i].available);
      g_assert_cmpint (first.discrepancy, ==, cases[i].discrepancy);
      g_assert_true (second.duplicate);
      g_assert_cmpint (second.available, ==, cases[i].available);
      g_assert_cmpint (second.discrepancy, ==, cases[i].discrepancy);
    }
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM movement"), ==, G_N_ELEMENTS (cases));
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM event WHERE kind = 'stock'"), ==,
                   G_N_ELEMENTS (cases));
}

static gboolean
reserve_two (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, "UPDATE stock SET reserved = 2", MADAF_NO_VALUES, NULL, error);
}

static void
test_sold_what_was_promised (ShopFixture *fixture, gconstpointer data)
{
  move (fixture, MADAF_MOVEMENT_RECEIPT, "in", 3);
  shop_fixture_write (fixture, reserve_two, NULL);
  g_assert_cmpint (move (fixture, MADAF_MOVEMENT_SALE, "out", 2).available, ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT on_hand FROM stock"), ==, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT reserved FROM stock"), ==, 2);
}

static void
test_unknown (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Apply self
      = { fixture,
          { .source = "till", .source_id = "x", .variant_id = "no-such", .branch_id = "nowhere", .quantity = 1 } };

  g_assert_false (madaf_store_write (fixture->store, apply, &self, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID);
  g_assert_cmpuint (self.faults.list->len, ==, 2);
  g_assert_cmpstr (((MadafFault *)g_ptr_array_index (self.faults.list, 0))->pointer, ==, "/movements/0/variant_id");
  madaf_faults_clear (&self.faults);
}

static gboolean
read_levels (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (MadafShopLevels) levels = madaf_stock_get_levels (transaction, "shirt", 0, error);
  g_autoptr (MadafShopEvents) none = madaf_event_list (transaction, levels->event_id, 100, error);
  const MadafShopLevel *level = g_ptr_array_index (levels->levels, 0);

  g_assert_cmpuint (levels->levels->len, ==, 1);
  g_assert_cmpstr (level->branch_id, ==, "north");
  g_assert_cmpint (level->available, ==, 3);
  /* The figures are as new as the event they name. */
  g_assert_cmpuint (none->events->len, ==, 0);
  g_assert_false (none->reset);
  return TRUE;
}

static void
test_levels (ShopFixture *fixture, gconstpointer data)
{
  move (fixture, MADAF_MOVEMENT_RECEIPT, "in", 3);
  shop_fixture_read (fixture, read_levels, NULL);
}

static gboolean
put_prices (MadafTransaction *transaction, gpointer data, GError **error)
{
  const gint64 *now_us = data;
  const MadafBranchPrice lower = { 21990, 19990, *now_us + 10, 0 };
  const MadafBranchPrice as_everywhere = { 24990, -1, 0, 0 };
  const MadafBranchPrice unstocked = { 1, -1, 0, 0 };
  gboolean changed = FALSE;

  g_assert_true (madaf_branch_price_put (transaction, "shirt-navy-m", "north", &lower, &changed, error));
  g_assert_true (changed);
  g_assert_true (madaf_branch_price_put (transaction, "shirt-navy-m", "north", &lower, &changed, error));
  g_assert_false (changed);
  g_assert_true (madaf_branch_price_put (transaction, "shirt-navy-m", "south", &as_everywhere, &changed, error));
  g_assert_false (changed);
  return madaf_branch_price_put (transaction, "shirt-navy-s", "south", &unstocked, &changed, error);
}

static gboolean
read_prices (MadafTransaction *transaction, gpointer data, GError **error)
{
  const gint64 *now_us = data;
  g_autoptr (MadafShopLevels) before = madaf_stock_get_levels (transaction, "shirt", *now_us, error);
  g_autoptr (MadafShopLevels) after = madaf_stock_get_levels (transaction, "shirt", *now_us + 10, error);
  const MadafShopLevel *north = g_ptr_array_index (before->levels, 0);
  const MadafShopLevel *south = g_ptr_array_index (before->levels, 1);
  const MadafShopLevel *north_on_sale = g_ptr_array_index (after->levels, 0);

  g_assert_cmpuint (before->levels->len, ==, 2);
  g_assert_true (north->has_price);
  g_assert_cmpint (north->price.unit, ==, 21990);
  g_assert_cmpint (north->price.n_steps, ==, 1);
  g_assert_false (south->has_price);
  g_assert_cmpint (north_on_sale->price.unit, ==, 19990);
  g_assert_cmpint (north_on_sale->price.steps[1].amount, ==, -2000);
  return TRUE;
}

static void
test_levels_with_prices (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_set_stock (fixture, "shirt-navy-m", "north", 1);
  shop_fixture_set_stock (fixture, "shirt-navy-m", "south", 1);
  shop_fixture_write (fixture, put_prices, &fixture->now_us);
  shop_fixture_read (fixture, read_prices, &fixture->now_us);
}

typedef struct
{
  gint64 after;
  guint count;
  gboolean reset;
  gint64 last;
} Events;

static gboolean
read_events (MadafTransaction *transaction, gpointer data, GError **error)
{
  Events *self = data;
  g_autoptr (MadafShopEvents) events = madaf_event_list (transaction, self->after, 100, error);

  self->count = events->events->len;
  self->reset = events->reset;
  self->last = events->last_id;
  return TRUE;
}

static Events
events_after (ShopFixture *fixture, gint64 after)
{
  Events self = { .after = after };

  shop_fixture_read (fixture, read_events, &self);
  return self;
}

static gboolean
prune (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_event_prune (transaction, *(gint64 *)data, error);
}

static void
test_events (ShopFixture *fixture, gconstpointer data)
{
  gint64 first = events_after (fixture, -1).last;
  gint64 later;
  Events events;

  move (fixture, MADAF_MOVEMENT_RECEIPT, "a", 1);
  fixture->now_us += 25 * G_TIME_SPAN_HOUR;
  move (fixture, MADAF_MOVEMENT_RECEIPT, "b", 1);
  events = events_after (fixture, first);
  g_assert_cmpuint (events.count, ==, 2);
  g_assert_false (events.reset);
  g_assert_cmpuint (events_after (fixture, first + 1).count, ==, 1);

  shop_fixture_write (fixture, prune, &fixture->now_us);
  g_assert_true (events_after (fixture, first).reset);
  g_assert_false (events_after (fixture, first + 1).reset);
  /* When all are forgotten, who knew the last one has missed nothing; an id from another database has. */
  later = fixture->now_us + 25 * G_TIME_SPAN_HOUR;
  shop_fixture_write (fixture, prune, &later);
  g_assert_false (events_after (fixture, first + 2).reset);
  g_assert_true (events_after (fixture, first + 1).reset);
  g_assert_true (events_after (fixture, first + 99).reset);
}

static void
test_prices (void)
{
  static const struct
  {
    gint64 price, sale, from, until, now, quantity;
    gint64 unit, total, tax;
    int n_steps;
  } cases[] = {
    { 24990, -1, 0, 0, 50, 1, 24990, 24990, 3812, 1 },
    { 24990, 19990, 0, 0, 50, 2, 19990, 39980, 6099, 2 },
    { 24990, 19990, 60, 0, 50, 1, 24990, 24990, 3812, 1 },
    { 24990, 19990, 0, 50, 50, 1, 24990, 24990, 3812, 1 },
    { 24990, 19990, 50, 51, 50, 1, 19990, 19990, 3049, 2 },
    { 100, 100, 0, 0, 50, 1, 100, 100, 15, 1 },
    { 100, 150, 0, 0, 50, 1, 100, 100, 15, 1 },
    { 100, 0, 0, 0, 50, 3, 0, 0, 0, 2 },
  };
  MadafLinePrice price;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 sum = 0;

      g_assert_true (madaf_price_line (cases[i].price, cases[i].sale, cases[i].from, cases[i].until, cases[i].now,
                                       cases[i].quantity, 1800, &price));
      g_assert_cmpint (price.unit, ==, cases[i].unit);
      g_assert_cmpint (price.total, ==, cases[i].total);
      g_assert_cmpint (price.tax, ==, cases[i].tax);
      g_assert_cmpint (price.n_steps, ==, cases[i].n_steps);
      for (int j = 0; j < price.n_steps; j++)
        sum += price.steps[j].amount;
      g_assert_cmpint (sum, ==, price.unit);
    }
  g_assert_false (madaf_price_line (G_MAXINT64, -1, 0, 0, 0, 2, 1800, &price));
  g_assert_cmpint (madaf_price_tax_in (G_MAXINT64, 1800), ==, G_GINT64_CONSTANT (1406955056469372581));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/stock/movements", test_movements);
  SHOP_TEST ("/stock/sold-what-was-promised", test_sold_what_was_promised);
  SHOP_TEST ("/stock/unknown", test_unknown);
  SHOP_TEST ("/stock/levels", test_levels);
  SHOP_TEST ("/stock/levels-with-prices", test_levels_with_prices);
  SHOP_TEST ("/stock/events", test_events);
  g_test_add_func ("/stock/prices", test_prices);
  return g_test_run ();
}
