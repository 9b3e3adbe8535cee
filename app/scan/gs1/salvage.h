/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_gtin_salvage:
 * @text: what a symbol or a person says
 * @is_gs1: @text is known to be a GS1 element string
 *
 * Finds the trade item that a label means, though the label may break GS1's rules: a wrong date, an element that
 * nobody knows, a lot without the thing it belongs to, a link with 13 digits or the word "gtin". Shops' labels are
 * often slightly wrong, and the shopper who holds one has done nothing wrong. Only the GTIN itself must be right: it
 * stands in plain digits, under AI (01) in an element string or in brackets, or in a Digital Link URI of any domain,
 * which is only read, never opened.
 *
 * Returns: (transfer full) (nullable): 14 digits whose check digit is right, or NULL
 */
char *madaf_gtin_salvage (const char *text, gboolean is_gs1);

G_END_DECLS
