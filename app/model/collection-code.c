/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/collection-code.h"

#include <string.h>

#define LRI  "\xe2\x81\xa6" /* U+2066 */
#define PDI  "\xe2\x81\xa9" /* U+2069 */
#define NBSP "\xc2\xa0"     /* U+00A0 */

/* H. Michael Damm, "Total anti-symmetrische Quasigruppen" (2004), the quasigroup of order 10. */
static const guint8 quasigroup[10][10] = {
  { 0, 3, 1, 7, 5, 9, 8, 6, 4, 2 }, { 7, 0, 9, 2, 1, 5, 4, 8, 6, 3 }, { 4, 2, 0, 6, 8, 7, 1, 3, 5, 9 },
  { 1, 7, 5, 0, 9, 8, 3, 4, 2, 6 }, { 6, 1, 2, 3, 0, 4, 5, 9, 7, 8 }, { 3, 6, 7, 4, 2, 0, 9, 5, 8, 1 },
  { 5, 8, 6, 9, 7, 2, 0, 1, 3, 4 }, { 8, 9, 4, 5, 3, 6, 2, 0, 1, 7 }, { 9, 4, 3, 8, 6, 1, 7, 2, 0, 5 },
  { 2, 5, 8, 1, 4, 3, 6, 7, 9, 0 },
};

/* The check digit of @n digits; 0 when the last of them is the right one. */
static int
get_damm (const char *digits, gsize n)
{
  int interim = 0;

  for (gsize i = 0; i < n; i++)
    interim = quasigroup[interim][digits[i] - '0'];

  return interim;
}

char *
madaf_collection_code_generate (MadafRandom *random)
{
  char code[MADAF_COLLECTION_CODE_LENGTH + 1];

  g_snprintf (code, sizeof code, "%09" G_GUINT64_FORMAT, madaf_random_below (random, G_GUINT64_CONSTANT (1000000000)));
  code[MADAF_COLLECTION_CODE_LENGTH - 1] = (char)('0' + get_damm (code, MADAF_COLLECTION_CODE_LENGTH - 1));
  code[MADAF_COLLECTION_CODE_LENGTH] = '\0';
  return g_strdup (code);
}

gboolean
madaf_collection_code_is_valid (const char *code)
{
  return code != NULL && strlen (code) == MADAF_COLLECTION_CODE_LENGTH
         && strspn (code, "0123456789") == MADAF_COLLECTION_CODE_LENGTH
         && get_damm (code, MADAF_COLLECTION_CODE_LENGTH) == 0;
}

static gboolean
is_separator (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || type == G_UNICODE_DASH_PUNCTUATION || type == G_UNICODE_FORMAT;
}

char *
madaf_collection_code_normalise (const char *typed)
{
  char code[MADAF_COLLECTION_CODE_LENGTH + 1] = "";
  gsize n = 0;

  g_return_val_if_fail (typed != NULL, NULL);

  if (!g_utf8_validate (typed, -1, NULL))
    return NULL;

  for (; *typed != '\0'; typed = g_utf8_next_char (typed))
    {
      gunichar c = g_utf8_get_char (typed);

      if (is_separator (c))
        continue;
      if (g_unichar_type (c) != G_UNICODE_DECIMAL_NUMBER || n == MADAF_COLLECTION_CODE_LENGTH)
        return NULL;
      code[n++] = (char)('0' + g_unichar_digit_value (c));
    }

  return madaf_collection_code_is_valid (code) ? g_strdup (code) : NULL;
}

char *
madaf_collection_code_format (const char *code)
{
  g_return_val_if_fail (code != NULL && strlen (code) == MADAF_COLLECTION_CODE_LENGTH, NULL);

  return g_strdup_printf (LRI "%.3s" NBSP "%.3s" NBSP "%s" PDI, code, code + 3, code + 6);
}
