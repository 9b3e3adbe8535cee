/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/money.h"
#include "scan/gs1/date.h"
#include "scan/gs1/error.h"
#include "scan/gs1/measure.h"

G_BEGIN_DECLS

/* The longest text that is looked at, in bytes; more than any symbol holds. */
#define MADAF_GS1_MAX_LENGTH 8191

/* U+001D, how FNC1 behind an element is transmitted (GS1 General Specifications 7.8). */
#define MADAF_GS1_SEPARATOR '\x1d'

/**
 * MadafGs1:
 *
 * What a GS1 message says: elements, each an Application Identifier and its value, in the order they were read in.
 * There is one only where everything follows the GS1 General Specifications and GS1's syntax dictionary; use
 * madaf_gtin_salvage () to find the trade item on a label that is slightly wrong. Immutable, counted, thread-safe.
 *
 * All parsers are pure, take no longer than their text, and set MADAF_GS1_ERROR.
 */
typedef struct _MadafGs1 MadafGs1;

#define MADAF_TYPE_GS1 (madaf_gs1_get_type ())
GType madaf_gs1_get_type (void);

/**
 * madaf_gs1_parse_element_string:
 * @text: element strings with FNC1, as U+001D or "^", in front and behind each of variable length; two of them with "|"
 *   between for a composite symbol, whose linear part may be plain; or a Digital Link URI
 *
 * What a label printer is given.
 *
 * Returns: (transfer full) (nullable): NULL with @error set, MADAF_GS1_ERROR_PLAIN if it is none of these
 */
MadafGs1 *madaf_gs1_parse_element_string (const char *text, GError **error);

/**
 * madaf_gs1_parse_message:
 * @text: element strings, without the FNC1 in front, as a reader gives them that says otherwise that they are GS1's
 */
MadafGs1 *madaf_gs1_parse_message (const char *text, GError **error);

/**
 * madaf_gs1_parse_bracketed:
 * @text: "(01)…(10)…", a bracket in a value as "\("; two of them with "|" between for a composite symbol
 */
MadafGs1 *madaf_gs1_parse_bracketed (const char *text, GError **error);

/**
 * madaf_gs1_parse_digital_link:
 * @text: an uncompressed GS1 Digital Link URI of any domain; read, never opened
 */
MadafGs1 *madaf_gs1_parse_digital_link (const char *text, GError **error);

/**
 * madaf_gs1_parse_scan_data:
 * @text: what a reader sends that begins with the symbology identifier: "]C1…", "]E0…" (ISO/IEC 15424, GS1 General
 *   Specifications 5.1.2), with U+001D for FNC1
 */
MadafGs1 *madaf_gs1_parse_scan_data (const char *text, GError **error);

/* A trade item that is known by its number alone. @gtin: 14 digits */
MadafGs1 *madaf_gs1_new_gtin (const char *gtin);

MadafGs1 *madaf_gs1_ref (MadafGs1 *self);
void madaf_gs1_unref (MadafGs1 *self);

guint madaf_gs1_get_n_elements (MadafGs1 *self);
/* @ai, @value: (out) (transfer none) */
void madaf_gs1_get_element (MadafGs1 *self, guint i, const char **ai, const char **value);
/* (nullable): the value of the first element with @ai. */
const char *madaf_gs1_get_value (MadafGs1 *self, const char *ai);

/* (nullable): 14 digits, of AI (01) or of the EAN or UPC symbol that a composite component stands above. */
const char *madaf_gs1_get_gtin (MadafGs1 *self);
const char *madaf_gs1_get_serial (MadafGs1 *self); /* (nullable): AI (21) */
const char *madaf_gs1_get_lot (MadafGs1 *self);    /* (nullable): AI (10) */

/**
 * madaf_gs1_get_date:
 * @ai: "11" made, "13" packed, "15" best before, "16" sell by, "17" expires, …: any AI whose value begins YYMMDD
 * @year: the year it is now, which tells the century
 */
gboolean madaf_gs1_get_date (MadafGs1 *self, const char *ai, int year, MadafGs1Date *date);

/* A measure such as "310" (net weight in kg): the first three digits of its AI, whose fourth is the decimals. */
gboolean madaf_gs1_get_measure (MadafGs1 *self, const char *ai, MadafGs1Measure *measure);

/**
 * madaf_gs1_get_price:
 * @local: the shop's currency, for a price that names none (AI 392n)
 *
 * What is to be paid for a variable-measure item (AI 392n or 393n).
 *
 * Returns: whether there is such a price in a currency known here, that its minor units can say
 */
gboolean madaf_gs1_get_price (MadafGs1 *self, const char *local, MadafMoney *price);

/* The same as one element string for a label printer: FNC1 as "^". (transfer full) */
char *madaf_gs1_to_element_string (MadafGs1 *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafGs1, madaf_gs1_unref)

G_END_DECLS
