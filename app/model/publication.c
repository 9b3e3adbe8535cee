/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/publication.h"

#include "model/gtin.h"

#include <string.h>

/* A GTIN begins with 978 or 979 and the first nine digits of an ISBN, or with 977 and the first seven of an ISSN. */

#define ISBN_10 10
#define ISSN    8

/* The last character: weights from the number's length down to 2, modulo 11, where ten is an X. */
static char
check_of (const char *digits, int length)
{
  int sum = 0;
  int check;

  for (int i = 0; i < length - 1; i++)
    sum += (length - i) * (digits[i] - '0');
  check = (11 - sum % 11) % 11;
  return check == 10 ? 'X' : (char)('0' + check);
}

char *
madaf_publication_isbn (const char *gtin14)
{
  g_return_val_if_fail (gtin14 != NULL && strlen (gtin14) == 14, NULL);

  /* 979-0 is printed music. */
  if (!g_str_has_prefix (gtin14, "0978") && (!g_str_has_prefix (gtin14, "0979") || gtin14[4] == '0'))
    return NULL;
  return g_strdup (gtin14 + 1);
}

char *
madaf_publication_issn (const char *gtin14)
{
  g_return_val_if_fail (gtin14 != NULL && strlen (gtin14) == 14, NULL);

  if (!g_str_has_prefix (gtin14, "0977"))
    return NULL;
  return g_strdup_printf ("%.4s-%.3s%c", gtin14 + 4, gtin14 + 8, check_of (gtin14 + 4, ISSN));
}

/* (transfer full): 12 digits with their check digit, as a GTIN-14. */
static char *
complete (const char *twelve)
{
  g_autofree char *thirteen = g_strdup_printf ("%s%d", twelve, madaf_gtin_check_digit (twelve, 12));

  return madaf_gtin_normalise (thirteen, NULL);
}

char *
madaf_publication_from_digits (const char *digits)
{
  gsize length = strlen (digits);
  g_autofree char *twelve = NULL;

  if ((length != ISBN_10 && length != ISSN) || strspn (digits, "0123456789") < length - 1
      || check_of (digits, (int)length) != digits[length - 1])
    return NULL;
  twelve = length == ISBN_10 ? g_strdup_printf ("978%.9s", digits) : g_strdup_printf ("977%.7s00", digits);
  return complete (twelve);
}

/* Goes past "ISBN", "ISBN-10:" and the like, if that is there. */
static const char *
skip_name (const char *text)
{
  if (g_ascii_strncasecmp (text, "ISBN", 4) != 0 && g_ascii_strncasecmp (text, "ISSN", 4) != 0)
    return text;
  text += 4;
  if (g_str_has_prefix (text, "-10") || g_str_has_prefix (text, "-13"))
    text += 3;
  return text + strspn (text, ": ");
}

/* (transfer full) (nullable): the characters of a number without what separates them; @separators: how many those are
 */
static char *
compact (const char *text, int *separators)
{
  g_autoptr (GString) number = g_string_new (NULL);

  *separators = 0;
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text) || ((*text == 'X' || *text == 'x') && text[1] == '\0'))
      g_string_append_c (number, g_ascii_toupper (*text));
    else if (*text == '-' || *text == ' ')
      (*separators)++;
    else
      return NULL;
  return g_strdup (number->str);
}

char *
madaf_publication_parse (const char *text)
{
  const char *rest = skip_name (text);
  int separators;
  g_autofree char *number = compact (rest, &separators);
  gsize length = number != NULL ? strlen (number) : 0;

  if (length == 13 && rest != text)
    return madaf_gtin_normalise (number, NULL);
  if (rest != text || (length > 0 && number[length - 1] == 'X') || (length == ISBN_10 && separators == 3)
      || (length == ISSN && separators == 1 && rest[4] == '-'))
    return length > 0 ? madaf_publication_from_digits (number) : NULL;
  return NULL;
}
