/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/shop/error.h"
#include "central/shop/member-basket.h"
#include "central/shop/member.h"
#include "central/shop/personal-data.h"
#include "central/shop/purchase.h"
#include "shop-fixture.h"

/* Whose an order is, what is late, and what is forgotten; the time is the test's. */

#define DANA  "dana"
#define PHONE "+972501234501"
#define OTHER "+972501234502"

typedef struct
{
  ShopFixture *fixture;
  const char *member_id;
  const char *phone;
  const char *cursor;
  int limit;
  char *id;   /* of what was placed or read */
  char *next; /* (nullable) */
  guint n;
  int refusal; /* -1: none */
} Call;

static void
call_clear (Call *call)
{
  g_clear_pointer (&call->id, g_free);
  g_clear_pointer (&call->next, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static gboolean
place (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  const MadafLineRequest line = { "shirt-navy-s", 2, MADAF_REACH_COLLECT, "north" };
  const MadafOrderRequest request = {
    .lines = &line,
    .n_lines = 1,
    .name = "Canary",
    .phone = call->phone,
    .payment = MADAF_PAYMENT_TILL,
    .language = "he",
    .expected_total = -1,
    .member_id = call->member_id,
    .from_basket = call->member_id != NULL,
    .actor = "kiosk",
  };
  g_auto (MadafRefusal) refusal = { 0 };
  g_autoptr (MadafShopOrder) order
      = madaf_order_place (transaction, &request, call->fixture->now_us, call->fixture->random, &refusal, error);

  call->id = order != NULL ? g_strdup (order->id) : NULL;
  return order != NULL;
}

/* (transfer full) */
static char *
place_order (ShopFixture *fixture, const char *member_id, const char *phone)
{
  Call call = { .fixture = fixture, .member_id = member_id, .phone = phone };

  shop_fixture_write (fixture, place, &call);
  fixture->now_us += G_TIME_SPAN_SECOND;
  return call.id;
}

static gboolean
list (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafPurchases) purchases = madaf_purchase_list (transaction, call->member_id, call->cursor, call->limit,
                                                              call->fixture->now_us, &local_error);

  call->refusal = local_error != NULL ? local_error->code : -1;
  call->n = purchases != NULL ? purchases->orders->len : 0;
  if (call->n > 0)
    call->id = g_strdup (((MadafShopOrder *)g_ptr_array_index (purchases->orders, 0))->id);
  call->next = purchases != NULL ? g_strdup (purchases->next) : NULL;
  return TRUE;
}

static Call
read_list (ShopFixture *fixture, const char *member_id, const char *cursor, int limit)
{
  Call call = { .fixture = fixture, .member_id = member_id, .cursor = cursor, .limit = limit };

  shop_fixture_read (fixture, list, &call);
  return call;
}

static void
set_up (ShopFixture *fixture)
{
  shop_fixture_set_stock (fixture, "shirt-navy-s", "north", 50);
  shop_fixture_add_member (fixture, DANA, PHONE);
  shop_fixture_add_member (fixture, "noa", OTHER);
}

/* By their token, by their phone, and by the phone before they were a member; nobody else's. */
static void
test_whose (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *by_token = NULL;
  g_autofree char *by_phone = NULL;
  g_autofree char *others = NULL;
  g_auto (Call) first = { 0 };
  g_auto (Call) rest = { 0 };
  g_auto (Call) bad = { 0 };

  shop_fixture_set_stock (fixture, "shirt-navy-s", "north", 50);
  before = place_order (fixture, NULL, PHONE);
  set_up (fixture);
  by_token = place_order (fixture, DANA, "+972501234777");
  by_phone = place_order (fixture, NULL, PHONE);
  others = place_order (fixture, "noa", PHONE);
  first = read_list (fixture, DANA, NULL, 2);
  g_assert_cmpstr (first.id, ==, by_phone);
  g_assert_cmpuint (first.n, ==, 2);
  rest = read_list (fixture, DANA, first.next, 2);
  g_assert_cmpstr (rest.id, ==, before);
  g_assert_cmpuint (rest.n, ==, 1);
  g_assert_null (rest.next);
  bad = read_list (fixture, DANA, "x", 2);
  g_assert_cmpint (bad.refusal, ==, MADAF_SHOP_ERROR_INVALID);
}

static gboolean
fill_basket (MadafTransaction *transaction, gpointer data, GError **error)
{
  const MadafBasketChange changes[] = {
    { MADAF_BASKET_ADD, { "shirt-navy-s", 3, MADAF_REACH_UNDECIDED, NULL } },
    { MADAF_BASKET_ADD, { "sock-one", 1, MADAF_REACH_UNDECIDED, NULL } },
  };
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafShopBasket) basket = madaf_member_basket_change (transaction, DANA, changes, G_N_ELEMENTS (changes),
                                                                   ((ShopFixture *)data)->now_us, &faults, error);

  return basket != NULL;
}

