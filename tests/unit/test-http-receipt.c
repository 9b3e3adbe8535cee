/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/receipt.h"

#include <string.h>

/* The receipt page: in the order's language, with its code as long as that counts, and nothing unescaped. */

#define EVIL "</title><script>alert(1)</script>\" onload='x'"

typedef struct
{
  MadafShopOrderLine line;
  MadafShopFulfilment fulfilment;
  MadafShopOrder order;
  MadafShopSettings settings;
  MadafShopBranch branch;
  GPtrArray *branches;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->line = (MadafShopOrderLine){
    .title = "{\"en\":\"</title><script>alert(1)</script>\",\"he\":\"חולצה\"}",
    .colour_name = "{\"en\":\"Navy\"}",
    .size = EVIL,
    .quantity = 2,
    .price = { .unit = 100, .total = 200 },
  };
  fixture->fulfilment = (MadafShopFulfilment){
    .id = "f",
    .reach = MADAF_REACH_COLLECT,
    .branch_id = "tlv",
    .state = MADAF_STEP_READY,
    .collection_code = "0123456784",
    .ready_us = G_GINT64_CONSTANT (1795285800000000),
    .lines = g_ptr_array_new (),
  };
  g_ptr_array_add (fixture->fulfilment.lines, &fixture->line);
  fixture->order = (MadafShopOrder){
    .language = "en",
    .name = "Canary Levi",
    .phone = "+972501234567",
    .currency = "ILS",
    .total = 200,
    .due = 200,
    .fulfilments = g_ptr_array_new (),
    .steps = g_ptr_array_new (),
  };
  g_ptr_array_add (fixture->order.fulfilments, &fixture->fulfilment);
  fixture->settings = (MadafShopSettings){ .name = "{\"en\":\"A & B <i>\"}", .time_zone = "Asia/Jerusalem" };
  fixture->branch = (MadafShopBranch){
    .id = "tlv", .name = "{\"en\":\"<u>Centre\"}", .address = "{\"en\":\"1 'St'\"}", .city = "{\"en\":\"Tel Aviv\"}"
  };
  fixture->branches = g_ptr_array_new ();
  g_ptr_array_add (fixture->branches, &fixture->branch);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->fulfilment.lines);
  g_ptr_array_unref (fixture->order.fulfilments);
  g_ptr_array_unref (fixture->order.steps);
  g_ptr_array_unref (fixture->branches);
}

static char *
format (Fixture *fixture)
{
  return madaf_receipt_format (&fixture->order, &fixture->settings, fixture->branches);
}

static void
test_escaped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *html = format (fixture);

  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "onload='"));
  g_assert_null (strstr (html, "<i>"));
  g_assert_null (strstr (html, "<u>"));
  g_assert_nonnull (strstr (html, "A &amp; B &lt;i&gt;"));
  g_assert_nonnull (strstr (html, "&lt;u&gt;Centre"));
}

static void
test_person (Fixture *fixture, gconstpointer data)
{
  g_autofree char *html = format (fixture);

  g_assert_null (strstr (html, "Canary"));
  g_assert_null (strstr (html, "501234567"));
}

/* What took off the price is before the total, what paid after it; and what is paid for needs no till. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  MadafBillStep coupon = { .kind = MADAF_PRICE_STEP_COUPON, .amount = 50, .title = (char *)"{\"en\":\"<b>Half\"}" };
  MadafBillStep card = { .kind = MADAF_PRICE_STEP_GIFT_CARD, .amount = 200, .reference = (char *)"PQRS" };
  g_autofree char *plain = format (fixture);
  g_autofree char *html = NULL;
  const char *total;

  g_assert_nonnull (strstr (plain, "To be paid"));
  g_assert_null (strstr (plain, "Left to pay"));
  g_ptr_array_add (fixture->order.steps, &coupon);
  g_ptr_array_add (fixture->order.steps, &card);
  fixture->order.due = 0;
  html = format (fixture);
  total = strstr (html, ">Total");
  g_assert_nonnull (total);
  g_assert_nonnull (strstr (html, "&lt;b&gt;Half"));
  g_assert_true (strstr (html, "&lt;b&gt;Half") < total);
  g_assert_nonnull (strstr (total, "PQRS"));
  g_assert_nonnull (strstr (total, "Left to pay"));
  g_assert_null (strstr (html, "To be paid"));
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  static const char *const heads[][2] = {
    { "he", "<html lang=\"he\" dir=\"rtl\">" }, { "ar-IL", "<html lang=\"ar\" dir=\"rtl\">" },
    { "ru", "<html lang=\"ru\" dir=\"ltr\">" }, { "en", "<html lang=\"en\" dir=\"ltr\">" },
    { "fr", "<html lang=\"en\" dir=\"ltr\">" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *html = NULL;

      fixture->order.language = (char *)heads[i][0];
      html = format (fixture);
      g_assert_nonnull (strstr (html, heads[i][1]));
    }
}

static void
test_time_of_the_shop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *html = format (fixture);

  /* 18:30 UTC in the winter of Jerusalem. */
  g_assert_nonnull (strstr (html, "21.11.2026 20:30"));
}

static void
test_code (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ready = format (fixture);
  g_autofree char *collected = NULL;

  g_assert_nonnull (strstr (ready, "<svg"));
  g_assert_nonnull (strstr (ready, "class=\"code\""));
  fixture->fulfilment.state = MADAF_STEP_COLLECTED;
  collected = format (fixture);
  g_assert_null (strstr (collected, "<svg"));
  g_assert_null (strstr (collected, "class=\"code\""));
}

static void
test_missing (void)
{
  g_autofree char *html = madaf_receipt_format_missing ();

  g_assert_nonnull (strstr (html, "lang=\"he\" dir=\"rtl\""));
  g_assert_nonnull (strstr (html, "lang=\"ar\" dir=\"rtl\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/http/receipt/escaped", Fixture, NULL, set_up, test_escaped, tear_down);
  g_test_add ("/http/receipt/person", Fixture, NULL, set_up, test_person, tear_down);
  g_test_add ("/http/receipt/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/http/receipt/languages", Fixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/http/receipt/time", Fixture, NULL, set_up, test_time_of_the_shop, tear_down);
  g_test_add ("/http/receipt/code", Fixture, NULL, set_up, test_code, tear_down);
  g_test_add_func ("/http/receipt/missing", test_missing);
  return g_test_run ();
}
