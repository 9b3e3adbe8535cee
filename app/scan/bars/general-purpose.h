/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bits as they come out of the characters of a DataBar Expanded, the first one first. */
typedef struct
{
  guint8 bits[22 * 12];
  int n;
} MadafBits;

/* @n bits from @at on as a number; those behind the end are 0. */
guint madaf_bits_get (const MadafBits *self, int at, int n);

/**
 * madaf_general_purpose_read:
 *
 * Reads the general-purpose data compaction field (ISO/IEC 24724, 7.2.5.5) that begins at @at to the end: digits two
 * and two, capital letters, or nearly all of ISO/IEC 646, and the latches between the three. FNC1 ends an element, as
 * U+001D, and what follows is digits again.
 *
 * @letters_stay: whether letters go on behind FNC1, as old label printers took it
 *
 * Returns: whether all of it is well-formed
 */
gboolean madaf_general_purpose_read (const MadafBits *bits, int at, gboolean letters_stay, GString *text);

G_END_DECLS
