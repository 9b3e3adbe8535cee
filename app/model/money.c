/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/money.h"

#include <string.h>

#define LRI        "\xe2\x81\xa6" /* U+2066 */
#define PDI        "\xe2\x81\xa9" /* U+2069 */
#define NNBSP      "\xe2\x80\xaf" /* U+202F */
#define NBSP       "\xc2\xa0"     /* U+00A0 */
#define SHEKEL     "\xe2\x82\xaa" /* U+20AA */
#define MINUS_SIGN "\xe2\x88\x92" /* U+2212 */

G_DEFINE_BOXED_TYPE (MadafMoney, madaf_money, madaf_money_copy, madaf_money_free)

MadafMoney *
madaf_money_copy (const MadafMoney *money)
{
  return g_memdup2 (money, sizeof *money);
}

void
madaf_money_free (MadafMoney *money)
{
  g_free (money);
}

gboolean
madaf_money_currency_is_valid (const char *currency)
{
  return currency != NULL && g_ascii_isupper (currency[0]) && g_ascii_isupper (currency[1])
         && g_ascii_isupper (currency[2]) && currency[3] == '\0';
}

int
madaf_money_currency_decimals (const char *currency)
{
  static const char *const without[] = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                         "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF", NULL };
  static const char *const three[] = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND", NULL };

  g_return_val_if_fail (currency != NULL, 2);

  if (g_strv_contains (without, currency))
    return 0;
  if (g_strv_contains (three, currency))
    return 3;
  return 2;
}

gboolean
madaf_money_init (MadafMoney *money, gint64 minor, const char *currency)
{
  if (!madaf_money_currency_is_valid (currency))
    return FALSE;

  money->minor = minor;
  memcpy (money->currency, currency, sizeof money->currency);
  return TRUE;
}

static gboolean
same_currency (const MadafMoney *a, const MadafMoney *b)
{
  return memcmp (a->currency, b->currency, sizeof a->currency) == 0;
}

gboolean
madaf_money_add (const MadafMoney *a, const MadafMoney *b, MadafMoney *sum)
{
  gint64 minor;

  if (!same_currency (a, b) || __builtin_add_overflow (a->minor, b->minor, &minor))
    return FALSE;

  return madaf_money_init (sum, minor, a->currency);
}

gboolean
madaf_money_subtract (const MadafMoney *a, const MadafMoney *b, MadafMoney *difference)
{
  gint64 minor;

  if (!same_currency (a, b) || __builtin_sub_overflow (a->minor, b->minor, &minor))
    return FALSE;

  return madaf_money_init (difference, minor, a->currency);
}

gboolean
madaf_money_multiply (const MadafMoney *money, gint64 times, MadafMoney *product)
{
  gint64 minor;

  if (__builtin_mul_overflow (money->minor, times, &minor))
    return FALSE;

  return madaf_money_init (product, minor, money->currency);
}

gboolean
madaf_money_equal (const MadafMoney *a, const MadafMoney *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->minor == b->minor && same_currency (a, b);
}

static const char *
get_symbol (const char *currency)
{
  if (strcmp (currency, "ILS") == 0)
    return SHEKEL;
  if (strcmp (currency, "USD") == 0)
    return "$";
  if (strcmp (currency, "EUR") == 0)
    return "\xe2\x82\xac";
  if (strcmp (currency, "GBP") == 0)
    return "\xc2\xa3";
  return NULL;
}

/* The digits of @whole in groups of three. */
static void
append_grouped (GString *text, guint64 whole, const char *separator)
{
  char digits[32];
  gsize n = (gsize)g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, whole);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
}

static void
append_amount (GString *text, guint64 amount, int decimals, gboolean russian)
{
  guint64 unit = 1;

  for (int i = 0; i < decimals; i++)
    unit *= 10;

  append_grouped (text, amount / unit, russian ? NNBSP : ",");
  if (decimals > 0)
    g_string_append_printf (text, "%s%0*" G_GINT64_MODIFIER "u", russian ? "," : ".", decimals, amount % unit);
}

char *
madaf_money_format (const MadafMoney *money, const char *language)
{
  GString *text = g_string_new (LRI);
  gboolean russian = language != NULL && g_str_has_prefix (language, "ru");
  const char *symbol;
  guint64 amount;

  g_return_val_if_fail (money != NULL, g_string_free (text, FALSE));

  symbol = get_symbol (money->currency);
  /* G_MININT64 has no positive counterpart in gint64. */
  amount = money->minor < 0 ? (guint64)0 - (guint64)money->minor : (guint64)money->minor;

  if (money->minor < 0)
    g_string_append (text, MINUS_SIGN);
  if (!russian)
    g_string_append_printf (text, "%s%s", symbol != NULL ? symbol : money->currency, symbol != NULL ? "" : NBSP);
  append_amount (text, amount, madaf_money_currency_decimals (money->currency), russian);
  if (russian)
    g_string_append_printf (text, NBSP "%s", symbol != NULL ? symbol : money->currency);

  g_string_append (text, PDI);
  return g_string_free (text, FALSE);
}
