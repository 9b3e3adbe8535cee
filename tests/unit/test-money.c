/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/money.h"
#include "model/price.h"

#include <string.h>

#define LRI   "\u2066"
#define PDI   "\u2069"
#define NNBSP "\u202f"
#define NBSP  "\u00a0"

static const struct
{
  gint64 minor;
  const char *currency;
  const char *language;
  const char *shown;
} formats[] = {
  { 24990, "ILS", "he", LRI "₪249.90" PDI },
  { 24990, "ILS", "ar", LRI "₪249.90" PDI },
  { 24990, "ILS", "en", LRI "₪249.90" PDI },
  { 24990, "ILS", "ru", LRI "249,90" NBSP "₪" PDI },
  { 20000, "ILS", "he", LRI "₪200.00" PDI },
  { 0, "ILS", "he", LRI "₪0.00" PDI },
  { 5, "ILS", "he", LRI "₪0.05" PDI },
  { 99999, "ILS", "he", LRI "₪999.99" PDI },
  { 100000, "ILS", "he", LRI "₪1,000.00" PDI },
  { 123456789, "ILS", "he", LRI "₪1,234,567.89" PDI },
  { 123456789, "ILS", "ru-IL", LRI "1" NNBSP "234" NNBSP "567,89" NBSP "₪" PDI },
  { -5000, "ILS", "he", LRI "−₪50.00" PDI },
  { -5000, "ILS", "ru", LRI "−50,00" NBSP "₪" PDI },
  { 1500, "JPY", "en", LRI "JPY" NBSP "1,500" PDI },
  { 1234567, "JOD", "ar", LRI "JOD" NBSP "1,234.567" PDI },
  { 1999, "USD", "en", LRI "$19.99" PDI },
  { G_MAXINT64, "ILS", "en", LRI "₪92,233,720,368,547,758.07" PDI },
  { G_MININT64, "ILS", "en", LRI "−₪92,233,720,368,547,758.08" PDI },
};

static void
test_format (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      MadafMoney money;
      g_autofree char *shown = NULL;

      g_assert_true (madaf_money_init (&money, formats[i].minor, formats[i].currency));
      shown = madaf_money_format (&money, formats[i].language);
      g_assert_cmpstr (shown, ==, formats[i].shown);
    }
}

static void
test_currency (void)
{
  MadafMoney money = { 1, "ILS" };

  g_assert_false (madaf_money_init (&money, 5, "ils"));
  g_assert_false (madaf_money_init (&money, 5, "IL"));
  g_assert_false (madaf_money_init (&money, 5, "ILSX"));
  g_assert_false (madaf_money_init (&money, 5, ""));
  g_assert_false (madaf_money_init (&money, 5, NULL));
  g_assert_cmpint (money.minor, ==, 1);
  g_assert_cmpint (madaf_money_currency_decimals ("ILS"), ==, 2);
  g_assert_cmpint (madaf_money_currency_decimals ("JPY"), ==, 0);
  g_assert_cmpint (madaf_money_currency_decimals ("KWD"), ==, 3);
}

static void
test_arithmetic (void)
{
  MadafMoney a = { 250, "ILS" };
  const MadafMoney b = { 100, "ILS" };
  const MadafMoney dollar = { 100, "USD" };
  const MadafMoney most = { G_MAXINT64, "ILS" };
  const MadafMoney least = { G_MININT64, "ILS" };
  MadafMoney result = { 7, "EUR" };

  g_assert_false (madaf_money_add (&a, &dollar, &result));
  g_assert_false (madaf_money_subtract (&a, &dollar, &result));
  g_assert_false (madaf_money_add (&most, &b, &result));
  g_assert_false (madaf_money_subtract (&least, &b, &result));
  g_assert_false (madaf_money_multiply (&most, 2, &result));
  g_assert_false (madaf_money_multiply (&least, -1, &result));
  g_assert_cmpint (result.minor, ==, 7);
  g_assert_cmpstr (result.currency, ==, "EUR");

  g_assert_true (madaf_money_add (&a, &b, &a));
  g_assert_cmpint (a.minor, ==, 350);
  g_assert_true (madaf_money_subtract (&b, &a, &result));
  g_assert_cmpint (result.minor, ==, -250);
  g_assert_cmpstr (result.currency, ==, "ILS");
  g_assert_true (madaf_money_multiply (&a, 3, &result));
  g_assert_cmpint (result.minor, ==, 1050);

  g_assert_true (madaf_money_equal (NULL, NULL));
  g_assert_false (madaf_money_equal (&b, NULL));
  g_assert_false (madaf_money_equal (&b, &dollar));
  g_assert_true (madaf_money_equal (&b, &b));
}

static void
test_price (void)
{
  const MadafMoney amount = { 8000, "ILS" };
  const MadafPriceStep steps[] = {
    { MADAF_PRICE_STEP_SHELF, { 10000, "ILS" } },
    { MADAF_PRICE_STEP_SALE, { -2000, "ILS" } },
  };
  g_autoptr (MadafPrice) reduced = madaf_price_new (&amount, steps, 2);
  g_autoptr (MadafPrice) plain = madaf_price_new (&amount, NULL, 0);
  guint n;

  g_assert_true (madaf_price_is_reduced (reduced));
  g_assert_cmpint (madaf_price_get_shelf (reduced)->minor, ==, 10000);
  g_assert_cmpint (madaf_price_get_steps (reduced, &n)[1].amount.minor, ==, -2000);
  g_assert_cmpuint (n, ==, 2);
  g_assert_false (madaf_price_is_reduced (plain));
  g_assert_cmpint (madaf_price_get_shelf (plain)->minor, ==, 8000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/currency", test_currency);
  g_test_add_func ("/money/arithmetic", test_arithmetic);
  g_test_add_func ("/money/price", test_price);
  return g_test_run ();
}
