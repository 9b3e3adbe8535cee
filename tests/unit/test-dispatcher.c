/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/send/dispatcher.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "central/send/config.h"
#include "central/send/transfer.h"
#include "central/send/words.h"
#include "central/shop/outbox.h"
#include "shop-fixture.h"

/* What leaves the outbox, when, how often, and what is left behind; the sender is the test's. */

#define PATIENCE (10 * G_TIME_SPAN_SECOND)

typedef struct
{
  MadafSender sender;
  GMutex mutex;
  GCond changed;
  GPtrArray *texts; /* utf8: id, a space, the text */
  MadafSendResult results[8];
} Ear;

static MadafSendResult
hear (MadafSender *sender, const MadafLetter *letter, const int *stopping, char **why)
{
  Ear *ear = (Ear *)sender;
  MadafSendResult result;

  g_mutex_lock (&ear->mutex);
  result = ear->results[MIN (ear->texts->len, G_N_ELEMENTS (ear->results) - 1)];
  g_ptr_array_add (ear->texts, g_strconcat (letter->id, " ", letter->phone, " ", letter->text, NULL));
  g_cond_signal (&ear->changed);
  g_mutex_unlock (&ear->mutex);
  if (result != MADAF_SEND_DONE)
    *why = g_strdup ("A reason.");
  return result;
}

static void
ear_free (MadafSender *sender)
{
}

static const MadafSenderKind ear_kind = { "ear", hear, ear_free };

typedef struct
{
  ShopFixture shop;
  Ear ear;
  MadafClock *clock;
  MadafDispatcher *dispatcher;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  shop_fixture_set_up (&fixture->shop, NULL);
  fixture->ear.sender.kind = &ear_kind;
  fixture->ear.texts = g_ptr_array_new_with_free_func (g_free);
  fixture->clock = madaf_clock_new_manual (fixture->shop.now_us);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  madaf_dispatcher_free (fixture->dispatcher);
  g_ptr_array_unref (fixture->ear.texts);
  g_object_unref (fixture->clock);
  shop_fixture_tear_down (&fixture->shop, NULL);
}

static void
start (Fixture *fixture)
{
  fixture->dispatcher = madaf_dispatcher_start (fixture->shop.store, fixture->clock, fixture->shop.random,
                                                &fixture->ear.sender, "https://shop.test");
}

static gboolean
put (MadafTransaction *transaction, gpointer data, GError **error)
{
  return madaf_outbox_put (transaction, data, error);
}

static void
put_code (Fixture *fixture, const char *code, gint64 lives_us)
{
  const MadafMessage message = {
    .kind = (char *)MADAF_MESSAGE_CODE,
    .phone = (char *)"+972501234501",
    .language = (char *)"en",
    .body = (char *)code,
    .created_us = fixture->shop.now_us,
    .expires_us = fixture->shop.now_us + lives_us,
  };

  shop_fixture_write (&fixture->shop, put, (gpointer)&message);
}

static void
wait_for_letters (Fixture *fixture, guint n)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  g_mutex_lock (&fixture->ear.mutex);
  while (fixture->ear.texts->len < n)
    g_assert_true (g_cond_wait_until (&fixture->ear.changed, &fixture->ear.mutex, deadline));
  g_assert_cmpuint (fixture->ear.texts->len, ==, n);
  g_mutex_unlock (&fixture->ear.mutex);
}

static void
wait_for_number (Fixture *fixture, const char *sql, gint64 number)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE;

  while (shop_fixture_number (&fixture->shop, sql) != number)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_usleep (1000);
    }
}

static void
test_sent (Fixture *fixture, gconstpointer data)
{
  put_code (fixture, "123456", G_TIME_SPAN_MINUTE);
  start (fixture);
  wait_for_letters (fixture, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->ear.texts, 0), "+972501234501 123456 is your code for "));
  wait_for_number (fixture, "SELECT count (*) FROM outbox WHERE sent_us IS NOT NULL", 1);
  /* What was secret and whose it was is gone. */
  g_assert_cmpint (
      shop_fixture_number (&fixture->shop, "SELECT count (*) FROM outbox WHERE body IS NULL AND phone IS NULL"), ==, 1);
  madaf_dispatcher_notify (fixture->dispatcher);
  put_code (fixture, "222222", G_TIME_SPAN_MINUTE);
  madaf_dispatcher_notify (fixture->dispatcher);
  wait_for_letters (fixture, 2);
}

