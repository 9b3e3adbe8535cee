/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafNumberVerdict:
 * @MADAF_NUMBER_EMPTY: nothing typed yet
 * @MADAF_NUMBER_GOING_ON: right so far, as far as anybody can tell; more digits are to come
 * @MADAF_NUMBER_RIGHT: a whole number with a right check digit
 * @MADAF_NUMBER_MISTYPED: long enough, but one digit cannot be right
 * @MADAF_NUMBER_TOO_LONG: more digits than any label has
 * @MADAF_NUMBER_NO_DIGITS: something else than digits
 *
 * What can be said of the number under a barcode while it is being typed (GTIN-8, -12, -13 or -14; the ISBN or
 * ISSN of a book or a periodical).
 */
typedef enum
{
  MADAF_NUMBER_EMPTY,
  MADAF_NUMBER_GOING_ON,
  MADAF_NUMBER_RIGHT,
  MADAF_NUMBER_MISTYPED,
  MADAF_NUMBER_TOO_LONG,
  MADAF_NUMBER_NO_DIGITS,
} MadafNumberVerdict;

/** gtin: (out) (optional): the 14 digits when it is right, else NULL; Arabic-Indic digits and spaces are fine. */
MadafNumberVerdict madaf_number_check (const char *typed, char **gtin);

/** The sentence to say, and for a screen reader. (transfer full) */
char *madaf_number_check_text (const char *typed);

G_END_DECLS
