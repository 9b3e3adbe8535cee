/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_data_matrix_text_decode:
 * @codewords: the data codewords, corrected
 * @length: (out): bytes of the text
 * @is_gs1: (out): FNC1 came first: the text is a GS1 element string
 *
 * The message in the codewords: ISO/IEC 16022, 5.2: ASCII, C40, Text, X12, EDIFACT and Base 256 encodation, extended
 * channel interpretations, FNC1 (U+001D inside the message), macros 05 and 06. A symbol of a structured append is read
 * as the part it is; the order to program a reader is left out and its text kept.
 *
 * Bytes are ISO/IEC 8859-1 until an ECI says otherwise. Bytes that do not fit their character set refuse the symbol.
 *
 * Returns: (transfer full) (nullable): UTF-8 with a zero byte behind it; NULL if it is no message
 */
char *madaf_data_matrix_text_decode (const guint8 *codewords, int n_codewords, gsize *length, gboolean *is_gs1);

G_END_DECLS
