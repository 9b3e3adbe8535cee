/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/order.h"

#include <glib/gstdio.h>
#include <string.h>

#include "central/shop/branch-price.h"
#include "central/shop/error.h"
#include "shop-fixture.h"

/* Orders: all or nothing, never more than there is, given back once. */

#define COLLECT(variant, count, branch) ((MadafLineRequest){ variant, count, MADAF_REACH_COLLECT, branch })
#define SHIP(variant, count)            ((MadafLineRequest){ variant, count, MADAF_REACH_SHIP, NULL })

static const MadafAddressRequest home = { "Street 1", "Haifa", NULL, NULL };

typedef struct
{
  ShopFixture *fixture;
  MadafRandom *random;
  MadafOrderRequest request;
  MadafShopOrder *order; /* (owned) (nullable) */
  MadafRefusal refusal;
  GError *error; /* (owned) (nullable) */
} Attempt;

static gboolean
place (MadafTransaction *transaction, gpointer data, GError **error)
{
  Attempt *attempt = data;

  attempt->order = madaf_order_place (transaction, &attempt->request, attempt->fixture->now_us, attempt->random,
                                      &attempt->refusal, error);
  return attempt->order != NULL;
}

static void
attempt_init (Attempt *attempt, ShopFixture *fixture, const MadafLineRequest *lines, gsize n_lines)
{
  *attempt = (Attempt){
    .fixture = fixture,
    .random = fixture->random,
    .request = { .lines = lines,
                 .n_lines = n_lines,
                 .name = "Dana",
                 .phone = "050-123-4567",
                 .address = &home,
                 .language = "he",
                 .expected_total = -1,
                 .actor = "kiosk",
                 .branch_id = "north" },
  };
}

static void
attempt_clear (Attempt *attempt)
{
  g_clear_pointer (&attempt->order, madaf_shop_order_free);
  madaf_refusal_clear (&attempt->refusal);
  g_clear_error (&attempt->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attempt, attempt_clear)

static void
run (Attempt *attempt)
{
  madaf_store_write (attempt->fixture->store, place, attempt, &attempt->error);
}

/* Nothing of an order is there, and the books are as they were. */
static void
assert_nothing_taken (ShopFixture *fixture)
{
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT coalesce (sum (reserved), 0) FROM stock"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM customer_order"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM fulfilment"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM outbox"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM movement WHERE kind = 'reserve'"), ==, 0);
}

static void
test_place (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[]
      = { COLLECT ("shirt-navy-m", 1, "north"), SHIP ("sock-one", 3), COLLECT ("shirt-navy-m", 1, "north") };
  g_auto (Attempt) attempt = { 0 };
  const MadafShopFulfilment *collect;
  const MadafShopFulfilment *ship;
  const MadafShopOrderLine *line;

  shop_fixture_set_stock (fixture, "shirt-navy-m", "north", 2);
  shop_fixture_set_stock (fixture, "sock-one", "south", 3);
  attempt_init (&attempt, fixture, lines, G_N_ELEMENTS (lines));
  attempt.request.expected_total = 2 * 24990 + 3 * 1990;
  run (&attempt);
  g_assert_no_error (attempt.error);

  g_assert_cmpint (attempt.order->total, ==, 55950);
  g_assert_cmpint (attempt.order->tax, ==, 7624 + 911);
  g_assert_cmpstr (attempt.order->phone, ==, "+972501234567");
  g_assert_cmpint (attempt.order->state, ==, MADAF_STEP_PLACED);
  g_assert_cmpuint (strlen (attempt.order->receipt_token), ==, 22);
  g_assert_cmpuint (attempt.order->fulfilments->len, ==, 2);
  g_assert_cmpuint (attempt.order->events->len, ==, 2);
  collect = g_ptr_array_index (attempt.order->fulfilments, 0);
  g_assert_cmpuint (strlen (collect->collection_code), ==, 10);
  g_assert_cmpint (collect->ready_us, ==, fixture->now_us + G_TIME_SPAN_HOUR);
  line = g_ptr_array_index (collect->lines, 0);
  g_assert_cmpint (line->quantity, ==, 2);
  g_assert_cmpint (line->price.total, ==, 49980);
  ship = g_ptr_array_index (attempt.order->fulfilments, 1);
  g_assert_null (ship->collection_code);
  g_assert_cmpstr (ship->branch_id, ==, "south");
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (reserved) FROM stock"), ==, 5);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM event WHERE kind = 'order'"), ==, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM outbox"), ==, 2);
}

