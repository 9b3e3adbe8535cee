/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "central/shop/bill.h"
#include "central/shop/error.h"
#include "central/shop/member.h"
#include "central/shop/order.h"
#include "central/shop/personal-data.h"
#include "central/shop/split.h"
#include "shop-fixture.h"

/* Points, coupons, gift cards, stored value: exact, never below nothing, and nothing twice. */

#define COLLECT(variant, count, branch) ((MadafLineRequest){ variant, count, MADAF_REACH_COLLECT, branch })
#define SHIP(variant, count)            ((MadafLineRequest){ variant, count, MADAF_REACH_SHIP, NULL })
#define SHIRT                           24990
#define SOCK                            1990
#define CARD                            "ABCD-EFGH-JKMN-PQRS"
#define ROUNDS                          20000

static const MadafAddressRequest home = { "Street 1", "Haifa", NULL, NULL };

/* Whatever is shared out adds up, by whatever weights. */
static void
test_split (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < ROUNDS; round++)
    {
      gint64 weights[12];
      gint64 shares[12];
      gsize n = (gsize)g_rand_int_range (rand, 1, 13);
      gint64 whole = 0;
      gint64 sum = 0;
      gint64 amount;

      for (gsize i = 0; i < n; i++)
        whole += weights[i]
            = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 50) : g_rand_int_range (rand, 0, 900000);
      amount = (gint64)(g_rand_double (rand) * (double)whole);
      madaf_split (amount, weights, n, shares);
      for (gsize i = 0; i < n; i++)
        {
          gint64 down = whole > 0 ? amount * weights[i] / whole : 0;

          sum += shares[i];
          g_assert_cmpint (shares[i], >=, down);
          g_assert_cmpint (shares[i], <=, MIN (down + 1, weights[i]));
        }
      g_assert_cmpint (sum, ==, amount);
    }
}

static void
test_split_by_hand (void)
{
  const gint64 thirds[] = { 100, 100, 100, 0 };
  const gint64 huge[] = { G_MAXINT64 / 3, G_MAXINT64 / 3, G_MAXINT64 / 3 };
  gint64 shares[4];

  madaf_split (100, thirds, 4, shares);
  g_assert_cmpint (shares[0], ==, 34);
  g_assert_cmpint (shares[1], ==, 33);
  g_assert_cmpint (shares[3], ==, 0);
  madaf_split (G_MAXINT64 / 3 * 3, huge, 3, shares);
  g_assert_cmpint (shares[2], ==, G_MAXINT64 / 3);
  g_assert_cmpint (madaf_split_percent (24990, 1500), ==, 3749);
  g_assert_cmpint (madaf_split_percent (G_MAXINT64, 10000), ==, G_MAXINT64);
}

/* A bill of anything, in any order of amounts: the lines add up to the total, each step to its shares, nothing is below
 * nothing, and what is due and what is paid are the total. */
