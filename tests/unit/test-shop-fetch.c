/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/error.h"
#include "central/shop/event.h"
#include "central/shop/fetch-request.h"
#include "central/shop/personal-data.h"
#include "central/shop/enrolment.h"
#include "shop-fixture.h"

/* What shoppers ask to be brought: the queue, how long it takes, what is refused, and what is said twice. */

#define DANA "dana"

typedef struct
{
  ShopFixture *fixture;
  const char *device_id;
  const char *variant_id;
  const char *member_id;
  int room;
  char *id;
  gboolean is_staff;
  MadafFetchState state;
  MadafFetchRequest *request;
  GPtrArray *list;
  int refusal; /* -1: none */
} Call;

static gboolean
note (Call *call, GError *error)
{
  call->refusal = error != NULL ? error->code : -1;
  g_assert_true (error == NULL || error->domain == MADAF_SHOP_ERROR);
  return TRUE;
}

static void
take (Call *call, MadafFetchRequest *request)
{
  g_clear_pointer (&call->request, madaf_fetch_request_free);
  call->request = request;
  if (request != NULL)
    {
      g_free (call->id);
      call->id = g_strdup (request->id);
    }
}

#define RULE(name, ...)                                                                                                \
  static gboolean name (MadafTransaction *transaction, gpointer data, GError **error)                                  \
  {                                                                                                                    \
    Call *call = data;                                                                                                 \
    const MadafFetchAsker asker = { call->device_id, "north", call->is_staff };                                        \
    const MadafFetchDraft draft = { call->device_id, "north", call->member_id, call->variant_id, call->room };         \
    gint64 now_us = call->fixture->now_us;                                                                             \
    g_auto (MadafFaults) faults = { 0 };                                                                               \
    g_autoptr (GError) local_error = NULL;                                                                             \
    (void)asker;                                                                                                       \
    (void)draft;                                                                                                       \
    __VA_ARGS__;                                                                                                       \
    return note (call, local_error);                                                                                   \
  }

RULE (ask,
      take (call, madaf_fetch_request_ask (transaction, &draft, now_us, call->fixture->random, &faults, &local_error)))
RULE (get, take (call, madaf_fetch_request_get (transaction, call->id, &asker, now_us, &local_error)))
RULE (move, take (call, madaf_fetch_request_move (transaction, call->id, &asker, call->state, now_us, &local_error)))
RULE (cancel, madaf_fetch_request_cancel (transaction, call->id, &asker, now_us, &local_error))
RULE (list, g_clear_pointer (&call->list, g_ptr_array_unref);
      call->list = madaf_fetch_request_list (transaction, "north", now_us, &local_error))

static gboolean
tidy (MadafTransaction *transaction, gpointer data, GError **error)
{
  ShopFixture *fixture = data;

  return madaf_fetch_request_tidy (transaction, fixture->now_us, error);
}

