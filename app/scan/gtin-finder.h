/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* U+001D, how FNC1 between two elements is transmitted (GS1 General Specifications 7.8). */
#define MADAF_GS1_SEPARATOR '\x1d'

/**
 * madaf_gtin_find:
 * @text: what a symbol or a person says
 * @is_gs1: @text is known to be a GS1 element string
 *
 * Looks for a trade item in plain digits, in a GS1 element string (AI 01; without @is_gs1 only in brackets) and in a
 * GS1 Digital Link URI (/01/…), which is only read, never opened.
 *
 * Returns: (transfer full) (nullable): 14 digits whose check digit is right, or NULL
 */
char *madaf_gtin_find (const char *text, gboolean is_gs1);

/**
 * madaf_upc_e_expand:
 * @digits: 8 digits: number system 0 or 1, six, check digit
 *
 * Returns: (transfer full) (nullable): the 12 digits of the UPC-A that it shortens, or NULL if the check digit is wrong
 */
char *madaf_upc_e_expand (const char *digits);

G_END_DECLS