static void
test_bill (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (MadafBill) bill = NULL;
      gint64 totals[8];
      gint64 left[8];
      gboolean counts[8];
      gsize n = (gsize)g_rand_int_range (rand, 1, 9);
      gint64 whole = 0;
      gint64 paid = 0;
      gint64 off = 0;
      gint64 lines = 0;

      for (gsize i = 0; i < n; i++)
        whole += left[i] = totals[i] = g_rand_int_range (rand, 0, 60000);
      bill = madaf_bill_new (totals, n);
      for (int step = g_rand_int_range (rand, 0, 5); step > 0; step--)
        {
          for (gsize i = 0; i < n; i++)
            counts[i] = g_rand_boolean (rand);
          madaf_bill_take_off (bill, MADAF_PRICE_STEP_COUPON, g_rand_int_range (rand, 0, 60000),
                               g_rand_boolean (rand) ? counts : NULL);
        }
      for (int step = g_rand_int_range (rand, 0, 4); step > 0; step--)
        madaf_bill_pay (bill, MADAF_PRICE_STEP_GIFT_CARD, g_rand_int_range (rand, 0, 60000));
      for (guint i = 0; i < bill->steps->len; i++)
        {
          const MadafBillStep *step = g_ptr_array_index (bill->steps, i);
          gint64 sum = 0;

          g_assert_cmpint (step->amount, >, 0);
          for (gsize j = 0; step->shares != NULL && j < n; j++)
            {
              g_assert_cmpint (step->shares[j], >=, 0);
              left[j] -= step->shares[j];
              sum += step->shares[j];
            }
          g_assert_cmpint (sum, ==, step->shares != NULL ? step->amount : 0);
          *(step->shares != NULL ? &off : &paid) += step->amount;
        }
      for (gsize i = 0; i < n; i++)
        {
          g_assert_cmpint (bill->totals[i], >=, 0);
          g_assert_cmpint (bill->totals[i], ==, left[i]);
          lines += bill->totals[i];
        }
      g_assert_cmpint (bill->total, ==, whole - off);
      g_assert_cmpint (bill->total, ==, lines);
      g_assert_cmpint (bill->due, ==, bill->total - paid);
      g_assert_cmpint (bill->due, >=, 0);
    }
}

static gboolean
put_coupon (MadafTransaction *transaction, gpointer data, GError **error)
{
  const char *taken;

  return madaf_coupon_put (transaction, data, &taken, error) && taken == NULL;
}

static gboolean
fill (MadafTransaction *transaction, gpointer data, GError **error)
{
  static const MadafMember dana = { .id = (char *)"dana",
                                    .number = (char *)"M0000000000",
                                    .phone = (char *)"+972501234567",
                                    .language = (char *)"he",
                                    .joined_us = 1 };
  static const MadafMember avi = { .id = (char *)"avi",
                                   .number = (char *)"M1111111111",
                                   .phone = (char *)"+972501234568",
                                   .language = (char *)"he",
                                   .joined_us = 1 };
  const MadafRewardRule rule = { 1000, 50 };
  MadafPurseEntry load = { .move = MADAF_PURSE_LOAD, .amount = 100, .source = "test", .source_id = "points" };
  MadafPurseResult result;
  MadafPurse purse;
  gboolean issued;

  if (!madaf_member_put (transaction, &dana, error) || !madaf_member_put (transaction, &avi, error)
      || !madaf_reward_rule_put (transaction, &rule, error)
      || !madaf_purse_of_member (transaction, MADAF_PURSE_POINTS, "dana", TRUE, 1, &purse, error))
    return FALSE;
  load.purse = purse.number;
  return madaf_purse_move (transaction, &load, 1, &result, error)
         && madaf_gift_card_issue_as (transaction, CARD, "test", "card", 10000, 1, &issued, error) && issued;
}

static void
set_up (ShopFixture *fixture, gconstpointer data)
{
  const char *codes[] = { "save15", NULL };
  const char *tens[] = { "TEN", NULL };
  const char *members[] = { "dana", NULL };
  MadafCouponDraft percent = { .coupon = { .id = (char *)"p15",
                                           .title = (char *)"{\"en\":\"15% off\"}",
                                           .percent = 1500,
                                           .stackable = TRUE,
                                           .total_limit = 10 },
                               .codes = codes };
  MadafCouponDraft amount = { .coupon = { .id = (char *)"ten",
                                          .title = (char *)"{\"en\":\"10 off\"}",
                                          .amount = 1000,
                                          .minimum = 5000,
                                          .stackable = TRUE,
                                          .per_member = 1 },
                              .codes = tens,
                              .member_ids = members };

  shop_fixture_set_up (fixture, data);
  shop_fixture_write (fixture, fill, NULL);
  shop_fixture_write (fixture, put_coupon, &percent);
  shop_fixture_write (fixture, put_coupon, &amount);
  shop_fixture_set_stock (fixture, "shirt-navy-m", "north", 100);
  shop_fixture_set_stock (fixture, "sock-one", "north", 100);
  shop_fixture_set_stock (fixture, "sock-one", "south", 100);
}

