/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/also.h"
#include "scan/code.h"
#include "scan/frame.h"

G_BEGIN_DECLS

/**
 * MadafDecoder:
 *
 * Finds the codes in one frame. A decoder may remember what it needs between frames, so each thread has its own.
 */
#define MADAF_TYPE_DECODER (madaf_decoder_get_type ())
G_DECLARE_INTERFACE (MadafDecoder, madaf_decoder, MADAF, DECODER, GObject)

struct _MadafDecoderInterface
{
  GTypeInterface parent;

  GPtrArray *(*decode) (MadafDecoder *self, MadafFrame *frame);
};

/* The decoder that Madaf reads with, for what every shop reads, and one for what a shop asked for beside it. */
MadafDecoder *madaf_decoder_new (void);
MadafDecoder *madaf_decoder_new_also (MadafAlso also);

/**
 * madaf_decoder_decode:
 *
 * Returns: (transfer full) (element-type MadafCode): the codes of this frame alone, the strongest first; empty if none
 */
GPtrArray *madaf_decoder_decode (MadafDecoder *self, MadafFrame *frame);

G_END_DECLS
