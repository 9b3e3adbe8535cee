/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/gtin.h"

#include <string.h>

#define LENGTH 14

G_DEFINE_QUARK (madaf - gtin - error - quark, madaf_gtin_error)

int
madaf_gtin_check_digit (const char *digits, gsize n)
{
  int sum = 0;

  g_return_val_if_fail (digits != NULL, -1);

  /* Weights 3 and 1 in turn, from the right, so that padding with zeros changes nothing. */
  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (digits[n - 1 - i]))
        return -1;
      sum = (sum + (digits[n - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1)) % 10;
    }

  return (10 - sum) % 10;
}

char *
madaf_gtin_normalise (const char *digits, GError **error)
{
  gsize n = strlen (digits);
  char gtin[LENGTH + 1] = "00000000000000";

  if (n != 8 && n != 12 && n != 13 && n != 14)
    {
      g_set_error (error, MADAF_GTIN_ERROR, MADAF_GTIN_ERROR_LENGTH, "A GTIN has 8, 12, 13 or 14 digits");
      return NULL;
    }

  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isdigit (digits[i]))
      {
        g_set_error (error, MADAF_GTIN_ERROR, MADAF_GTIN_ERROR_NOT_DIGITS, "A GTIN consists of digits");
        return NULL;
      }

  if (madaf_gtin_check_digit (digits, n - 1) != digits[n - 1] - '0')
    {
      g_set_error (error, MADAF_GTIN_ERROR, MADAF_GTIN_ERROR_CHECK_DIGIT, "The check digit does not fit");
      return NULL;
    }

  memcpy (gtin + LENGTH - n, digits, n);
  return g_strdup (gtin);
}

char *
madaf_gtin_to_display (const char *gtin14)
{
  gsize skip;

  g_return_val_if_fail (gtin14 != NULL && strlen (gtin14) == LENGTH, NULL);

  if (gtin14[0] != '0')
    skip = 0;
  else if (g_str_has_prefix (gtin14, "000000"))
    skip = 6;
  else if (g_str_has_prefix (gtin14, "00"))
    skip = 2;
  else
    skip = 1;

  return g_strdup (gtin14 + skip);
}
