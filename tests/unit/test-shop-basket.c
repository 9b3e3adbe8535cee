/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/shop/carry.h"
#include "central/shop/error.h"
#include "central/shop/event.h"
#include "central/shop/member-basket.h"
#include "central/shop/personal-data.h"
#include "shop-fixture.h"

/* A member's one basket: two devices at once, what a guest brings, and what is not sold any more. */

#define DANA  "dana"
#define PHONE "+972501234501"

/* One call of a rule: what it is given and what came back. */
typedef struct
{
  const char *member_id;
  gint64 now_us;
  gint64 version;
  const MadafBasketChange *changes;
  const MadafLineRequest *lines;
  gsize n;
  MadafShopBasket *basket;
  char *faults; /* "/changes/0/quantity out_of_range", of all */
  int refusal;  /* -1: none */
} Call;

static void
call_clear (Call *call)
{
  g_clear_pointer (&call->basket, madaf_shop_basket_free);
  g_clear_pointer (&call->faults, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* A refusal is a result here, so the transaction goes on. */
static gboolean
note (Call *call, const MadafFaults *faults, GError *error)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; faults != NULL && faults->list != NULL && i < faults->list->len; i++)
    {
      const MadafFault *fault = g_ptr_array_index (faults->list, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", fault->pointer, fault->reason);
    }
  call->faults = g_string_free (text, FALSE);
  call->refusal = error != NULL ? error->code : -1;
  g_assert_true (error == NULL || error->domain == MADAF_SHOP_ERROR);
  g_assert_true ((call->basket == NULL) == (error != NULL));
  return TRUE;
}

static gboolean
get (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autoptr (GError) local_error = NULL;

  call->basket = madaf_member_basket_get (transaction, call->member_id, call->now_us, &local_error);
  return note (call, NULL, local_error);
}

static gboolean
change (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (GError) local_error = NULL;

  call->basket = madaf_member_basket_change (transaction, call->member_id, call->changes, call->n, call->now_us,
                                             &faults, &local_error);
  return note (call, &faults, local_error);
}

static gboolean
merge (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (GError) local_error = NULL;

  call->basket = madaf_member_basket_merge (transaction, call->member_id, call->lines, call->n, call->now_us, &faults,
                                            &local_error);
  return note (call, &faults, local_error);
}

static gboolean
replace (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (GError) local_error = NULL;

  call->basket = madaf_member_basket_replace (transaction, call->member_id, call->version, call->lines, call->n,
                                              call->now_us, &faults, &local_error);
  return note (call, &faults, local_error);
}

/* "shirt-navy-s 2, shirt-red-m 1 @north", and behind "|" what is gone. (transfer full) */
static char *
describe (const MadafShopBasket *basket)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < basket->lines->len + basket->gone->len; i++)
    {
      gboolean gone = i >= basket->lines->len;
      const MadafPricedLine *line
          = g_ptr_array_index (gone ? basket->gone : basket->lines, gone ? i - basket->lines->len : i);

      g_string_append_printf (text, "%s%s%s %d%s%s", gone && i == basket->lines->len ? "| " : "",
                              i > 0 && !(gone && i == basket->lines->len) ? ", " : "", line->variant_id,
                              (int)line->quantity, line->branch_id != NULL ? " @" : "",
                              line->branch_id != NULL ? line->branch_id : "");
    }
  return g_string_free (text, FALSE);
}

#define assert_basket(fixture, wanted)                                                                                 \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_auto (Call) seen = { .member_id = DANA, .now_us = (fixture)->now_us };                                           \
    g_autofree char *text = NULL;                                                                                      \
    shop_fixture_read (fixture, get, &seen);                                                                           \
    text = describe (seen.basket);                                                                                     \
    g_assert_cmpstr (text, ==, wanted);                                                                                \
  }                                                                                                                    \
  G_STMT_END

/* (transfer full) in the call */
static Call
do_change (ShopFixture *fixture, const char *member_id, const MadafBasketChange *changes, gsize n)
{
  Call call = { .member_id = member_id, .now_us = fixture->now_us, .changes = changes, .n = n };

  shop_fixture_write (fixture, change, &call);
  return call;
}

