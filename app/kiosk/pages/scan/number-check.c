/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/scan/number-check.h"

#include "scan/code.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the screen says to somebody who types the number off a label. */

/* What nearly all labels here have; shorter ones are right sooner, a longer one is on cartons only. */
#define USUAL_DIGITS 13
#define MOST_DIGITS  14

/* The digits alone, (transfer full); NULL when there is something else among them. */
static char *
get_digits (const char *typed)
{
  g_autoptr (MadafCode) code = madaf_code_new_typed (typed);
  const char *text = code != NULL ? madaf_code_get_text (code) : "";

  return strspn (text, "0123456789") == strlen (text) ? g_strdup (text) : NULL;
}

MadafNumberVerdict
madaf_number_check (const char *typed, char **gtin)
{
  g_autofree char *digits = get_digits (typed);
  g_autoptr (MadafCode) code = madaf_code_new_typed (typed);
  gsize length = digits != NULL ? strlen (digits) : 0;

  if (gtin != NULL)
    *gtin = NULL;
  if (digits == NULL)
    return MADAF_NUMBER_NO_DIGITS;
  if (length == 0)
    return MADAF_NUMBER_EMPTY;
  if (length > MOST_DIGITS)
    return MADAF_NUMBER_TOO_LONG;
  if (code != NULL && madaf_code_get_gtin (code) != NULL)
    {
      if (gtin != NULL)
        *gtin = g_strdup (madaf_code_get_gtin (code));
      return MADAF_NUMBER_RIGHT;
    }
  return length < USUAL_DIGITS ? MADAF_NUMBER_GOING_ON : MADAF_NUMBER_MISTYPED;
}

char *
madaf_number_check_text (const char *typed)
{
  g_autofree char *digits = get_digits (typed);
  int length = digits != NULL ? (int)strlen (digits) : 0;

  switch (madaf_number_check (typed, NULL))
    {
    case MADAF_NUMBER_RIGHT:
      return g_strdup (_ ("That looks right"));
    case MADAF_NUMBER_MISTYPED:
      return g_strdup (_ ("One digit does not fit. Please compare with the label."));
    case MADAF_NUMBER_TOO_LONG:
      return g_strdup (_ ("That is more than a label has. Please compare with the label."));
    case MADAF_NUMBER_NO_DIGITS:
      return g_strdup (_ ("Only the digits are needed"));
    case MADAF_NUMBER_GOING_ON:
      /* Translators: how much of the number under a barcode was typed so far; most have 13 digits. */
      return g_strdup_printf (
          ngettext ("%d digit so far, most labels have %d", "%d digits so far, most labels have %d", (gulong)length),
          length, USUAL_DIGITS);
    case MADAF_NUMBER_EMPTY:
    default:
      return g_strdup (_ ("The number is under the lines of the barcode"));
    }
}