static void
test_sold_out (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("sock-one", 1, "north"), COLLECT ("shirt-navy-m", 2, "north") };
  g_auto (Attempt) attempt = { 0 };
  const MadafRefusedLine *refused;
  const MadafAlternative *alternative;

  shop_fixture_set_stock (fixture, "sock-one", "north", 5);
  shop_fixture_set_stock (fixture, "shirt-navy-m", "north", 1);
  shop_fixture_set_stock (fixture, "shirt-navy-m", "south", 4);
  shop_fixture_set_stock (fixture, "shirt-navy-m", "corner", 9);
  attempt_init (&attempt, fixture, lines, G_N_ELEMENTS (lines));
  run (&attempt);
  g_assert_error (attempt.error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_SOLD_OUT);
  g_assert_cmpuint (attempt.refusal.lines->len, ==, 1);
  refused = g_ptr_array_index (attempt.refusal.lines, 0);
  g_assert_cmpstr (refused->variant_id, ==, "shirt-navy-m");
  g_assert_cmpstr (refused->branch_id, ==, "north");
  g_assert_cmpint (refused->requested, ==, 2);
  g_assert_cmpint (refused->available, ==, 1);
  g_assert_true (refused->can_ship);
  /* The corner shop has nine, but hands nothing out. */
  g_assert_cmpuint (refused->alternatives->len, ==, 1);
  alternative = g_ptr_array_index (refused->alternatives, 0);
  g_assert_cmpstr (alternative->branch_id, ==, "south");
  g_assert_cmpint (alternative->available, ==, 4);
  assert_nothing_taken (fixture);
}

static void
test_shipping (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { SHIP ("sock-one", 3), SHIP ("shirt-red-m", 1) };
  const MadafLineRequest many[] = { SHIP ("sock-one", 6) };
  g_auto (Attempt) whole = { 0 };
  g_auto (Attempt) split = { 0 };
  g_auto (Attempt) none = { 0 };

  shop_fixture_set_stock (fixture, "sock-one", "north", 9);
  shop_fixture_set_stock (fixture, "sock-one", "south", 3);
  shop_fixture_set_stock (fixture, "shirt-red-m", "south", 1);
  shop_fixture_set_stock (fixture, "sock-one", "corner", 100);
  attempt_init (&whole, fixture, lines, G_N_ELEMENTS (lines));
  run (&whole);
  g_assert_no_error (whole.error);
  /* South alone has both, so one parcel leaves there. */
  g_assert_cmpuint (whole.order->fulfilments->len, ==, 1);
  g_assert_cmpstr (((MadafShopFulfilment *)g_ptr_array_index (whole.order->fulfilments, 0))->branch_id, ==, "south");

  shop_fixture_set_stock (fixture, "sock-one", "north", 4);
  shop_fixture_set_stock (fixture, "sock-one", "south", 5);
  attempt_init (&split, fixture, many, G_N_ELEMENTS (many));
  run (&split);
  g_assert_no_error (split.error);
  g_assert_cmpuint (split.order->fulfilments->len, ==, 2);
  g_assert_cmpint (split.order->total, ==, 6 * 1990);

  attempt_init (&none, fixture, many, G_N_ELEMENTS (many));
  run (&none);
  g_assert_error (none.error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_SOLD_OUT);
  g_assert_cmpint (((MadafRefusedLine *)g_ptr_array_index (none.refusal.lines, 0))->available, ==, 0);
}

static void
test_price_changed (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("sock-one", 2, "north") };
  g_auto (Attempt) attempt = { 0 };

  shop_fixture_set_stock (fixture, "sock-one", "north", 5);
  attempt_init (&attempt, fixture, lines, G_N_ELEMENTS (lines));
  attempt.request.expected_total = 2 * 1490;
  run (&attempt);
  g_assert_error (attempt.error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_PRICE_CHANGED);
  g_assert_cmpint (attempt.refusal.current_total, ==, 2 * 1990);
  assert_nothing_taken (fixture);
}

typedef struct
{
  const char *variant_id;
  const char *branch_id;
  MadafBranchPrice price;
} Priced;

static gboolean
put_price (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Priced *priced = data;
  gboolean changed = FALSE;

  return madaf_branch_price_put (transaction, priced->variant_id, priced->branch_id, &priced->price, &changed, error);
}

