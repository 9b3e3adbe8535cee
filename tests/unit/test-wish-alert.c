/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/housekeeping.h"
#include "central/send/words.h"
#include "central/shop/consent.h"
#include "central/shop/outbox.h"
#include "central/shop/wish-alert.h"
#include "central/shop/wishlist.h"
#include "shop-fixture.h"

#include <string.h>

/* Members are told of their wishes: who asked for it, once, and not more often than once a day. */

#define DANA  "dana"
#define PHONE "+972501234501"
#define SHIRT "shirt-navy-s"
#define WAITS "SELECT count(*) FROM outbox WHERE kind = 'wishes' AND sent_us IS NULL"
#define DAY   G_TIME_SPAN_DAY

static gboolean
execute (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_transaction_execute (transaction, data, MADAF_NO_VALUES, NULL, error);
}

static void
run (ShopFixture *fixture, const char *sql)
{
  shop_fixture_write (fixture, execute, (gpointer)sql);
}

static void
set_price (ShopFixture *fixture, gint64 price)
{
  g_autofree char *sql
      = g_strdup_printf ("UPDATE variant SET price = %" G_GINT64_FORMAT " WHERE id = '" SHIRT "'", price);

  run (fixture, sql);
}

typedef struct
{
  ShopFixture *fixture;
  MadafConsents consents;
  char *text; /* (owned) (nullable) */
} Call;

static gboolean
heart (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  const MadafWishAsker asker = { DANA, NULL, call->fixture->now_us };
  const MadafWishRequest wish = { "shirt", SHIRT };
  g_auto (MadafFaults) faults = { 0 };
  g_autoptr (MadafWishlist) list = madaf_wishlist_add (transaction, &asker, MADAF_HEARTS, &wish, 1, &faults, error);

  return list != NULL;
}

static gboolean
agree (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;

  return madaf_consents_set (transaction, DANA, &call->consents, call->fixture->now_us, error);
}

static gboolean
look (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  g_autofree char *last
      = madaf_wish_alert_look (transaction, "", 10, call->fixture->now_us, call->fixture->random, error);

  g_assert_cmpstr (last, ==, "");
  return last != NULL;
}

/* What the message that waits says. */
static gboolean
read_text (MadafTransaction *transaction, gpointer data, GError **error)
{
  Call *call = data;
  gint64 next_us;
  g_autoptr (MadafMessage) message = madaf_outbox_next (transaction, call->fixture->now_us, &next_us, error);

  if (message == NULL)
    return FALSE;
  g_assert_cmpstr (message->phone, ==, PHONE);
  /* Nobody is told without a way to end it. */
  g_assert_null (madaf_send_words (message, "{\"en\":\"Shelf\"}", NULL));
  call->text = madaf_send_words (message, "{\"en\":\"Shelf\"}", "https://a/u/t");
  return madaf_outbox_sent (transaction, message->number, call->fixture->now_us, error);
}

static void
look_now (ShopFixture *fixture)
{
  Call call = { fixture };

  shop_fixture_write (fixture, look, &call);
}

/* Of a member with the shirt on her list, which can be had, who agreed to these. */
static void
begin (ShopFixture *fixture, gboolean price_drop, gboolean back_in_stock)
{
  Call call = { fixture, { price_drop, back_in_stock } };

  shop_fixture_add_member (fixture, DANA, PHONE);
  run (fixture, "UPDATE member SET language = 'en'");
  shop_fixture_set_stock (fixture, SHIRT, "north", 2);
  shop_fixture_write (fixture, agree, &call);
  shop_fixture_write (fixture, heart, &call);
}

static void
assert_waits (ShopFixture *fixture, gint64 expected)
{
  look_now (fixture);
  g_assert_cmpint (shop_fixture_number (fixture, WAITS), ==, expected);
}

static char *
take_text (ShopFixture *fixture)
{
  Call call = { fixture };

  shop_fixture_write (fixture, read_text, &call);
  return call.text;
}

static void
test_no_consent (ShopFixture *fixture, gconstpointer data)
{
  begin (fixture, FALSE, FALSE);
  set_price (fixture, 100);
  assert_waits (fixture, 0);
  /* Nobody is watched who did not ask for it. */
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM wish_watch"), ==, 0);
}

/* Consent for one purpose is none for the other. */
static void
test_purposes (ShopFixture *fixture, gconstpointer data)
{
  begin (fixture, FALSE, TRUE);
  assert_waits (fixture, 0);
  set_price (fixture, 100);
  assert_waits (fixture, 0);
}

static void
test_cheaper (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  begin (fixture, TRUE, FALSE);
  assert_waits (fixture, 0);
  set_price (fixture, 14990);
  assert_waits (fixture, 1);
  /* Once, however often it is looked at, also by a central that was started anew. */
  for (int i = 0; i < 3; i++)
    assert_waits (fixture, 1);
  text = take_text (fixture);
  g_assert_true (g_str_has_prefix (text, "Advertisement. Shelf\nFrom your wishlist, cheaper now: "));
  g_assert_nonnull (strstr (text, "(S) "));
  g_assert_nonnull (strstr (text, "149.90"));
  g_assert_true (g_str_has_suffix (text, "\nNo more of these messages: https://a/u/t"));
  fixture->now_us += 2 * DAY;
  assert_waits (fixture, 0);

  /* Dearer than it was when it was saved, and back: that is no bargain. */
  set_price (fixture, 99990);
  assert_waits (fixture, 0);
  set_price (fixture, 24990);
  assert_waits (fixture, 0);
  set_price (fixture, 9990);
  assert_waits (fixture, 1);
}

