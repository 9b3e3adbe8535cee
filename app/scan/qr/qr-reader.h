/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/code.h"
#include "scan/qr/qr-finder.h"

G_BEGIN_DECLS

/**
 * MadafQrReader:
 *
 * Reads QR codes with zbar's image scanner, in a part of a picture, larger or smaller than it is, and light on dark.
 */
typedef struct _MadafQrReader MadafQrReader;

MadafQrReader *madaf_qr_reader_new (void);
void madaf_qr_reader_free (MadafQrReader *self);

/* How to look. */
typedef struct
{
  float scale;
  gboolean is_inverted;
  int max_pixels; /* looked at closely; of a larger part every second line is, or every third, … */
} MadafQrView;

/* @code: (transfer full) */
typedef void (*MadafQrFound) (MadafCode *code, gpointer user_data);

void madaf_qr_reader_read (MadafQrReader *self,
                           const MadafGrey *picture,
                           const MadafBox *box,
                           const MadafQrView *view,
                           MadafQrFound found,
                           gpointer user_data);

/**
 * madaf_qr_reader_flatten:
 *
 * Reads a code that zbar cannot for it does not lie flat: lays a sheet over the patterns that were found, bends it to
 * where its modules are, and has zbar read them drawn anew.
 */
void madaf_qr_reader_flatten (
    MadafQrReader *self, const MadafGrey *picture, const MadafQrFinder *finder, MadafQrFound found, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafQrReader, madaf_qr_reader_free)

G_END_DECLS
