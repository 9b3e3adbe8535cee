/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/decoder.h"

#include "scan/reader.h"

/* Which decoder Madaf reads with is known here and nowhere else. */
G_DEFINE_INTERFACE (MadafDecoder, madaf_decoder, G_TYPE_OBJECT)

static void
madaf_decoder_default_init (MadafDecoderInterface *iface)
{
}

MadafDecoder *
madaf_decoder_new (void)
{
  return madaf_decoder_new_also (MADAF_ALSO_NOTHING);
}

MadafDecoder *
madaf_decoder_new_also (MadafAlso also)
{
  MadafReader *reader = g_object_new (MADAF_TYPE_READER, NULL);

  madaf_reader_set_also (reader, also);
  return MADAF_DECODER (reader);
}

GPtrArray *
madaf_decoder_decode (MadafDecoder *self, MadafFrame *frame)
{
  g_return_val_if_fail (MADAF_IS_DECODER (self), NULL);

  return MADAF_DECODER_GET_IFACE (self)->decode (self, frame);
}
