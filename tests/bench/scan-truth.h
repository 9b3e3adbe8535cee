/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"

G_BEGIN_DECLS

/**
 * madaf_truth_matches:
 * @symbology: as in an expected.tsv: "EAN-13", "QR"…
 * @expected: the text as there, unescaped
 *
 * Whether @code is what somebody else found in the picture. EAN and UPC by their digits: a UPC-A is the EAN-13 with a 0
 * in front, and an add-on may be missing. GS1 messages by their elements, written with brackets or without.
 */
gboolean madaf_truth_matches (const char *symbology, const char *expected, MadafCode *code);

/**
 * madaf_truth_addon:
 * @set: the folder of a picture
 * @file: its name in there
 *
 * Returns: (nullable): the digits printed above the add-on in the picture, as a person read them; NULL: it has none, or
 *   nobody looked
 */
const char *madaf_truth_addon (const char *set, const char *file);

/**
 * madaf_truth_also:
 * @set: the folder of a picture
 * @file: its name in there
 * @symbology: (out): what it is then
 *
 * Of the pictures that stand for “nothing to be read”, those with a symbol that is read where a shop asks for it.
 *
 * Returns: (nullable): what is printed below it, as a person read it
 */
const char *madaf_truth_also (const char *set, const char *file, const char **symbology);

G_END_DECLS
