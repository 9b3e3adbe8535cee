/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/gs1/element.h"

G_BEGIN_DECLS

/* The three ways that elements are written. Each adds what it reads to @elements and verifies every value; what stands
 * together is verified by the caller, because a composite symbol is two messages.
 * Errors: MADAF_GS1_ERROR_FORM, MADAF_GS1_ERROR_VALUE; a link also MADAF_GS1_ERROR_COMBINATION. */

/* Element strings one after the other, with FNC1 as U+001D or "^" behind each of variable length; without the FNC1 in
 * front (GS1 General Specifications 7.8). */
gboolean madaf_gs1_read_element_string (const char *message, GPtrArray *elements, GError **error);

/* "(01)…(10)…", for people; a bracket in a value is written "\(". */
gboolean madaf_gs1_read_bracketed (const char *message, GPtrArray *elements, GError **error);

/* An uncompressed GS1 Digital Link URI (GS1 Digital Link Standard: URI Syntax); read, never opened. */
gboolean madaf_gs1_read_link (const char *uri, GPtrArray *elements, GError **error);

/* Whether @text begins as a Digital Link URI must: https:// or http://, all in one case. */
gboolean madaf_gs1_looks_like_link (const char *text);

G_END_DECLS
