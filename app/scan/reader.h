/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/also.h"
#include "scan/decoder.h"

G_BEGIN_DECLS

/**
 * MadafReader:
 *
 * The decoder that Madaf reads with: our own readers and, for QR, zbar's. Every frame is read the quick
 * way. While the picture stands still and nothing was read, each further frame is read in one more of the slow ways:
 * at an angle, blurred, inverted, larger, smaller.
 */
#define MADAF_TYPE_READER (madaf_reader_get_type ())
G_DECLARE_FINAL_TYPE (MadafReader, madaf_reader, MADAF, READER, GObject)

/* What is read besides, from the next frame on; nothing until it is set. */
void madaf_reader_set_also (MadafReader *self, MadafAlso also);

/**
 * madaf_reader_read_thoroughly:
 *
 * Reads a picture that will not come again, in all ways until one succeeds.
 *
 * Returns: (transfer full) (element-type MadafCode): as madaf_decoder_decode ()
 */
GPtrArray *madaf_reader_read_thoroughly (MadafReader *self, MadafFrame *frame);

G_END_DECLS
