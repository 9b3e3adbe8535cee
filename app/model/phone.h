/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Telephone numbers: E.164 ("+972501234567") everywhere inside; typed and shown in the form people know. */

#define MADAF_PHONE_ERROR (madaf_phone_error_quark ())

/**
 * MadafPhoneError:
 * @MADAF_PHONE_ERROR_EMPTY: no digit was typed
 * @MADAF_PHONE_ERROR_TOO_SHORT: digits are missing
 * @MADAF_PHONE_ERROR_TOO_LONG: too many digits
 * @MADAF_PHONE_ERROR_NOT_A_PHONE: other characters, or a number that no one can be called or sent a message at
 */
typedef enum
{
  MADAF_PHONE_ERROR_EMPTY,
  MADAF_PHONE_ERROR_TOO_SHORT,
  MADAF_PHONE_ERROR_TOO_LONG,
  MADAF_PHONE_ERROR_NOT_A_PHONE,
} MadafPhoneError;

GQuark madaf_phone_error_quark (void);

/**
 * madaf_phone_normalise:
 * @typed: as typed: spaces, dashes, dots, brackets, direction marks and Arabic-Indic digits allowed; "+" or "00" for
 * abroad
 * @region: ISO 3166 code of the shop's country, for numbers without country code; "IL" is known, others need the "+"
 * @error: return location, domain MADAF_PHONE_ERROR
 *
 * Returns: (transfer full): E.164 with "+"; NULL with @error set
 */
char *madaf_phone_normalise (const char *typed, const char *region, GError **error);

/* Whether @text is E.164 already: what programs send. */
gboolean madaf_phone_is_e164 (const char *text);

/* For display, isolated left-to-right: Israeli numbers as dialled at home ("050-123-4567"), others as "+4930123456". */
char *madaf_phone_format (const char *e164);

G_END_DECLS