/* Collected: the price of the branch, a sale of its own or of the whole shop counted; shipped: the general price. */
static void
test_price_of_branch (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("sock-one", 2, "north"), COLLECT ("sock-one", 1, "south"),
                                     SHIP ("sock-one", 1), COLLECT ("shirt-navy-m", 1, "north") };
  Priced sock = { "sock-one", "north", { 1500, -1, 0, 0 } };
  Priced shirt = { "shirt-navy-m", "north", { -1, 20000, fixture->now_us, fixture->now_us + 1 } };
  const gint64 total = 2 * 1500 + 1990 + 1990 + 20000;
  g_auto (Attempt) wrong = { 0 };
  g_auto (Attempt) right = { 0 };
  g_auto (Attempt) later = { 0 };

  shop_fixture_set_stock (fixture, "sock-one", "north", 9);
  shop_fixture_set_stock (fixture, "sock-one", "south", 9);
  shop_fixture_set_stock (fixture, "shirt-navy-m", "north", 9);
  shop_fixture_write (fixture, put_price, &sock);
  shop_fixture_write (fixture, put_price, &shirt);
  attempt_init (&wrong, fixture, lines, G_N_ELEMENTS (lines));
  wrong.request.expected_total = 4 * 1990 + 24990;
  run (&wrong);
  g_assert_error (wrong.error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_PRICE_CHANGED);
  g_assert_cmpint (wrong.refusal.current_total, ==, total);
  attempt_init (&right, fixture, lines, G_N_ELEMENTS (lines));
  right.request.expected_total = total;
  run (&right);
  g_assert_no_error (right.error);
  g_assert_cmpint (right.order->total, ==, total);
  fixture->now_us++;
  attempt_init (&later, fixture, lines, G_N_ELEMENTS (lines));
  later.request.expected_total = total - 20000 + 24990;
  run (&later);
  g_assert_no_error (later.error);
}

static void
assert_fault (const MadafFaults *faults, const char *pointer, const char *reason)
{
  for (guint i = 0; i < faults->list->len; i++)
    {
      const MadafFault *fault = g_ptr_array_index (faults->list, i);

      if (g_str_equal (fault->pointer, pointer) && g_str_equal (fault->reason, reason))
        return;
    }
  g_test_message ("no %s at %s", reason, pointer);
  g_test_fail ();
}

static void
test_faults (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = {
    COLLECT ("no-such", 1, "north"),
    COLLECT ("sock-one", 1, "nowhere"),
    COLLECT ("sock-one", 1, "corner"),
    COLLECT ("sock-one", 100, "north"),
    SHIP ("sock-one", 1),
    { "sock-one", 1, MADAF_REACH_UNDECIDED, NULL },
  };
  g_auto (Attempt) attempt = { 0 };
  const MadafFaults *faults = &attempt.refusal.faults;

  attempt_init (&attempt, fixture, lines, G_N_ELEMENTS (lines));
  attempt.request.phone = "12";
  attempt.request.address = NULL;
  attempt.request.payment = MADAF_PAYMENT_ON_COLLECTION;
  attempt.request.expected_currency = "EUR";
  run (&attempt);
  g_assert_error (attempt.error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_INVALID);
  assert_fault (faults, "/lines/0/variant_id", "unknown_id");
  assert_fault (faults, "/lines/1/fulfilment/branch_id", "unknown_id");
  assert_fault (faults, "/lines/2/fulfilment/branch_id", "branch_cannot_collect");
  assert_fault (faults, "/lines/3/quantity", "out_of_range");
  assert_fault (faults, "/lines/5/fulfilment", "missing");
  assert_fault (faults, "/contact/phone", "not_a_phone");
  assert_fault (faults, "/address", "missing");
  assert_fault (faults, "/payment", "payment_not_possible");
  assert_fault (faults, "/expected_total/currency", "currency_differs");
  g_assert_cmpuint (faults->list->len, ==, 9);
  assert_nothing_taken (fixture);
}

typedef struct
{
  ShopFixture *fixture;
  const char *id;
  const char *fulfilment_id;
  MadafOrderAction action;
  MadafOrderStep state;
} Act;

static gboolean
act (MadafTransaction *transaction, gpointer data, GError **error)
{
  Act *self = data;
  g_autoptr (MadafShopOrder) order = madaf_order_act (transaction, self->id, self->fulfilment_id, self->action, "staff",
                                                      "north", self->fixture->now_us, error);

  if (order != NULL)
    self->state = order->state;
  return order != NULL;
}

