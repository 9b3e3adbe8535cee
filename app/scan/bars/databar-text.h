/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/bars/general-purpose.h"

G_BEGIN_DECLS

/* A GTIN-14 as the element "01": @digits are its first 13, as a number. */
void madaf_databar_write_gtin (GString *text, gint64 digits);

/**
 * madaf_databar_expanded_text:
 *
 * What a DataBar Expanded says, an element string with U+001D between elements (ISO/IEC 24724, 7.2.5).
 *
 * The first edition of the standard could be taken to mean that letters go on behind FNC1, and there are labels of both
 * kinds. What does not follow GS1's rules read one way, but does the other way, is of the old kind.
 *
 * Returns: whether the bits are well-formed
 */
gboolean madaf_databar_expanded_text (const MadafBits *bits, GString *text);

G_END_DECLS
