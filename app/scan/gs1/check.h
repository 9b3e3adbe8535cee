/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/gs1/ai.h"

G_BEGIN_DECLS

/* The checks that GS1's syntax dictionary names, one function each; see MadafGs1Check. They come behind
 * madaf_gs1_check_set () and may be handed anything all the same. */

/* Whether all characters are of the set: 'N', 'X', 'Y' or 'Z' (GS1 General Specifications 7.11). */
const char *madaf_gs1_check_set (char set, const char *data, gsize length);

/* Check digits and keys: 7.9 */
const char *madaf_gs1_check_csum (const char *data, gsize length);
const char *madaf_gs1_check_csumalpha (const char *data, gsize length);
const char *madaf_gs1_check_key (const char *data, gsize length);     /* begins with a GS1 Company Prefix */
const char *madaf_gs1_check_keyoff1 (const char *data, gsize length); /* behind its first digit */
const char *madaf_gs1_check_iban (const char *data, gsize length);    /* ISO 13616 */

/* Dates and times */
const char *madaf_gs1_check_yymmdd (const char *data, gsize length);
const char *madaf_gs1_check_yymmd0 (const char *data, gsize length); /* day 00: the month is all that is known */
const char *madaf_gs1_check_yyyymmdd (const char *data, gsize length);
const char *madaf_gs1_check_hh (const char *data, gsize length);
const char *madaf_gs1_check_mi (const char *data, gsize length);
const char *madaf_gs1_check_ss (const char *data, gsize length);
const char *madaf_gs1_check_hhmi (const char *data, gsize length);

/* Codes of a list */
const char *madaf_gs1_check_iso3166 (const char *data, gsize length);
const char *madaf_gs1_check_iso3166999 (const char *data, gsize length);
const char *madaf_gs1_check_iso3166alpha2 (const char *data, gsize length);
const char *madaf_gs1_check_iso4217 (const char *data, gsize length);
const char *madaf_gs1_check_iso5218 (const char *data, gsize length);
const char *madaf_gs1_check_mediatype (const char *data, gsize length);
const char *madaf_gs1_check_packagetype (const char *data, gsize length);
const char *madaf_gs1_check_importeridx (const char *data, gsize length);
const char *madaf_gs1_check_winding (const char *data, gsize length);
const char *madaf_gs1_check_yesno (const char *data, gsize length);

/* Numbers and the shape of texts */
const char *madaf_gs1_check_zero (const char *data, gsize length);
const char *madaf_gs1_check_nonzero (const char *data, gsize length);
const char *madaf_gs1_check_nozeroprefix (const char *data, gsize length);
const char *madaf_gs1_check_hasnondigit (const char *data, gsize length);
const char *madaf_gs1_check_hyphen (const char *data, gsize length);
const char *madaf_gs1_check_latitude (const char *data, gsize length);
const char *madaf_gs1_check_longitude (const char *data, gsize length);
const char *madaf_gs1_check_pcenc (const char *data, gsize length);
const char *madaf_gs1_check_pieceoftotal (const char *data, gsize length);
const char *madaf_gs1_check_posinseqslash (const char *data, gsize length);

/* North American coupons */
const char *madaf_gs1_check_couponcode (const char *data, gsize length);
const char *madaf_gs1_check_couponposoffer (const char *data, gsize length);

/* The lists, in order of strcmp (), ending with NULL. */
extern const char *const madaf_gs1_list_iso3166[];
extern const char *const madaf_gs1_list_iso3166alpha2[];
extern const char *const madaf_gs1_list_iso4217[];
extern const char *const madaf_gs1_list_mediatype[];
extern const char *const madaf_gs1_list_packagetype[];

G_END_DECLS
