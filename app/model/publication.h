/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers of books and periodicals (ISBN, ISO 2108; ISSN, ISO 3297) and the GTINs that have them inside. */

/**
 * madaf_publication_isbn:
 * @gtin14: a normalised GTIN
 *
 * Returns: (transfer full) (nullable): the 13 digits of the ISBN that it is; NULL for what is no book
 */
char *madaf_publication_isbn (const char *gtin14);

/**
 * madaf_publication_issn:
 * @gtin14: a normalised GTIN
 *
 * Returns: (transfer full) (nullable): the ISSN in it with its check digit, which the GTIN leaves out, as "0317-8471"
 * or "2434-561X"; NULL for what is no periodical
 */
char *madaf_publication_issn (const char *gtin14);

/**
 * madaf_publication_parse:
 * @text: ASCII
 *
 * Understands what is written as nothing but one of these numbers is: "ISBN 0-8044-2957-X", "0-306-40615-2",
 * "080442957X", "ISSN 0317-8471", "0317-8471". A periodical has one GTIN for each price or kind of issue; the plain one
 * is meant.
 *
 * Returns: (transfer full) (nullable): the GTIN-14
 */
char *madaf_publication_parse (const char *text);

/**
 * madaf_publication_from_digits:
 * @digits: ASCII
 *
 * Returns: (transfer full) (nullable): the GTIN-14 if these are the 10 digits of an ISBN or the 8 of an ISSN, as far as
 *   their check digit tells
 */
char *madaf_publication_from_digits (const char *digits);

G_END_DECLS
