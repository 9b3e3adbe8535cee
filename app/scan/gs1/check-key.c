/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/check.h"

#include "model/gtin.h"

#include <string.h>

/* Check digits and characters. */

/* The shortest GS1 Company Prefix. */
#define SHORTEST_PREFIX 4

const char *
madaf_gs1_check_csum (const char *data, gsize length)
{
  int digit;

  if (length < 2)
    return "The component is too short to perform a numeric check digit calculation.";
  digit = madaf_gtin_check_digit (data, length - 1);
  if (digit < 0)
    return "A non-digit character was found where a digit is expected.";
  return data[length - 1] == '0' + digit ? NULL : "The numeric check digit is incorrect.";
}

static const char *
check_prefix (const char *data, gsize length)
{
  if (length < SHORTEST_PREFIX)
    return "The component is shorter than the minimum length GS1 Company Prefix.";
  for (gsize i = 0; i < SHORTEST_PREFIX; i++)
    if (!g_ascii_isdigit (data[i]))
      return "The GS1 Company Prefix is invalid.";
  return NULL;
}

const char *
madaf_gs1_check_key (const char *data, gsize length)
{
  return check_prefix (data, length);
}

const char *
madaf_gs1_check_keyoff1 (const char *data, gsize length)
{
  return length > 0 ? check_prefix (data + 1, length - 1) : check_prefix (data, 0);
}

/* The last two characters hold a sum of the others, each times a prime, from the right 2, 3, 5, 7, …, modulo 1021
 * (GS1 General Specifications 7.9.5). */
const char *
madaf_gs1_check_csumalpha (const char *data, gsize length)
{
  static const char values[] = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  static const char pairs[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  static const guint16 primes[] = {
    2,   3,   5,   7,   11,  13,  17,  19,  23,  29,  31,  37,  41,  43,  47,  53,  59,  61,  67,  71,  73,  79,  83,
    89,  97,  101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199,
    211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311, 313, 317, 331, 337, 347,
    349, 353, 359, 367, 373, 379, 383, 389, 397, 401, 409, 419, 421, 431, 433, 439, 443, 449, 457, 461, 463, 467,
  };
  guint sum = 0;

  if (length < 2)
    return "The component is too short to perform an alphanumeric check character pair calculation.";
  if (length - 2 > G_N_ELEMENTS (primes))
    return "The component is too long to perform an alphanumeric check character pair calculation.";
  for (gsize i = 0; i < length - 2; i++)
    {
      const char *value = data[i] != '\0' ? strchr (values, data[i]) : NULL;

      if (value == NULL)
        return "A non-CSET 82 character was found where a CSET 82 character is expected.";
      sum += (guint)(value - values) * primes[length - 3 - i];
    }
  sum %= 1021;
  if (data[length - 2] != pairs[sum >> 5] || data[length - 1] != pairs[sum & 31])
    return "The alphanumeric check-character pair are incorrect.";
  return NULL;
}

/* The number that digits and letters (A is 10) make when the first four go to the end must leave 1 modulo 97. */
const char *
madaf_gs1_check_iban (const char *data, gsize length)
{
  guint remainder = 0;

  if (length < 4)
    return "The IBAN is too short.";
  if (madaf_gs1_check_iso3166alpha2 (data, 2) != NULL)
    return "The IBAN must start with a valid ISO 3166 two-character country code.";
  if (length > 34)
    return "The IBAN is too long.";
  if (length <= 10)
    return "The IBAN is too short.";
  for (gsize i = 0; i < length; i++)
    {
      char c = data[(i + 4) % length];

      if (g_ascii_isdigit (c))
        remainder = (remainder * 10 + (guint)(c - '0')) % 97;
      else if (g_ascii_isupper (c))
        remainder = (remainder * 100 + (guint)(c - 'A') + 10) % 97;
      else
        return "The IBAN contains an invalid character.";
    }
  return remainder == 1 ? NULL : "The IBAN is invalid since the check characters are incorrect.";
}