#define MONEY_TEST(name, func) g_test_add (name, ShopFixture, NULL, set_up, func, shop_fixture_tear_down)

typedef struct
{
  ShopFixture *fixture;
  MadafOrderRequest request;
  MadafShopOrder *order; /* (owned) (nullable) */
  MadafRefusal refusal;
  GError *error; /* (owned) (nullable) */
} Attempt;

static gboolean
place (MadafTransaction *transaction, gpointer data, GError **error)
{
  Attempt *attempt = data;

  attempt->order = madaf_order_place (transaction, &attempt->request, attempt->fixture->now_us,
                                      attempt->fixture->random, &attempt->refusal, error);
  return attempt->order != NULL;
}

static void
attempt_init (Attempt *attempt, ShopFixture *fixture, const MadafLineRequest *lines, gsize n, MadafTender tender)
{
  *attempt = (Attempt){ .fixture = fixture,
                        .request = { .lines = lines,
                                     .n_lines = n,
                                     .name = "Dana",
                                     .phone = "050-123-4567",
                                     .address = &home,
                                     .language = "he",
                                     .expected_total = -1,
                                     .actor = "kiosk",
                                     .branch_id = "north",
                                     .tender = tender } };
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

/* The ledgers are what the balances are, and nothing of an order is counted that is not in it. */
static void
assert_books (ShopFixture *fixture)
{
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM purse p WHERE balance <> (SELECT coalesce (sum"
                                                 " (amount), 0) FROM purse_entry WHERE purse = p.number)"),
                   ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture,
                                        "SELECT count(*) FROM coupon c WHERE used <> (SELECT coalesce (sum (CASE"
                                        " kind WHEN 'redeem' THEN 1 ELSE -1 END), 0) FROM coupon_entry"
                                        " WHERE coupon_id = c.id)"),
                   ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM customer_order o WHERE total <> (SELECT sum"
                                                 " (l.total) FROM fulfilment f JOIN order_line l ON l.fulfilment_id ="
                                                 " f.id WHERE f.order_id = o.id) OR tax <> (SELECT sum (l.tax) FROM"
                                                 " fulfilment f JOIN order_line l ON l.fulfilment_id = f.id WHERE"
                                                 " f.order_id = o.id)"),
                   ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM order_line l WHERE total <> unit * quantity -"
                                                 " (SELECT coalesce (sum (amount), 0) FROM order_share s WHERE"
                                                 " s.fulfilment_id = l.fulfilment_id AND s.position = l.position)"),
                   ==, 0);
}

static const MadafCouponRequest both[] = { { "ten", NULL }, { " Save15 ", NULL } };

/* Percent first whatever was typed first; then the amount, the points; the card pays last and the VAT stays. */
static void
test_steps (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("shirt-navy-m", 1, "north"), SHIP ("sock-one", 3) };
  const char *cards[] = { "abcd efgh jkmn pqrs", NULL };
  const gint64 whole = SHIRT + 3 * SOCK;
  const gint64 percent = 4644; /* 15 % of 30960 */
  gint64 due = whole - percent - 1000 - 100 * 50 - 10000;
  g_auto (Attempt) attempt = { 0 };
  const MadafBillStep *step;

  attempt_init (
      &attempt, fixture, lines, 2,
      (MadafTender){ .member_id = "dana", .coupons = both, .n_coupons = 2, .points = 100, .gift_cards = cards });
  attempt.request.expected_total = whole - percent - 1000 - 5000;
  attempt.request.expected_due = &due;
  run (&attempt);
  g_assert_no_error (attempt.error);
  g_assert_cmpuint (attempt.order->steps->len, ==, 4);
  step = g_ptr_array_index (attempt.order->steps, 0);
  g_assert_cmpint (step->kind, ==, MADAF_PRICE_STEP_COUPON);
  g_assert_cmpstr (step->reference, ==, "p15");
  g_assert_cmpint (step->amount, ==, percent);
  step = g_ptr_array_index (attempt.order->steps, 2);
  g_assert_cmpint (step->kind, ==, MADAF_PRICE_STEP_POINTS);
  g_assert_cmpint (step->points, ==, 100);
  step = g_ptr_array_index (attempt.order->steps, 3);
  g_assert_cmpint (step->kind, ==, MADAF_PRICE_STEP_GIFT_CARD);
  g_assert_cmpstr (step->reference, ==, "PQRS");
  g_assert_cmpint (attempt.order->due, ==, due);
  g_assert_cmpint (attempt.order->earns, ==, attempt.order->total / 1000);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'gift_card'"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'points'"), ==, 0);
  assert_books (fixture);
}

