/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/decoder.h"

G_BEGIN_DECLS

/**
 * MadafZbarDecoder:
 *
 * Reads QR with zbar's image scanner. Made by madaf_decoder_new ().
 */
#define MADAF_TYPE_ZBAR_DECODER (madaf_zbar_decoder_get_type ())
G_DECLARE_FINAL_TYPE (MadafZbarDecoder, madaf_zbar_decoder, MADAF, ZBAR_DECODER, GObject)

G_END_DECLS
