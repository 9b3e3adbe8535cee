/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Global Trade Item Numbers, as in the GS1 General Specifications (section 7.9: check digit calculation).
 * Everywhere inside Madaf a GTIN is a string of 14 digits, padded with zeros at its start. */

#define MADAF_GTIN_ERROR (madaf_gtin_error_quark ())

/**
 * MadafGtinError:
 * @MADAF_GTIN_ERROR_LENGTH: not 8, 12, 13 or 14 characters
 * @MADAF_GTIN_ERROR_NOT_DIGITS: something else than ASCII digits
 * @MADAF_GTIN_ERROR_CHECK_DIGIT: well formed, but misread or mistyped
 */
typedef enum
{
  MADAF_GTIN_ERROR_LENGTH,
  MADAF_GTIN_ERROR_NOT_DIGITS,
  MADAF_GTIN_ERROR_CHECK_DIGIT,
} MadafGtinError;

GQuark madaf_gtin_error_quark (void);

/**
 * madaf_gtin_normalise:
 * @digits: what was scanned, typed or received: 8, 12, 13 or 14 ASCII digits
 * @error: return location, domain MADAF_GTIN_ERROR
 *
 * Returns: (transfer full): the 14 digits; NULL with @error set
 */
char *madaf_gtin_normalise (const char *digits, GError **error);

/**
 * madaf_gtin_to_display:
 * @gtin14: a normalised GTIN
 *
 * The digits as printed under the bars: 14 when an indicator digit is there, else 13, 12 or 8.
 *
 * Returns: (transfer full): the digits, without direction marks
 */
char *madaf_gtin_to_display (const char *gtin14);

/**
 * madaf_gtin_check_digit:
 * @digits: @n digits without the check digit
 * @n: how many
 *
 * Returns: the check digit, 0 to 9; -1 when something among @digits is not an ASCII digit
 */
int madaf_gtin_check_digit (const char *digits, gsize n);

G_END_DECLS