static void
change_one (ShopFixture *fixture, MadafBasketAction action, const char *variant_id, gint64 quantity)
{
  const MadafBasketChange one = { action, { variant_id, quantity, MADAF_REACH_UNDECIDED, NULL } };
  g_auto (Call) call = do_change (fixture, DANA, &one, 1);

  g_assert_cmpint (call.refusal, ==, -1);
}

static void
test_changes (ShopFixture *fixture, gconstpointer data)
{
  shop_fixture_add_member (fixture, DANA, PHONE);
  assert_basket (fixture, "");
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 2);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-m", 1);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 1);
  assert_basket (fixture, "shirt-navy-s 3, shirt-navy-m 1");
  change_one (fixture, MADAF_BASKET_SET, "shirt-navy-s", 1);
  change_one (fixture, MADAF_BASKET_REMOVE, "shirt-navy-m", 0);
  assert_basket (fixture, "shirt-navy-s 1");
}

/* What changes nothing makes no version and wakes nobody. */
static void
test_versions (ShopFixture *fixture, gconstpointer data)
{
  const char *const versions = "SELECT version * 100 + (SELECT count (*) FROM event WHERE kind = 'basket' AND subject ="
                               " basket.id AND available <= version) FROM basket";

  shop_fixture_add_member (fixture, DANA, PHONE);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 2);
  g_assert_cmpint (shop_fixture_number (fixture, versions), ==, 101);
  change_one (fixture, MADAF_BASKET_REMOVE, "shirt-navy-m", 0);
  change_one (fixture, MADAF_BASKET_SET, "shirt-navy-s", 2);
  g_assert_cmpint (shop_fixture_number (fixture, versions), ==, 101);
  change_one (fixture, MADAF_BASKET_SET, "shirt-navy-s", 1);
  g_assert_cmpint (shop_fixture_number (fixture, versions), ==, 202);
}

/* Each of two devices saw the same basket, and changes another line of it, or the same one. */
static void
test_two_devices (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest mine[] = { { "shirt-navy-m", 1, MADAF_REACH_UNDECIDED, NULL } };
  g_auto (Call) stale
      = { .member_id = DANA, .now_us = fixture->now_us, .version = 1, .lines = mine, .n = G_N_ELEMENTS (mine) };
  g_auto (Call) fresh = stale;

  shop_fixture_add_member (fixture, DANA, PHONE);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 1);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 1);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-m", 1);
  assert_basket (fixture, "shirt-navy-s 2, shirt-navy-m 1");
  shop_fixture_write (fixture, replace, &stale);
  g_assert_cmpint (stale.refusal, ==, MADAF_SHOP_ERROR_VERSION);
  assert_basket (fixture, "shirt-navy-s 2, shirt-navy-m 1");
  fresh.version = 3;
  shop_fixture_write (fixture, replace, &fresh);
  assert_basket (fixture, "shirt-navy-m 1");
}

typedef struct
{
  ShopFixture *fixture;
  const char *variant_id;
} Adder;

static gpointer
add_forty (gpointer data)
{
  const Adder *adder = data;

  for (int i = 0; i < 40; i++)
    {
      change_one (adder->fixture, MADAF_BASKET_ADD, adder->variant_id, 1);
      change_one (adder->fixture, MADAF_BASKET_ADD, "sock-one", 1);
    }
  return NULL;
}

/* Two devices at the same time lose neither a line nor a piece. */
static void
test_race (ShopFixture *fixture, gconstpointer data)
{
  Adder adders[] = { { fixture, "shirt-navy-s" }, { fixture, "shirt-navy-m" } };
  GThread *threads[G_N_ELEMENTS (adders)];

  shop_fixture_add_member (fixture, DANA, PHONE);
  for (guint i = 0; i < G_N_ELEMENTS (adders); i++)
    threads[i] = g_thread_new ("device", add_forty, &adders[i]);
  for (guint i = 0; i < G_N_ELEMENTS (adders); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (quantity) FROM basket_line"), ==, 160);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT min (quantity) FROM basket_line"), ==, 40);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT version FROM basket"), ==, 160);
}

