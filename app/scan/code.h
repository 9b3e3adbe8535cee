/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "scan/gs1/gs1.h"

G_BEGIN_DECLS

/* How the text was written where it was read. */
typedef enum
{
  MADAF_SYMBOLOGY_UNKNOWN, /* typed, or from a scanner that does not say */
  MADAF_SYMBOLOGY_EAN_13,
  MADAF_SYMBOLOGY_EAN_8,
  MADAF_SYMBOLOGY_UPC_A,
  MADAF_SYMBOLOGY_UPC_E,
  MADAF_SYMBOLOGY_CODE_128,
  MADAF_SYMBOLOGY_DATABAR, /* omnidirectional, truncated, stacked */
  MADAF_SYMBOLOGY_DATABAR_LIMITED,
  MADAF_SYMBOLOGY_DATABAR_EXPANDED,
  MADAF_SYMBOLOGY_QR,
  MADAF_SYMBOLOGY_DATA_MATRIX,
  MADAF_SYMBOLOGY_ITF,
  MADAF_SYMBOLOGY_CODABAR,
  MADAF_SYMBOLOGY_CODE_39,
} MadafSymbology;

/* Which way the code came in. */
typedef enum
{
  MADAF_CODE_ORIGIN_CAMERA,
  MADAF_CODE_ORIGIN_WEDGE,
  MADAF_CODE_ORIGIN_TYPED,
} MadafCodeOrigin;

typedef struct
{
  float x;
  float y;
} MadafPoint;

/* The most characters a code may have; a longer one is refused where it comes in. */
#define MADAF_CODE_MAX_LENGTH 128
/* The same for what a hand-held scanner sends, which may be a link or a sign-in code. */
#define MADAF_CODE_MAX_WEDGE_LENGTH 1024
/* The same for what a camera reads: Digital Link URIs and sign-in codes are longer than labels. In bytes. */
#define MADAF_CODE_MAX_CAMERA_LENGTH 7089

/**
 * MadafCode:
 *
 * Something that was scanned or typed: its text, and the GTIN-14 in it when it has one. Immutable, counted,
 * thread-safe.
 *
 * A GTIN is found in EAN-13, EAN-8, UPC-A and UPC-E, in plain digits with a right check digit, in a GS1 element string
 * (AI 01, GS1 General Specifications, with FNC1 as U+001D or in brackets) and in a GS1 Digital Link URI (/01/…), also
 * where these break a rule of GS1's (madaf_gtin_salvage ()). A URI is read as text and never opened.
 */
typedef struct _MadafCode MadafCode;

#define MADAF_TYPE_CODE (madaf_code_get_type ())
GType madaf_code_get_type (void);

/**
 * madaf_code_new:
 * @text: UTF-8; control characters but U+001D (the GS1 separator) are left out
 * @is_gs1: whether the symbol says that it holds a GS1 element string (FNC1 first)
 * @corners: (nullable) (array fixed-size=4): in frame pixels, around the symbol in order; NULL when not known
 * @votes: how many scan lines agreed, at least 1
 *
 * A code that a camera saw.
 *
 * Returns: (transfer full) (nullable): NULL if nothing is left or it is longer than MADAF_CODE_MAX_CAMERA_LENGTH.
 */
MadafCode *
madaf_code_new (MadafSymbology symbology, const char *text, gboolean is_gs1, const MadafPoint *corners, int votes);

/**
 * madaf_code_new_ean:
 * @text: 13, 12 or 8 digits
 * @addon: (nullable): the 2 or 5 digits beside it
 *
 * An EAN or UPC symbol that a camera saw, as madaf_code_new ().
 */
MadafCode *madaf_code_new_ean (
    MadafSymbology symbology, const char *text, const char *addon, const MadafPoint *corners, int votes);

/**
 * madaf_code_new_typed:
 *
 * A code that a person typed. Spaces and hyphens within digits go, Arabic-Indic digits become 0–9. An ISBN of ten
 * digits or an ISSN names its book or periodical; written as only they are, the text becomes what their bars say.
 *
 * Returns: (transfer full) (nullable): NULL if nothing is left or it is longer than MADAF_CODE_MAX_LENGTH.
 */
MadafCode *madaf_code_new_typed (const char *text);

/**
 * madaf_code_new_wedge:
 *
 * A code that a hand-held scanner sent. An AIM symbology identifier (]E0, ]C1, ]Q3, … ISO/IEC 15424) is taken off
 * the front and obeyed; without one, a GS1 separator tells that it is a GS1 message. Scanners that cannot send the
 * separator write it as {GS}, <GS> or, in a message, ^]. An add-on behind the number of a magazine or a book
 * is told from it also without an identifier.
 *
 * Returns: (transfer full) (nullable): NULL if nothing is left or it is longer than MADAF_CODE_MAX_WEDGE_LENGTH.
 */
MadafCode *madaf_code_new_wedge (const char *text);

MadafCode *madaf_code_ref (MadafCode *self);
void madaf_code_unref (MadafCode *self);

MadafSymbology madaf_code_get_symbology (MadafCode *self);
MadafCodeOrigin madaf_code_get_origin (MadafCode *self);
const char *madaf_code_get_text (MadafCode *self);
/* What a camera read before it was cleaned, as valid UTF-8: for programs, not for people to see. */
const char *madaf_code_get_raw (MadafCode *self);
/* (nullable): 14 digits, check digit verified. NULL: not a trade item (a receipt, a sign-in code, a coupon…). */
const char *madaf_code_get_gtin (MadafCode *self);
/* (nullable): the 2 or 5 digits of the add-on beside an EAN or UPC: the issue of a magazine, the price of a book. NULL:
 * there is none, or it was not seen clearly. */
const char *madaf_code_get_addon (MadafCode *self);
/* (nullable) (transfer none): all that a GS1 message, or a GTIN alone, says. NULL: it is neither, or breaks a rule. */
MadafGs1 *madaf_code_get_gs1 (MadafCode *self);
/* (nullable): four corners in the pixels of the frame it was seen in. */
const MadafPoint *madaf_code_get_corners (MadafCode *self);
gboolean madaf_code_is_gs1 (MadafCode *self);
int madaf_code_get_votes (MadafCode *self);
/* Whether both are the same thing to a shopper: the same GTIN, or without one the same text; and no two issues of the
 * same magazine, as far as both show theirs. */
gboolean madaf_code_equal (MadafCode *self, MadafCode *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafCode, madaf_code_unref)

G_END_DECLS