static void
test_cancel_once (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("sock-one", 2, "north"), SHIP ("sock-one", 1) };
  g_auto (Attempt) attempt = { 0 };
  Act cancel = { .fixture = fixture, .action = MADAF_ACTION_CANCEL };

  shop_fixture_set_stock (fixture, "sock-one", "north", 5);
  attempt_init (&attempt, fixture, lines, G_N_ELEMENTS (lines));
  run (&attempt);
  g_assert_no_error (attempt.error);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (reserved) FROM stock"), ==, 3);
  cancel.id = attempt.order->id;
  shop_fixture_write (fixture, act, &cancel);
  g_assert_cmpint (cancel.state, ==, MADAF_STEP_CANCELLED);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (reserved) FROM stock"), ==, 0);

  /* Somebody else takes the units; cancelling again must not give theirs back. */
  {
    g_auto (Attempt) other = { 0 };

    attempt_init (&other, fixture, lines, G_N_ELEMENTS (lines));
    run (&other);
    g_assert_no_error (other.error);
    shop_fixture_write (fixture, act, &cancel);
    g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (reserved) FROM stock"), ==, 3);
  }
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM movement WHERE kind = 'release'"), ==, 2);
}

static void
test_life (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("sock-one", 2, "north") };
  g_auto (Attempt) attempt = { 0 };
  g_autoptr (GError) error = NULL;
  Act step = { .fixture = fixture };

  shop_fixture_set_stock (fixture, "sock-one", "north", 5);
  attempt_init (&attempt, fixture, lines, G_N_ELEMENTS (lines));
  run (&attempt);
  step.id = attempt.order->id;

  step.action = MADAF_ACTION_HAND_OUT;
  g_assert_false (madaf_store_write (fixture->store, act, &step, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_STATE);
  g_clear_error (&error);
  step.action = MADAF_ACTION_MAKE_READY;
  shop_fixture_write (fixture, act, &step);
  step.action = MADAF_ACTION_HAND_OUT;
  shop_fixture_write (fixture, act, &step);
  g_assert_cmpint (step.state, ==, MADAF_STEP_COLLECTED);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (on_hand) FROM stock"), ==, 3);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (reserved) FROM stock"), ==, 0);

  step.action = MADAF_ACTION_CANCEL;
  g_assert_false (madaf_store_write (fixture->store, act, &step, &error));
  g_assert_error (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_WRONG_STATE);
  step.action = MADAF_ACTION_TAKE_BACK;
  shop_fixture_write (fixture, act, &step);
  g_assert_cmpint (step.state, ==, MADAF_STEP_RETURNED);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (on_hand) FROM stock"), ==, 5);
}

static gboolean
find_by_code (MadafTransaction *transaction, gpointer data, GError **error)
{
  const MadafShopOrder *order = data;
  const MadafShopFulfilment *fulfilment = g_ptr_array_index (order->fulfilments, 0);
  g_autofree char *typed = g_strdup_printf (" %.3s-%s ", fulfilment->collection_code, fulfilment->collection_code + 3);
  g_autoptr (MadafShopOrder) by_code = madaf_order_get_by_code (transaction, typed, error);
  g_autoptr (MadafShopOrder) by_receipt = madaf_order_get_by_receipt (transaction, order->receipt_token, error);
  g_autoptr (GError) wrong = NULL;

  g_assert_cmpstr (by_code->id, ==, order->id);
  g_assert_cmpstr (by_receipt->id, ==, order->id);
  g_assert_null (madaf_order_get_by_code (transaction, "12", &wrong));
  g_assert_error (wrong, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND);
  return TRUE;
}

static void
test_find (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("sock-one", 1, "south") };
  g_auto (Attempt) attempt = { 0 };

  shop_fixture_set_stock (fixture, "sock-one", "south", 1);
  attempt_init (&attempt, fixture, lines, G_N_ELEMENTS (lines));
  run (&attempt);
  shop_fixture_read (fixture, find_by_code, attempt.order);
}

#define BUYERS 50

static gpointer
buy (gpointer data)
{
  run (data);
  return NULL;
}

/* Fifty buyers at once for ten pieces: five at each of two branches, some to collect, some to ship. */
static void
test_race (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest ways[]
      = { COLLECT ("sock-one", 1, "north"), COLLECT ("sock-one", 1, "south"), SHIP ("sock-one", 1) };
  Attempt attempts[BUYERS];
  GThread *threads[BUYERS];
  int sold = 0;

  shop_fixture_set_stock (fixture, "sock-one", "north", 5);
  shop_fixture_set_stock (fixture, "sock-one", "south", 5);
  for (int i = 0; i < BUYERS; i++)
    {
      attempt_init (&attempts[i], fixture, &ways[i % 3], 1);
      threads[i] = g_thread_new ("buyer", buy, &attempts[i]);
    }
  for (int i = 0; i < BUYERS; i++)
    {
      g_thread_join (threads[i]);
      if (attempts[i].order != NULL)
        sold++;
      else
        g_assert_error (attempts[i].error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_SOLD_OUT);
      attempt_clear (&attempts[i]);
    }
  g_assert_cmpint (sold, ==, 10);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (reserved) FROM stock"), ==, 10);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (quantity) FROM order_line"), ==, 10);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM customer_order"), ==, 10);
}