typedef struct
{
  const char *order_id;
  MadafOrderAction action;
  gint64 now_us;
} Act;

static gboolean
act (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Act *what = data;
  g_autoptr (MadafShopOrder) order
      = madaf_order_act (transaction, what->order_id, NULL, what->action, "till", "north", what->now_us, error);

  return order != NULL;
}

static void
do_act (Attempt *attempt, MadafOrderAction action)
{
  Act what = { attempt->order->id, action, attempt->fixture->now_us };

  shop_fixture_write (attempt->fixture, act, &what);
}

/* Cancelling gives all of it back, once, however often it is said. */
static void
test_cancel (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("shirt-navy-m", 1, "north"), SHIP ("sock-one", 3) };
  const char *cards[] = { CARD, NULL };
  g_auto (Attempt) attempt = { 0 };

  attempt_init (
      &attempt, fixture, lines, 2,
      (MadafTender){ .member_id = "dana", .coupons = both, .n_coupons = 2, .points = 99, .gift_cards = cards });
  run (&attempt);
  g_assert_no_error (attempt.error);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (used) FROM coupon"), ==, 2);
  do_act (&attempt, MADAF_ACTION_CANCEL);
  do_act (&attempt, MADAF_ACTION_CANCEL);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'gift_card'"), ==, 10000);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'points'"), ==, 100);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (used) FROM coupon"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (used) FROM coupon_member"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (used) FROM coupon_code"), ==, 0);
  assert_books (fixture);
}

static gboolean
spend_points (MadafTransaction *transaction, gpointer data, GError **error)
{
  MadafPurseEntry entry = { .move = MADAF_PURSE_SPEND, .amount = 110, .source = "test", .source_id = "elsewhere" };
  MadafPurseResult result;
  MadafPurse purse;

  if (!madaf_purse_of_member (transaction, MADAF_PURSE_POINTS, "dana", FALSE, 1, &purse, error))
    return FALSE;
  entry.purse = purse.number;
  if (!madaf_purse_move (transaction, &entry, 1, &result, error))
    return FALSE;
  g_assert_cmpint (result, ==, MADAF_PURSE_APPLIED);
  return madaf_purse_move (transaction, &entry, 1, &result, error) && result == MADAF_PURSE_DUPLICATE;
}

/* Points come when it is handed over, and go when it comes back; what was spent meanwhile is written down as missing.
 */
static void
test_earn (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("shirt-navy-m", 1, "north") };
  g_auto (Attempt) attempt = { 0 };

  attempt_init (&attempt, fixture, lines, 1, (MadafTender){ .member_id = "dana" });
  run (&attempt);
  g_assert_no_error (attempt.error);
  g_assert_cmpint (attempt.order->earns, ==, 24);
  do_act (&attempt, MADAF_ACTION_MAKE_READY);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'points'"), ==, 100);
  do_act (&attempt, MADAF_ACTION_HAND_OUT);
  do_act (&attempt, MADAF_ACTION_HAND_OUT);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'points'"), ==, 124);
  shop_fixture_write (fixture, spend_points, NULL);
  do_act (&attempt, MADAF_ACTION_TAKE_BACK);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'points'"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (shortfall) FROM purse_entry"), ==, 10);
  assert_books (fixture);
}