/* What changed before they asked to be told is old. */
static void
test_old_news (ShopFixture *fixture, gconstpointer data)
{
  Call call = { fixture, { TRUE, TRUE } };

  begin (fixture, FALSE, FALSE);
  set_price (fixture, 14990);
  fixture->now_us += DAY;
  shop_fixture_write (fixture, agree, &call);
  assert_waits (fixture, 0);
  set_price (fixture, 14980);
  assert_waits (fixture, 1);
}

static void
test_back_in_stock (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  begin (fixture, FALSE, TRUE);
  assert_waits (fixture, 0);
  shop_fixture_set_stock (fixture, SHIRT, "north", 0);
  assert_waits (fixture, 0);
  shop_fixture_set_stock (fixture, SHIRT, "south", 1);
  assert_waits (fixture, 1);
  assert_waits (fixture, 1);
  text = take_text (fixture);
  g_assert_nonnull (strstr (text, "back in stock: "));
}

/* What cannot be had is not advertised. */
static void
test_cheaper_but_gone (ShopFixture *fixture, gconstpointer data)
{
  begin (fixture, TRUE, FALSE);
  assert_waits (fixture, 0);
  shop_fixture_set_stock (fixture, SHIRT, "north", 0);
  set_price (fixture, 100);
  assert_waits (fixture, 0);
  shop_fixture_set_stock (fixture, SHIRT, "north", 1);
  assert_waits (fixture, 1);
}

/* At most one a day, which has all that came up meanwhile. */
static void
test_once_a_day (ShopFixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  begin (fixture, TRUE, TRUE);
  assert_waits (fixture, 0);
  set_price (fixture, 14990);
  assert_waits (fixture, 1);
  first = take_text (fixture);
  fixture->now_us += DAY - G_TIME_SPAN_MINUTE;
  shop_fixture_set_stock (fixture, SHIRT, "north", 0);
  assert_waits (fixture, 0);
  shop_fixture_set_stock (fixture, SHIRT, "north", 3);
  set_price (fixture, 9990);
  assert_waits (fixture, 0);
  fixture->now_us += G_TIME_SPAN_MINUTE;
  assert_waits (fixture, 1);
  second = take_text (fixture);
  g_assert_nonnull (strstr (second, "99.90"));
  g_assert_nonnull (strstr (second, "back in stock: "));
}

/* Ended, what has not left yet does not leave; and the link stays the same. */
static void
test_ended (ShopFixture *fixture, gconstpointer data)
{
  Call call = { fixture };

  begin (fixture, TRUE, FALSE);
  assert_waits (fixture, 0);
  set_price (fixture, 14990);
  assert_waits (fixture, 1);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM consent_link WHERE length (token) = 22"), ==, 1);
  shop_fixture_write (fixture, agree, &call);
  assert_waits (fixture, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM wish_watch"), ==, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM consent_link"), ==, 1);
}

/* What is not wished for any more is forgotten, and so is all of it with the member. */
static void
test_forgotten (ShopFixture *fixture, gconstpointer data)
{
  begin (fixture, TRUE, FALSE);
  assert_waits (fixture, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM wish_watch"), ==, 1);
  run (fixture, "DELETE FROM wish");
  set_price (fixture, 100);
  assert_waits (fixture, 0);
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM wish_watch"), ==, 0);
  run (fixture, "DELETE FROM member WHERE id = '" DANA "'");
  g_assert_cmpint (shop_fixture_number (fixture, "SELECT count(*) FROM consent"), ==, 0);
}

/* In each language, and with the word that the law wants. */
static void
test_languages (void)
{
  static const char *const beginnings[][2] = { { "he", "פרסומת. " }, { "ar", "إعلان. " }, { "ru", "Реклама. " } };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      const MadafMessage message = { .kind = (char *)MADAF_MESSAGE_WISHES,
                                     .language = (char *)beginnings[i][0],
                                     .body = (char *)"t\n\nShirt" };
      g_autofree char *text = madaf_send_words (&message, "{\"en\":\"Shelf\"}", "https://a/u/t");

      g_assert_true (g_str_has_prefix (text, beginnings[i][1]));
      g_assert_true (g_str_has_suffix (text, ": https://a/u/t"));
    }
}

/* The job does it by itself, and two of them tell it once. */
static void
test_job (ShopFixture *fixture, gconstpointer data)
{
  g_autoptr (MadafClock) clock = madaf_clock_new_manual (fixture->now_us);
  MadafHousekeeping *jobs[2];
  gint64 deadline = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

  begin (fixture, TRUE, FALSE);
  assert_waits (fixture, 0);
  set_price (fixture, 14990);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    jobs[i] = madaf_housekeeping_start (fixture->store, clock, fixture->random);
  while (shop_fixture_number (fixture, WAITS) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (1000);
    }
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    madaf_housekeeping_stop (jobs[i]);
  g_assert_cmpint (shop_fixture_number (fixture, WAITS), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SHOP_TEST ("/wish-alert/no-consent", test_no_consent);
  SHOP_TEST ("/wish-alert/purposes", test_purposes);
  SHOP_TEST ("/wish-alert/cheaper", test_cheaper);
  SHOP_TEST ("/wish-alert/old-news", test_old_news);
  SHOP_TEST ("/wish-alert/back-in-stock", test_back_in_stock);
  SHOP_TEST ("/wish-alert/cheaper-but-gone", test_cheaper_but_gone);
  SHOP_TEST ("/wish-alert/once-a-day", test_once_a_day);
  SHOP_TEST ("/wish-alert/ended", test_ended);
  SHOP_TEST ("/wish-alert/forgotten", test_forgotten);
  SHOP_TEST ("/wish-alert/job", test_job);
  g_test_add_func ("/wish-alert/languages", test_languages);
  return g_test_run ();
}