/* A code goes before what has waited longer. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  const MadafMessage ready = {
    .kind = (char *)"ready",
    .phone = (char *)"+972501234502",
    .language = (char *)"he",
    .created_us = fixture->shop.now_us,
    .expires_us = fixture->shop.now_us + G_TIME_SPAN_DAY,
  };

  shop_fixture_write (&fixture->shop, put, (gpointer)&ready);
  put_code (fixture, "123456", G_TIME_SPAN_MINUTE);
  start (fixture);
  wait_for_letters (fixture, 2);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->ear.texts, 0), "123456"));
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->ear.texts, 1), "ההזמנה שלכם מוכנה לאיסוף."));
}

/* What does not leave is tried later, longer apart each time, under the same id. */
static void
test_retries (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    fixture->ear.results[i] = MADAF_SEND_LATER;
  put_code (fixture, "123456", G_TIME_SPAN_HOUR);
  start (fixture);
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *counted = g_strdup_printf ("SELECT count (*) FROM outbox WHERE tries = %d", i);
      gint64 wait_us;

      wait_for_letters (fixture, (guint)i);
      wait_for_number (fixture, counted, 1);
      wait_us
          = shop_fixture_number (&fixture->shop, "SELECT next_us FROM outbox") - madaf_clock_now_us (fixture->clock);
      g_assert_cmpint (wait_us, >=, G_TIME_SPAN_SECOND << (i - 1));
      g_assert_cmpint (wait_us, <=, (2 * G_TIME_SPAN_SECOND) << (i - 1));
      madaf_clock_advance (fixture->clock, wait_us);
      madaf_dispatcher_notify (fixture->dispatcher);
    }
  wait_for_letters (fixture, 4);
  wait_for_number (fixture, "SELECT count (*) FROM outbox WHERE sent_us IS NOT NULL", 1);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpstr (g_ptr_array_index (fixture->ear.texts, i), ==, g_ptr_array_index (fixture->ear.texts, 0));
}

static void
test_not_worth_sending (Fixture *fixture, gconstpointer data)
{
  fixture->ear.results[0] = MADAF_SEND_NEVER;
  put_code (fixture, "111111", 0);
  put_code (fixture, "222222", G_TIME_SPAN_MINUTE);
  start (fixture);
  wait_for_number (fixture, "SELECT count (*) FROM outbox WHERE body = '222222'", 0);
  wait_for_letters (fixture, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (fixture->ear.texts, 0), "222222"));
}

static void
test_fill (void)
{
  const MadafLetter letter = { "1-2", "ready", "+9725", "he", "a&b", 0 };
  g_autofree char *filled = madaf_send_fill ("x?to={phone}&t={text}&i={id}{language}{other}", &letter, g_strdup);

  g_assert_cmpstr (filled, ==, "x?to=+9725&t=a&b&i=1-2he{other}");
}

static void
test_urls (void)
{
  g_assert_true (madaf_send_url_is_safe ("https://sms.example/x"));
  g_assert_true (madaf_send_url_is_safe ("http://127.0.0.1:99/x"));
  g_assert_true (madaf_send_url_is_safe ("smtps://mail.example"));
  g_assert_false (madaf_send_url_is_safe ("http://sms.example/x"));
  g_assert_false (madaf_send_url_is_safe ("http://127.0.0.1.evil.example/"));
  g_assert_false (madaf_send_url_is_safe ("file:///etc/passwd"));
}

static void
test_config (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
  } cases[] = {
    { "[webhook]\nurl=https://a.example/\nsecret=0123456789abcdef\n", TRUE },
    { "[webhook]\nurl=https://a.example/\nsecret=short\n", FALSE },
    { "[webhook]\nurl=http://a.example/\nsecret=0123456789abcdef\n", FALSE },
    { "[webhook]\nurl=https://a.example/\n", FALSE },
    { "[sms]\nurl=https://a.example/?to={phone}&text={text}\n", TRUE },
    { "[sms]\nurl=https://a.example/\n", FALSE },
    { "[sms]\nurl=https://a.example/\nbody={\"t\":\"{text}\"}\ncontent-type=application/json\nheaders=A: b;C: d\n",
      TRUE },
    { "[sms]\nurl=https://a.example/\nbody={text}\ncontent-type=text/plain\n", FALSE },
    { "[sms]\nurl=https://a.example/?t={text}\nheaders=nonsense\n", FALSE },
    { "[smtp]\nurl=smtps://mail.example\nfrom=shop@a.example\nto={phone}@sms.example\n", TRUE },
    { "[smtp]\nurl=https://mail.example\nfrom=shop@a.example\nto={phone}@sms.example\n", FALSE },
    { "[smtp]\nurl=smtps://mail.example\nfrom=shop\nto={phone}@sms.example\n", FALSE },
    { "[pigeon]\nurl=https://a.example/\n", FALSE },
    { "", FALSE },
    { "nonsense", FALSE },
  };
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "madaf-sender-XXXXXX", NULL);
  int file = g_mkstemp (path);

  g_assert_cmpint (file, >=, 0);
  close (file);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MadafSender) sender = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      sender = madaf_send_config_read (path, &error);
      g_assert_true ((sender != NULL) == cases[i].good);
      g_assert_true ((error != NULL) == !cases[i].good);
    }
  remove (path);
}

static void
test_words (void)
{
  static const char *const languages[] = { "he", "ar-IL", "ru", "en", "fr" };
  static const char *const kinds[] = { "placed", "ready", "shipped", "cancelled", "returned" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        MadafMessage message = { .kind = (char *)kinds[j], .language = (char *)languages[i] };
        g_autofree char *text = madaf_send_words (&message, "{\"en\":\"Shelf\"}", "https://a/r/b");

        g_assert_true (g_str_has_prefix (text, "Shelf: ") && g_str_has_suffix (text, " https://a/r/b"));
      }
}

#define TEST(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/dispatcher/sent", test_sent);
  TEST ("/dispatcher/order", test_order);
  TEST ("/dispatcher/retries", test_retries);
  TEST ("/dispatcher/not-worth-sending", test_not_worth_sending);
  g_test_add_func ("/send/fill", test_fill);
  g_test_add_func ("/send/urls", test_urls);
  g_test_add_func ("/send/config", test_config);
  g_test_add_func ("/send/words", test_words);
  return g_test_run ();
}