/* Each reason a coupon has. */
static void
test_reasons (ShopFixture *fixture, gconstpointer data)
{
  static const char *const categories[] = { "nothing", NULL };
  MadafCouponDraft drafts[] = {
    { .coupon = { .id = (char *)"old", .until_us = 5 } },
    { .coupon = { .id = (char *)"new", .from_us = fixture->now_us + 1 } },
    { .coupon = { .id = (char *)"alone" } },
    { .coupon = { .id = (char *)"rich", .minimum = SHIRT + 1 } },
    { .coupon = { .id = (char *)"other" }, .categories = (const char **)categories },
    { .coupon = { .id = (char *)"ours", .members_only = TRUE } },
  };
  static const struct
  {
    const char *first;
    const char *second;
    const char *member;
    MadafCouponReason reason;
  } cases[] = {
    { "none", NULL, NULL, MADAF_COUPON_UNKNOWN },
    { "old", NULL, NULL, MADAF_COUPON_ENDED },
    { "new", NULL, NULL, MADAF_COUPON_NOT_YET },
    { "alone", "save15", NULL, MADAF_COUPON_NOT_COMBINABLE },
    { "rich", NULL, NULL, MADAF_COUPON_MINIMUM },
    { "other", NULL, NULL, MADAF_COUPON_NOT_FOR_THESE },
    { "ours", NULL, NULL, MADAF_COUPON_MEMBERS_ONLY },
    { "ten", NULL, NULL, MADAF_COUPON_MEMBERS_ONLY },
    { "save15", "SAVE15", NULL, MADAF_COUPON_NOT_COMBINABLE },
  };
  const MadafLineRequest lines[] = { COLLECT ("shirt-navy-m", 1, "north") };

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      const char *codes[] = { drafts[i].coupon.id, NULL };

      drafts[i].coupon.title = (char *)"{\"en\":\"x\"}";
      drafts[i].coupon.amount = 100;
      drafts[i].codes = codes;
      shop_fixture_write (fixture, put_coupon, &drafts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MadafCouponRequest coupons[] = { { cases[i].first, NULL }, { cases[i].second, NULL } };
      g_auto (Attempt) attempt = { 0 };
      const MadafRefusedCoupon *refused;

      attempt_init (&attempt, fixture, lines, 1,
                    (MadafTender){ .member_id = cases[i].member,
                                   .coupons = coupons,
                                   .n_coupons = cases[i].second != NULL ? 2 : 1 });
      run (&attempt);
      g_assert_error (attempt.error, MADAF_SHOP_ERROR, MADAF_SHOP_ERROR_COUPON);
      g_assert_cmpuint (attempt.refusal.coupons->len, ==, 1);
      refused = g_ptr_array_index (attempt.refusal.coupons, 0);
      g_assert_cmpint (refused->reason, ==, cases[i].reason);
    }
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM customer_order"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (reserved) FROM stock"), ==, 0);
  assert_books (fixture);
}

static void
assert_refused (ShopFixture *fixture, MadafTender tender, int code)
{
  const MadafLineRequest lines[] = { COLLECT ("shirt-navy-m", 1, "north") };
  g_auto (Attempt) attempt = { 0 };

  attempt_init (&attempt, fixture, lines, 1, tender);
  run (&attempt);
  g_assert_error (attempt.error, MADAF_SHOP_ERROR, code);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM order_money"), <=, 1);
}