/* All or nothing, and all that is wrong at once. */
static void
test_faults (ShopFixture *fixture, gconstpointer data)
{
  const MadafBasketChange wrong[] = {
    { MADAF_BASKET_ADD, { "shirt-navy-s", 1, MADAF_REACH_UNDECIDED, NULL } },
    { MADAF_BASKET_SET, { "none", 1, MADAF_REACH_UNDECIDED, NULL } },
    { MADAF_BASKET_ADD, { "shirt-navy-m", 99, MADAF_REACH_UNDECIDED, NULL } },
    { MADAF_BASKET_ADD, { "shirt-navy-m", 1, MADAF_REACH_UNDECIDED, NULL } },
    { MADAF_BASKET_SET, { "shirt-navy-m", 1, MADAF_REACH_COLLECT, "corner" } },
  };
  g_auto (Call) call = { 0 };

  shop_fixture_add_member (fixture, DANA, PHONE);
  call = do_change (fixture, DANA, wrong, G_N_ELEMENTS (wrong));
  g_assert_cmpint (call.refusal, ==, MADAF_SHOP_ERROR_INVALID);
  g_assert_cmpstr (call.faults, ==,
                   "/changes/1/variant_id unknown_id, /changes/3/quantity out_of_range,"
                   " /changes/4/fulfilment/branch_id branch_cannot_collect");
  assert_basket (fixture, "");
}

/* A guest's basket comes once, however often it is sent. */
static void
test_merge (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest guest[] = {
    { "shirt-navy-s", 1, MADAF_REACH_UNDECIDED, NULL },
    { "shirt-navy-m", 3, MADAF_REACH_UNDECIDED, NULL },
    { "shirt-navy-m", 1, MADAF_REACH_COLLECT, "north" },
  };

  shop_fixture_add_member (fixture, DANA, PHONE);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 2);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-m", 1);
  for (int i = 0; i < 2; i++)
    {
      g_auto (Call) call = { .member_id = DANA, .now_us = fixture->now_us, .lines = guest, .n = G_N_ELEMENTS (guest) };

      shop_fixture_write (fixture, merge, &call);
      g_assert_cmpint (call.basket->version, ==, 3);
      assert_basket (fixture, "shirt-navy-s 2, shirt-navy-m 3, shirt-navy-m 1 @north");
    }
}

static gboolean
withdraw (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, "UPDATE variant SET hidden = 1 WHERE id = $1",
                                    MADAF_VALUES (MADAF_VALUE_TEXT (data)), NULL, error);
}

/* What is not sold any more is told, also when a guest brings it, until it is removed. */
static void
test_gone (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest guest = { "sock-one", 2, MADAF_REACH_UNDECIDED, NULL };
  g_auto (Call) call = { .member_id = DANA, .now_us = fixture->now_us, .lines = &guest, .n = 1 };

  shop_fixture_add_member (fixture, DANA, PHONE);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 2);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-m", 1);
  shop_fixture_write (fixture, withdraw, (gpointer) "shirt-navy-s");
  assert_basket (fixture, "shirt-navy-m 1| shirt-navy-s 2");
  shop_fixture_write (fixture, withdraw, (gpointer) "sock-one");
  shop_fixture_write (fixture, merge, &call);
  assert_basket (fixture, "shirt-navy-m 1| shirt-navy-s 2, sock-one 2");
  change_one (fixture, MADAF_BASKET_REMOVE, "shirt-navy-s", 0);
  assert_basket (fixture, "shirt-navy-m 1| sock-one 2");
}

static gboolean
look_from_outside (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autofree char *id = madaf_member_basket_make_id (DANA);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafShopBasket) basket = madaf_basket_get (transaction, id, 0, &local_error);

  g_assert_null (basket);
  g_assert_error (local_error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND);
  return !madaf_basket_delete (transaction, id, NULL) && madaf_basket_prune (transaction, G_MAXINT64, error);
}