static void
test_from_basket (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  set_up (fixture);
  shop_fixture_write (fixture, fill_basket, fixture);
  first = place_order (fixture, DANA, PHONE);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT group_concat (quantity, '') FROM basket_line"), ==, 11);
  second = place_order (fixture, DANA, PHONE);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM basket_line"), ==, 1);
}

static gboolean
mark (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_purchase_mark_late (transaction, ((ShopFixture *)data)->now_us, error);
}

/* Once, when it is due and not before, and it is told. */
static void
test_late (ShopFixture *fixture, gconstpointer data)
{
  const char *const told = "SELECT count (*) FROM event WHERE kind = 'order'";
  g_autofree char *id = NULL;
  gint64 ready_us;
  gint64 events;

  set_up (fixture);
  id = place_order (fixture, DANA, PHONE);
  ready_us = shop_fixture_number (fixture, "SELECT ready_us FROM fulfilment");
  events = shop_fixture_number (fixture, told);
  fixture->now_us = ready_us;
  shop_fixture_write (fixture, mark, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (late_us) FROM fulfilment"), ==, 0);
  fixture->now_us = ready_us + 1;
  shop_fixture_write (fixture, mark, fixture);
  fixture->now_us = ready_us + G_TIME_SPAN_DAY;
  shop_fixture_write (fixture, mark, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT late_us FROM fulfilment"), ==, ready_us + 1);
  g_assert_cmpint (shop_fixture_number (fixture, told), ==, events + 1);
}

static gboolean
forget (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_purchase_forget_guests (transaction, ((ShopFixture *)data)->now_us, error);
}

static gboolean
execute (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, data, MADAF_NO_VALUES, NULL, error);
}

/* After 90 days a guest's name is gone, a member's is not; and nobody's who still waits. */
static void
test_guests (ShopFixture *fixture, gconstpointer data)
{
  const char *const named = "SELECT count (*) FROM customer_order WHERE name = 'Canary' AND phone <> ''";
  gint64 placed_us;
  g_autofree char *guests = NULL;
  g_autofree char *members = NULL;

  set_up (fixture);
  placed_us = fixture->now_us;
  guests = place_order (fixture, NULL, "+972501234999");
  members = place_order (fixture, DANA, PHONE);
  fixture->now_us = placed_us + 91 * G_TIME_SPAN_DAY;
  shop_fixture_write (fixture, forget, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, named), ==, 2);
  shop_fixture_write (fixture, execute, (gpointer) "UPDATE customer_order SET state = 'collected'");
  fixture->now_us = placed_us + 90 * G_TIME_SPAN_DAY;
  shop_fixture_write (fixture, forget, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, named), ==, 2);
  fixture->now_us++;
  shop_fixture_write (fixture, forget, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, named), ==, 1);
}

typedef struct
{
  char *shown;
  int refusal;
} Erasing;

static gboolean
erase (MadafTransaction *transaction, gpointer data, GError **error)
{
  Erasing *erasing = data;
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  g_autoptr (GError) local_error = NULL;

  g_assert_true (madaf_personal_data_write (transaction, DANA, writer, error));
  g_free (erasing->shown);
  erasing->shown = g_strdup (madaf_json_writer_peek (writer, NULL));
  madaf_personal_data_erase (transaction, DANA, &local_error);
  erasing->refusal = local_error != NULL ? local_error->code : -1;
  return TRUE;
}

/* What was placed with their token is theirs to see and to delete, whatever phone was typed. */
static void
test_personal (ShopFixture *fixture, gconstpointer data)
{
  Erasing erasing = { 0 };
  g_autofree char *id = NULL;

  set_up (fixture);
  id = place_order (fixture, DANA, "+972501234777");
  shop_fixture_write (fixture, erase, &erasing);
  g_assert_cmpint (erasing.refusal, ==, MADAF_SHOP_ERROR_WRONG_STATE);
  g_assert_nonnull (strstr (erasing.shown, id));
  shop_fixture_write (fixture, execute, (gpointer) "UPDATE customer_order SET state = 'collected'");
  shop_fixture_write (fixture, erase, &erasing);
  g_assert_cmpint (erasing.refusal, ==, -1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM customer_order WHERE name = '' AND phone = ''"
                                                 " AND member_id IS NULL"),
                   ==, 1);
  g_free (erasing.shown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/purchase/whose", test_whose);
  SHOP_TEST ("/purchase/from-basket", test_from_basket);
  SHOP_TEST ("/purchase/late", test_late);
  SHOP_TEST ("/purchase/guests", test_guests);
  SHOP_TEST ("/purchase/personal", test_personal);
  return g_test_run ();
}