static void
test_refusals (ShopFixture *fixture, gconstpointer data)
{
  const MadafLineRequest lines[] = { COLLECT ("shirt-navy-m", 1, "north") };
  const char *cards[] = { CARD, NULL };
  const char *wrong[] = { "ABCD-EFGH-JKMN-PQRT", NULL };
  const char *twice[] = { CARD, "abcdefghjkmnpqrs", NULL };
  const MadafCouponRequest waiting[] = { { NULL, "ten" } };
  g_auto (Attempt) attempt = { 0 };

  assert_refused (fixture, (MadafTender){ .member_id = "dana", .points = 101 }, MADAF_SHOP_ERROR_NOT_ENOUGH_POINTS);
  assert_refused (fixture, (MadafTender){ .member_id = "avi", .points = 1 }, MADAF_SHOP_ERROR_NOT_ENOUGH_POINTS);
  assert_refused (fixture, (MadafTender){ .gift_cards = wrong }, MADAF_SHOP_ERROR_INVALID);
  assert_refused (fixture, (MadafTender){ .gift_cards = twice }, MADAF_SHOP_ERROR_INVALID);
  /* What waits in one profile is nothing to another. */
  assert_refused (fixture, (MadafTender){ .member_id = "avi", .coupons = waiting, .n_coupons = 1 },
                  MADAF_SHOP_ERROR_COUPON);
  attempt_init (&attempt, fixture, lines, 1,
                (MadafTender){ .member_id = "dana", .coupons = waiting, .n_coupons = 1, .gift_cards = cards });
  run (&attempt);
  g_assert_no_error (attempt.error);
  assert_refused (fixture, (MadafTender){ .member_id = "dana", .coupons = waiting, .n_coupons = 1 },
                  MADAF_SHOP_ERROR_COUPON);
  assert_refused (fixture, (MadafTender){ .gift_cards = cards }, MADAF_SHOP_ERROR_GIFT_CARD_EMPTY);
  assert_books (fixture);
}

#define BUYERS 40

static gpointer
buy (gpointer data)
{
  run (data);
  return NULL;
}

/* Forty at once, some for the last coupons, some for the last points, some for what is on one card, some for all. */
static void
test_race (ShopFixture *fixture, gconstpointer data)
{
  static const MadafCouponRequest coupon[] = { { "SAVE15", NULL } };
  const char *cards[] = { CARD, NULL };
  const MadafLineRequest lines[] = { COLLECT ("sock-one", 2, "north") };
  const MadafTender tenders[] = {
    { .coupons = coupon, .n_coupons = 1 },
    { .member_id = "dana", .points = 30 },
    { .gift_cards = cards },
    { .member_id = "dana", .points = 30, .coupons = coupon, .n_coupons = 1, .gift_cards = cards },
  };
  Attempt attempts[BUYERS];
  GThread *threads[BUYERS];

  for (int i = 0; i < BUYERS; i++)
    {
      attempt_init (&attempts[i], fixture, lines, 1, tenders[i % G_N_ELEMENTS (tenders)]);
      threads[i] = g_thread_new ("buyer", buy, &attempts[i]);
    }
  for (int i = 0; i < BUYERS; i++)
    {
      g_thread_join (threads[i]);
      if (attempts[i].order == NULL)
        g_assert_cmpint (attempts[i].error->code, >=, MADAF_SHOP_ERROR_COUPON);
      attempt_clear (&attempts[i]);
    }
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT used FROM coupon WHERE id = 'p15'"), <=, 10);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'points'"), ==, 10);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT balance FROM purse WHERE kind = 'gift_card'"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM order_step WHERE kind = 'points'"), ==, 3);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (amount) FROM order_step WHERE kind = 'gift_card'"), ==,
                   10000);
  assert_books (fixture);
}

/* Any lines, any tender: what an order says adds up, and after all is undone everybody has what they had. */
static void
test_orders (ShopFixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 60; round++)
    {
      const MadafLineRequest lines[] = { COLLECT ("shirt-navy-m", g_rand_int_range (rand, 1, 4), "north"),
                                         SHIP ("sock-one", g_rand_int_range (rand, 1, 60)),
                                         COLLECT ("sock-one", g_rand_int_range (rand, 1, 9), "south") };
      const char *cards[] = { CARD, NULL };
      MadafTender tender = { .member_id = "dana",
                             .coupons = both,
                             .points = g_rand_int_range (rand, 0, 101),
                             .n_coupons = (gsize)g_rand_int_range (rand, 0, 3) };
      g_auto (Attempt) attempt = { 0 };
      gboolean hand_out = g_rand_boolean (rand);

      if (g_rand_boolean (rand))
        tender.gift_cards = cards;
      attempt_init (&attempt, fixture, lines, 3, tender);
      run (&attempt);
      g_assert_no_error (attempt.error);
      assert_books (fixture);
      if (hand_out)
        {
          Act what = { attempt.order->id, MADAF_ACTION_MAKE_READY, fixture->now_us };

          shop_fixture_write (fixture, act, &what);
        }
      do_act (&attempt, MADAF_ACTION_CANCEL);
      g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (balance) FROM purse"), ==, 10100);
      g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (used) FROM coupon"), ==, 0);
      g_assert_cmpint (shop_fixture_number (fixture, "SELECT sum (reserved) FROM stock"), ==, 0);
    }
}