/* It is nobody else's: neither by its id, nor from the member next to them; and it stays. */
static void
test_own (ShopFixture *fixture, gconstpointer data)
{
  const MadafBasketChange sock = { MADAF_BASKET_ADD, { "sock-one", 5, MADAF_REACH_UNDECIDED, NULL } };
  g_auto (Call) other = { 0 };

  shop_fixture_add_member (fixture, DANA, PHONE);
  shop_fixture_add_member (fixture, "noa", "+972501234502");
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 2);
  other = do_change (fixture, "noa", &sock, 1);
  shop_fixture_write (fixture, look_from_outside, NULL);
  assert_basket (fixture, "shirt-navy-s 2");
  g_assert_cmpstr (other.basket->id, !=, DANA);
  g_assert_cmpuint (strlen (other.basket->id), ==, 22);
}

static gboolean
show (MadafTransaction *transaction, gpointer data, GError **error)
{
  g_autoptr (MadafJsonWriter) writer = madaf_json_writer_new ();
  gboolean done = madaf_personal_data_write (transaction, DANA, writer, error);

  *(char **)data = g_strdup (madaf_json_writer_peek (writer, NULL));
  return done;
}

static gboolean
erase (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_personal_data_erase (transaction, DANA, error);
}

/* It is shown with what is kept about a member, and goes with them. */
static void
test_personal (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *shown = NULL;

  shop_fixture_add_member (fixture, DANA, PHONE);
  change_one (fixture, MADAF_BASKET_ADD, "shirt-navy-s", 2);
  shop_fixture_read (fixture, show, &shown);
  g_assert_nonnull (strstr (shown, "\"variant_id\":\"shirt-navy-s\",\"quantity\":\"2\""));
  shop_fixture_write (fixture, erase, NULL);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT (SELECT count (*) FROM basket) + (SELECT count (*)"
                                                 " FROM basket_line)"),
                   ==, 0);
}

typedef struct
{
  ShopFixture *fixture;
  const char *token;
  const char *secret;
  char *made;
  char *id;      /* what the stream calls it */
  gint64 pieces; /* -1: refused; 0: nobody took it yet */
} Carrying;

static gboolean
carry (MadafTransaction *transaction, gpointer data, GError **error)
{
  Carrying *call = data;
  const MadafLineRequest line = { "shirt-navy-s", 2, MADAF_REACH_UNDECIDED, NULL };
  g_auto (MadafFaults) faults = { 0 };

  call->made = madaf_carry_create (transaction, &line, 1, "kiosk-1", &call->id, call->fixture->now_us,
                                   call->fixture->random, &faults, error);
  return call->made != NULL;
}

static void
note_pieces (Carrying *call, const MadafShopBasket *basket, const GError *error)
{
  g_assert_true (error == NULL || g_error_matches (error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_NOT_FOUND));
  call->pieces = error != NULL ? -1 : 0;
  for (guint i = 0; basket != NULL && i < basket->lines->len; i++)
    call->pieces += ((MadafPricedLine *)g_ptr_array_index (basket->lines, i))->quantity;
}

static gboolean
take (MadafTransaction *transaction, gpointer data, GError **error)
{
  Carrying *call = data;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafShopBasket) basket
      = madaf_carry_take (transaction, call->token, call->secret, call->fixture->now_us, &local_error);

  note_pieces (call, basket, local_error);
  return TRUE;
}

static gboolean
look (MadafTransaction *transaction, gpointer data, GError **error)
{
  Carrying *call = data;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (MadafShopBasket) basket = NULL;

  madaf_carry_look_up (transaction, call->token, call->secret, call->fixture->now_us, &basket, &local_error);
  note_pieces (call, basket, local_error);
  return TRUE;
}

static gint64
take_with (ShopFixture *fixture, const char *token, const char *secret)
{
  Carrying call = { .fixture = fixture, .token = token, .secret = secret };

  shop_fixture_write (fixture, take, &call);
  return call.pieces;
}

