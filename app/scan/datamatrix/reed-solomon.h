/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_data_matrix_correct:
 * @codewords: (array length=count): a block, data first, highest power first; put right in place
 * @count: at most 255
 * @error_codewords: how many of them are error correction codewords, at most 68
 *
 * Reed–Solomon error correction over GF(256) with the primitive polynomial 301 (0x12D), roots α¹ … αⁿ: ISO/IEC 16022,
 * 5.7 and annex E. Berlekamp–Massey, Chien's search, Forney's values; the result is checked to be a code word.
 *
 * Returns: the number of codewords put right, -1 if there are more errors than can be told
 */
int madaf_data_matrix_correct (guint8 *codewords, int count, int error_codewords);

G_END_DECLS
