/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/phone.h"

#include <string.h>

#define LRI "\xe2\x81\xa6" /* U+2066 */
#define PDI "\xe2\x81\xa9" /* U+2069 */

#define LONGEST  15 /* digits, by ITU-T E.164 */
#define SHORTEST 7

G_DEFINE_QUARK (madaf - phone - error - quark, madaf_phone_error)

static gboolean
fail (GError **error, MadafPhoneError code)
{
  static const char *const messages[] = { "No number", "Digits are missing", "Too many digits", "Not a phone number" };

  g_set_error_literal (error, MADAF_PHONE_ERROR, code, messages[code]);
  return FALSE;
}

static gboolean
is_separator (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return g_unichar_isspace (c) || type == G_UNICODE_DASH_PUNCTUATION || type == G_UNICODE_FORMAT
         || (c < 0x80 && strchr ("()./", (int)c) != NULL);
}

/* Leaves the ASCII digits of @typed in @digits; @plus says whether a "+" stood before them. */
static gboolean
collect_digits (const char *typed, GString *digits, gboolean *plus, GError **error)
{
  *plus = FALSE;
  if (!g_utf8_validate (typed, -1, NULL))
    return fail (error, MADAF_PHONE_ERROR_NOT_A_PHONE);

  for (; *typed != '\0'; typed = g_utf8_next_char (typed))
    {
      gunichar c = g_utf8_get_char (typed);

      if (g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER)
        g_string_append_c (digits, (char)('0' + g_unichar_digit_value (c)));
      else if ((c == '+' || c == 0xff0b) && digits->len == 0 && !*plus)
        *plus = TRUE;
      else if (!is_separator (c))
        return fail (error, MADAF_PHONE_ERROR_NOT_A_PHONE);
    }

  return digits->len > 0 || fail (error, MADAF_PHONE_ERROR_EMPTY);
}

static gboolean
check_length (gsize length, gsize minimum, gsize maximum, GError **error)
{
  if (length < minimum)
    return fail (error, MADAF_PHONE_ERROR_TOO_SHORT);
  if (length > maximum)
    return fail (error, MADAF_PHONE_ERROR_TOO_LONG);

  return TRUE;
}

/* @national: without the leading 0. Mobile 5x and non-geographic 7x have nine digits, landlines eight; 1-700 and the
 * like cannot be reached from abroad nor be sent a message. */
static gboolean
check_israeli (const char *national, GError **error)
{
  gsize length = strlen (national);

  if (length == 0)
    return fail (error, MADAF_PHONE_ERROR_TOO_SHORT);
  if (strchr ("57", national[0]) != NULL)
    return check_length (length, 9, 9, error);
  if (strchr ("23489", national[0]) != NULL)
    return check_length (length, 8, 8, error);

  return fail (error, MADAF_PHONE_ERROR_NOT_A_PHONE);
}

static char *
normalise_israeli (const char *national, GError **error)
{
  if (!check_israeli (national, error))
    return NULL;

  return g_strconcat ("+972", national, NULL);
}

static char *
normalise_international (const char *digits, GError **error)
{
  /* "+972 (0)50" is often written so. */
  if (g_str_has_prefix (digits, "972"))
    return normalise_israeli (digits + (digits[3] == '0' ? 4 : 3), error);

  if (digits[0] == '0')
    {
      fail (error, MADAF_PHONE_ERROR_NOT_A_PHONE);
      return NULL;
    }

  return check_length (strlen (digits), SHORTEST, LONGEST, error) ? g_strconcat ("+", digits, NULL) : NULL;
}

char *
madaf_phone_normalise (const char *typed, const char *region, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean plus;

  g_return_val_if_fail (typed != NULL, NULL);

  if (!collect_digits (typed, digits, &plus, error))
    return NULL;

  if (plus)
    return normalise_international (digits->str, error);
  if (g_str_has_prefix (digits->str, "00"))
    return normalise_international (digits->str + 2, error);

  if (g_strcmp0 (region, "IL") == 0)
    {
      if (digits->str[0] == '0')
        return normalise_israeli (digits->str + 1, error);
      if (g_str_has_prefix (digits->str, "972"))
        return normalise_international (digits->str, error);
    }

  fail (error, MADAF_PHONE_ERROR_NOT_A_PHONE);
  return NULL;
}

gboolean
madaf_phone_is_e164 (const char *text)
{
  gsize length;

  if (text == NULL || text[0] != '+' || text[1] == '0')
    return FALSE;

  length = strlen (text + 1);
  return length >= SHORTEST && length <= LONGEST && strspn (text + 1, "0123456789") == length;
}

char *
madaf_phone_format (const char *e164)
{
  const char *national;
  int area;

  g_return_val_if_fail (e164 != NULL, NULL);

  if (!g_str_has_prefix (e164, "+972") || !check_israeli (e164 + 4, NULL))
    return g_strconcat (LRI, e164, PDI, NULL);

  national = e164 + 4;
  area = (int)strlen (national) - 7;
  return g_strdup_printf (LRI "0%.*s-%.3s-%s" PDI, area, national, national + area, national + area + 3);
}