static gboolean
try_change (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, data, MADAF_NO_VALUES, NULL, error);
}

static gboolean
forget (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_personal_data_erase (transaction, data, error);
}

/* The ledgers stay as they are, whoever is forgotten. */
static void
test_ledger_stays (ShopFixture *fixture, gconstpointer data)
{
  static const char *const changes[]
      = { "DELETE FROM purse_entry", "UPDATE purse_entry SET amount = 1", "UPDATE purse SET balance = -1" };
  gint64 entries = shop_fixture_number (fixture, "SELECT count(*) FROM purse_entry");

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (madaf_store_write (fixture->store, try_change, (gpointer)changes[i], &error));
      g_assert_nonnull (error);
    }
  shop_fixture_write (fixture, forget, (gpointer) "dana");
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM purse WHERE member_id IS NOT NULL"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM coupon_member"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM purse_entry"), ==, entries);
}

static gboolean
issue (MadafTransaction *transaction, gpointer data, GError **error)
{
  ShopFixture *fixture = data;
  g_autofree char *code
      = madaf_gift_card_issue (transaction, "shop", "one", 5000, fixture->now_us, fixture->random, error);
  g_autofree char *again = NULL;
  g_autofree char *shown = NULL;
  MadafPurse card;

  g_assert_nonnull (code);
  again = madaf_gift_card_issue (transaction, "shop", "one", 5000, fixture->now_us, fixture->random, error);
  g_assert_null (again);
  shown = madaf_gift_card_format (code);
  g_assert_cmpuint (strlen (shown), ==, 19);
  g_assert_true (madaf_gift_card_find (transaction, shown, &card, error));
  g_assert_cmpint (card.balance, ==, 5000);
  g_assert_cmpstr (card.last_four, ==, code + 12);
  g_assert_true (madaf_gift_card_find (transaction, "nothing of the kind", &card, error));
  g_assert_cmpint (card.number, ==, 0);
  return TRUE;
}

static void
test_gift_card (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *folded = madaf_gift_card_normalise ("abcd-efgh-iklo-pqrs");

  g_assert_cmpstr (folded, ==, "ABCDEFGH1K10PQRS");
  g_assert_null (madaf_gift_card_normalise ("ABCDEFGHJKMNPQRU"));
  g_assert_null (madaf_gift_card_normalise ("ABCDEFGHJKMNPQRSS"));
  shop_fixture_write (fixture, issue, fixture);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM purse WHERE kind = 'gift_card'"), ==, 2);
  assert_books (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shop/money/split", test_split);
  g_test_add_func ("/shop/money/split-by-hand", test_split_by_hand);
  g_test_add_func ("/shop/money/bill", test_bill);
  MONEY_TEST ("/shop/money/steps", test_steps);
  MONEY_TEST ("/shop/money/cancel", test_cancel);
  MONEY_TEST ("/shop/money/earn", test_earn);
  MONEY_TEST ("/shop/money/reasons", test_reasons);
  MONEY_TEST ("/shop/money/refusals", test_refusals);
  MONEY_TEST ("/shop/money/race", test_race);
  MONEY_TEST ("/shop/money/orders", test_orders);
  MONEY_TEST ("/shop/money/ledger-stays", test_ledger_stays);
  MONEY_TEST ("/shop/money/gift-card", test_gift_card);
  return g_test_run ();
}