static void
call_clear (Call *call)
{
  g_clear_pointer (&call->request, madaf_fetch_request_free);
  g_clear_pointer (&call->list, g_ptr_array_unref);
  g_clear_pointer (&call->id, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

static gboolean
add_devices (MadafTransaction *transaction, gpointer data, GError **error)
{
  static const char *const devices[][2] = {
    { "screen", "kiosk" }, { "beside", "kiosk" }, { "third", "kiosk" }, { "ofer", "associate" }, { "rina", "associate" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    if (!madaf_transaction_execute (transaction,
                                    "INSERT INTO device (id, role, branch_id, name, token_hash, enrolled_us)"
                                    " VALUES ($1, $2, 'north', $1, CAST ($1 AS BLOB), 1)",
                                    MADAF_VALUES (MADAF_VALUE_TEXT (devices[i][0]), MADAF_VALUE_TEXT (devices[i][1])),
                                    NULL, error))
      return FALSE;
  return TRUE;
}

static Call
call_at (ShopFixture *fixture, const char *device_id, const char *variant_id)
{
  return (Call){ .fixture = fixture, .device_id = device_id, .variant_id = variant_id };
}

static void
set_up (ShopFixture *fixture)
{
  shop_fixture_write (fixture, add_devices, NULL);
  shop_fixture_set_stock (fixture, "shirt-navy-s", "north", 2);
  shop_fixture_set_stock (fixture, "shirt-navy-m", "north", 5);
  shop_fixture_set_stock (fixture, "shirt-red-m", "north", 5);
  shop_fixture_set_stock (fixture, "sock-one", "north", 5);
}

static void
asks (Call *call)
{
  shop_fixture_write (call->fixture, ask, call);
  g_assert_cmpint (call->refusal, ==, -1);
}

static void
is_refused (Call *call, int refusal)
{
  shop_fixture_write (call->fixture, ask, call);
  g_assert_cmpint (call->refusal, ==, refusal);
}

/* Ofer takes it and brings it after some minutes. */
static void
brings (ShopFixture *fixture, const char *id, int minutes)
{
  g_auto (Call) call = { .fixture = fixture, .device_id = "ofer", .is_staff = TRUE, .id = g_strdup (id) };

  call.state = MADAF_FETCH_TAKEN;
  shop_fixture_write (fixture, move, &call);
  fixture->now_us += minutes * G_TIME_SPAN_MINUTE;
  call.state = MADAF_FETCH_BROUGHT;
  shop_fixture_write (fixture, move, &call);
  g_assert_cmpint (call.refusal, ==, -1);
}

static void
test_queue (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) first = call_at (fixture, "screen", "shirt-navy-m");
  g_auto (Call) second = call_at (fixture, "beside", "shirt-navy-m");
  g_auto (Call) third = call_at (fixture, "third", "sock-one");
  g_auto (Call) staff = call_at (fixture, "ofer", NULL);
  gint64 events;

  set_up (fixture);
  asks (&first);
  fixture->now_us++;
  asks (&second);
  fixture->now_us++;
  third.room = 3;
  asks (&third);
  g_assert_cmpint (first.request->place, ==, 1);
  g_assert_cmpint (third.request->place, ==, 3);
  shop_fixture_read (fixture, list, &staff);
  g_assert_cmpuint (staff.list->len, ==, 3);
  g_assert_cmpstr (((MadafFetchRequest *)g_ptr_array_index (staff.list, 2))->id, ==, third.id);
  events = shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE kind = 'fetch'");
  shop_fixture_write (fixture, cancel, &second);
  g_assert_cmpint (second.refusal, ==, -1);
  /* The one behind hears that its place is better, the one before does not. */
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE kind = 'fetch'"), ==, events + 2);
  shop_fixture_read (fixture, get, &third);
  g_assert_cmpint (third.request->place, ==, 2);
  brings (fixture, first.id, 1);
  shop_fixture_read (fixture, get, &third);
  g_assert_cmpint (third.request->place, ==, 1);
  g_assert_cmpint (third.request->room, ==, 3);
}

/* From five that were brought, each after so many minutes a place; until then nobody knows. */
static void
test_minutes (ShopFixture *fixture, gconstpointer data)
{
  static const int minutes[] = { 2, 9, 3, 3, 4 };
  g_auto (Call) first = call_at (fixture, "screen", "shirt-navy-m");
  g_auto (Call) second = call_at (fixture, "beside", "shirt-navy-m");

  set_up (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      asks (&first);
      g_assert_cmpint (first.request->expected_minutes, ==, 0);
      g_assert_false (first.request->late);
      brings (fixture, first.id, minutes[i]);
    }
  asks (&first);
  fixture->now_us++;
  asks (&second);
  g_assert_cmpint (first.request->expected_minutes, ==, 3);
  g_assert_cmpint (second.request->expected_minutes, ==, 6);
  fixture->now_us += 2 * G_TIME_SPAN_MINUTE;
  second.state = first.state = MADAF_FETCH_TAKEN;
  first.is_staff = TRUE;
  shop_fixture_write (fixture, move, &first);
  g_assert_cmpint (first.request->expected_minutes, ==, 1);
  shop_fixture_read (fixture, get, &second);
  g_assert_cmpint (second.request->expected_minutes, ==, 3);
  /* What was said is over: no more is promised. */
  fixture->now_us += 2 * G_TIME_SPAN_MINUTE;
  shop_fixture_read (fixture, get, &first);
  g_assert_true (first.request->late && first.request->expected_minutes == 0);
  shop_fixture_read (fixture, get, &second);
  g_assert_false (second.request->late);
  /* What was brought long ago says nothing. */
  shop_fixture_write (fixture, cancel, &second);
  fixture->now_us += 31 * G_TIME_SPAN_DAY;
  asks (&second);
  g_assert_cmpint (second.request->expected_minutes, ==, 0);
}

static void
test_limits (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_at (fixture, "screen", "shirt-navy-s");
  g_auto (Call) other = call_at (fixture, "beside", "shirt-navy-s");

  set_up (fixture);
  asks (&call);
  is_refused (&call, MADAF_SHOP_ERROR_ASKED_ALREADY);
  asks (&other);
  other.device_id = "third";
  /* Both that are there are on their way. */
  is_refused (&other, MADAF_SHOP_ERROR_NONE_TO_BRING);
  call.variant_id = "shirt-navy-m";
  asks (&call);
  call.variant_id = "sock-one";
  asks (&call);
  call.variant_id = "shirt-red-m";
  is_refused (&call, MADAF_SHOP_ERROR_TOO_MANY_OPEN);
  call.room = 4;
  is_refused (&call, MADAF_SHOP_ERROR_INVALID);
  call.room = 0;
  /* What nobody answers does not count for ever. */
  fixture->now_us += MADAF_FETCH_LIFE_US;
  asks (&call);
  g_assert_cmpint (call.request->place, ==, 1);
}

static void
test_twice (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_at (fixture, "screen", "sock-one");
  g_auto (Call) staff = call_at (fixture, "ofer", NULL);
  gint64 events;

  set_up (fixture);
  asks (&call);
  staff.is_staff = TRUE;
  staff.id = g_strdup (call.id);
  staff.state = MADAF_FETCH_BROUGHT;
  shop_fixture_write (fixture, move, &staff);
  g_assert_cmpint (staff.refusal, ==, MADAF_SHOP_ERROR_PAST_STATE);
  staff.state = MADAF_FETCH_TAKEN;
  for (int i = 0; i < 2; i++)
    {
      shop_fixture_write (fixture, move, &staff);
      g_assert_cmpint (staff.refusal, ==, -1);
      g_assert_cmpint (staff.request->state, ==, MADAF_FETCH_TAKEN);
    }
  events = shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE kind = 'fetch'");
  staff.device_id = "rina";
  shop_fixture_write (fixture, move, &staff);
  g_assert_cmpint (staff.refusal, ==, MADAF_SHOP_ERROR_PAST_STATE);
  g_assert_cmpint (events, ==, 1);
  for (int i = 0; i < 2; i++)
    {
      shop_fixture_write (fixture, cancel, &call);
      g_assert_cmpint (call.refusal, ==, -1);
    }
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE kind = 'fetch'"), ==, events + 1);
  staff.state = MADAF_FETCH_NOT_FOUND;
  shop_fixture_write (fixture, move, &staff);
  g_assert_cmpint (staff.refusal, ==, MADAF_SHOP_ERROR_PAST_STATE);
  call.device_id = "beside";
  shop_fixture_read (fixture, get, &call);
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_NOT_FOUND);
}

/* They end by themselves, are told of, and go with time; who asked is forgotten with the member. */
static void
test_ends (ShopFixture *fixture, gconstpointer data)
{
  g_auto (Call) call = call_at (fixture, "screen", "sock-one");

  set_up (fixture);
  shop_fixture_add_member (fixture, DANA, "+972501234501");
  call.member_id = DANA;
  asks (&call);
  fixture->now_us += MADAF_FETCH_LIFE_US;
  shop_fixture_read (fixture, get, &call);
  g_assert_cmpint (call.request->state, ==, MADAF_FETCH_EXPIRED);
  shop_fixture_write (fixture, tidy, fixture);
  g_assert_cmpint (
      shop_fixture_number (fixture, "SELECT count (*) FROM event WHERE kind = 'fetch' AND state = 'expired'"), ==, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM fetch_request WHERE member_id = 'dana'"), ==,
                   1);
  fixture->now_us += 31 * G_TIME_SPAN_DAY;
  shop_fixture_write (fixture, tidy, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM fetch_request"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/fetch/queue", test_queue);
  SHOP_TEST ("/fetch/minutes", test_minutes);
  SHOP_TEST ("/fetch/limits", test_limits);
  SHOP_TEST ("/fetch/twice", test_twice);
  SHOP_TEST ("/fetch/ends", test_ends);
  return g_test_run ();
}