static void
copy_file (const char *from, const char *to, const char *suffix)
{
  g_autofree char *source = g_strconcat (from, suffix, NULL);
  g_autofree char *target = g_strconcat (to, suffix, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  g_file_get_contents (source, &bytes, &size, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (target, bytes, (gssize)size, NULL));
}

/* The files as kill -9 leaves them, with all in the WAL, are a sound database that has the acknowledged order. */
static void
test_after_kill (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("sock-one", 2, "north") };
  g_auto (Attempt) attempt = { 0 };
  g_autofree char *folder = g_build_filename (fixture->folder, "killed", NULL);
  ShopFixture killed = { .folder = folder, .random = fixture->random };

  shop_fixture_set_stock (fixture, "sock-one", "north", 5);
  attempt_init (&attempt, fixture, lines, G_N_ELEMENTS (lines));
  run (&attempt);
  g_assert_no_error (attempt.error);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  killed.path = g_build_filename (folder, "central.db", NULL);
  copy_file (fixture->path, killed.path, "");
  copy_file (fixture->path, killed.path, "-wal");
  killed.store = madaf_store_open (killed.path, &attempt.error);
  g_assert_no_error (attempt.error);
  g_assert_cmpint (shop_fixture_number (&killed, "SELECT count(*) FROM customer_order"), ==, 1);
  g_assert_cmpint (shop_fixture_number (&killed, "SELECT sum (reserved) FROM stock"), ==, 2);

  killed.folder = g_steal_pointer (&folder);
  g_object_ref (killed.random);
  shop_fixture_tear_down (&killed, NULL);
}

static void
test_table_of_states (void)
{
  static const struct
  {
    MadafReach reach;
    const char *from;
    const char *action;
    const char *to; /* NULL: not possible */
  } cases[] = {
    { MADAF_REACH_COLLECT, "placed", "pick", "picking" },
    { MADAF_REACH_COLLECT, "ready", "hand_out", "collected" },
    { MADAF_REACH_COLLECT, "placed", "cancel", "cancelled" },
    { MADAF_REACH_COLLECT, "ready", "ship", NULL },
    { MADAF_REACH_SHIP, "ready", "hand_out", NULL },
    { MADAF_REACH_SHIP, "ready", "ship", "shipped" },
    { MADAF_REACH_SHIP, "shipped", "deliver", "delivered" },
    { MADAF_REACH_SHIP, "shipped", "cancel", NULL },
    { MADAF_REACH_COLLECT, "collected", "cancel", NULL },
    { MADAF_REACH_COLLECT, "cancelled", "pick", NULL },
    { MADAF_REACH_SHIP, "delivered", "take_back", "returned" },
    { MADAF_REACH_SHIP, "returned", "take_back", NULL },
    { MADAF_REACH_COLLECT, "placed", "hand_out", NULL },
    { MADAF_REACH_COLLECT, "picking", "pick", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MadafOrderStep from;
      MadafOrderStep to;
      MadafOrderAction action;

      g_test_message ("%s %s", cases[i].from, cases[i].action);
      g_assert_true (madaf_order_step_from_string (cases[i].from, &from));
      g_assert_true (madaf_order_action_from_string (cases[i].action, &action));
      if (madaf_order_next_state (cases[i].reach, from, action, &to))
        g_assert_cmpstr (madaf_order_step_to_string (to), ==, cases[i].to);
      else
        g_assert_null (cases[i].to);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/order/place", test_place);
  SHOP_TEST ("/order/sold-out", test_sold_out);
  SHOP_TEST ("/order/shipping", test_shipping);
  SHOP_TEST ("/order/price-changed", test_price_changed);
  SHOP_TEST ("/order/price-of-branch", test_price_of_branch);
  SHOP_TEST ("/order/faults", test_faults);
  SHOP_TEST ("/order/cancel-once", test_cancel_once);
  SHOP_TEST ("/order/life", test_life);
  SHOP_TEST ("/order/find", test_find);
  SHOP_TEST ("/order/race", test_race);
  SHOP_TEST ("/order/after-kill", test_after_kill);
  g_test_add_func ("/order/table-of-states", test_table_of_states);
  return g_test_run ();
}
