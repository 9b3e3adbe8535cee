/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/random.h"

G_BEGIN_DECLS

/* What a shopper shows to take an order away: 9 random digits and a Damm check digit, which finds every single wrong
 * digit and every swap of two neighbours. */

#define MADAF_COLLECTION_CODE_LENGTH 10

/* A new code of 10 ASCII digits (transfer full). */
char *madaf_collection_code_generate (MadafRandom *random);

/**
 * madaf_collection_code_normalise:
 * @typed: as typed or scanned: spaces, dashes, direction marks and Arabic-Indic digits allowed
 *
 * Returns: (transfer full) (nullable): the 10 digits; NULL when @typed is no collection code
 */
char *madaf_collection_code_normalise (const char *typed);

/* Whether @code is 10 ASCII digits with the right check digit. */
gboolean madaf_collection_code_is_valid (const char *code);

/* For display: "123 456 7890", isolated left-to-right, with no-break spaces. */
char *madaf_collection_code_format (const char *code);

G_END_DECLS