static gint64
look_with (ShopFixture *fixture, const char *token, const char *secret)
{
  Carrying call = { .fixture = fixture, .token = token, .secret = secret };

  shop_fixture_read (fixture, look, &call);
  return call.pieces;
}

static gboolean
prune_carry (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_carry_prune (transaction, ((ShopFixture *)data)->now_us, error);
}

typedef struct
{
  const char *id;
  const char *device_id; /* (nullable) */
  gboolean is;
} Listening;

static gboolean
ask_whose (MadafTransaction *transaction, gpointer data, GError **error)
{
  Listening *call = data;

  return madaf_carry_is_of (transaction, call->id, call->device_id, &call->is, error);
}

static gboolean
may_hear (ShopFixture *fixture, const char *id, const char *device_id)
{
  Listening call = { id, device_id, FALSE };

  shop_fixture_read (fixture, ask_whose, &call);
  return call.is;
}

#define TOLD "SELECT count (*) FROM event WHERE kind = 'carried'"

/* The screen that made the code, and no other, hears once that a phone took it. */
static void
test_carry_told (ShopFixture *fixture, gconstpointer data)
{
  Carrying call = { .fixture = fixture };

  shop_fixture_write (fixture, carry, &call);
  g_assert_true (may_hear (fixture, call.id, "kiosk-1"));
  g_assert_false (may_hear (fixture, call.id, "kiosk-2"));
  g_assert_false (may_hear (fixture, call.id, NULL));
  g_assert_false (may_hear (fixture, call.made, "kiosk-1"));
  take_with (fixture, "another", "phone");
  g_assert_cmpint (shop_fixture_number (fixture, TOLD), ==, 0);
  take_with (fixture, call.made, "phone");
  take_with (fixture, call.made, "phone");
  take_with (fixture, call.made, "other");
  g_assert_cmpint (shop_fixture_number (fixture, TOLD), ==, 1);
  g_free (call.made);
  g_free (call.id);
}

/* The first phone has it, within half an hour, and keeps it; what nobody took is forgotten. */
static void
test_carry (ShopFixture *fixture, gconstpointer data)
{
  Carrying first = { .fixture = fixture };
  Carrying late = { .fixture = fixture };

  shop_fixture_write (fixture, carry, &first);
  shop_fixture_write (fixture, carry, &late);
  g_assert_cmpint (look_with (fixture, first.made, NULL), ==, 0);
  g_assert_cmpint (take_with (fixture, "another", "phone"), ==, -1);
  fixture->now_us += MADAF_CARRY_LIFE_US - 1;
  g_assert_cmpint (take_with (fixture, first.made, "phone"), ==, 2);
  g_assert_cmpint (take_with (fixture, first.made, "phone"), ==, 2);
  g_assert_cmpint (take_with (fixture, first.made, "other"), ==, -1);
  fixture->now_us++;
  g_assert_cmpint (take_with (fixture, late.made, "phone"), ==, -1);
  g_assert_cmpint (look_with (fixture, first.made, "phone"), ==, 2);
  g_assert_cmpint (look_with (fixture, first.made, NULL), ==, -1);
  shop_fixture_write (fixture, prune_carry, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count (*) FROM basket"), ==, 1);
  g_assert_cmpint (look_with (fixture, first.made, "phone"), ==, 2);
  g_free (first.made);
  g_free (first.id);
  g_free (late.made);
  g_free (late.id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/basket/changes", test_changes);
  SHOP_TEST ("/basket/versions", test_versions);
  SHOP_TEST ("/basket/two-devices", test_two_devices);
  SHOP_TEST ("/basket/race", test_race);
  SHOP_TEST ("/basket/faults", test_faults);
  SHOP_TEST ("/basket/merge", test_merge);
  SHOP_TEST ("/basket/gone", test_gone);
  SHOP_TEST ("/basket/own", test_own);
  SHOP_TEST ("/basket/personal", test_personal);
  SHOP_TEST ("/basket/carry", test_carry);
  SHOP_TEST ("/basket/carry-told", test_carry_told);
  return g_test_run ();
}
