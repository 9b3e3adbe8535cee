/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "barcode-render.h"

G_BEGIN_DECLS

/* @widths: bars and spaces in turn, in modules, each a digit */
TestPicture *test_render_widths (const char *widths, gboolean begins_dark, int module, int bar_height);
/* A DataBar omnidirectional (ISO/IEC 24724). @number: the first 13 digits of a GTIN-14 */
TestPicture *test_render_databar (gint64 number, int module, int bar_height);
/* A DataBar Expanded. @gtin: the first 13 digits; @text: what follows, of digits and capital letters, FNC1 as "|" */
TestPicture *test_render_databar_expanded (const char *gtin, const char *text, int module, int bar_height);
/* The same in two rows, of @bar_height each. Of the second @text makes 8 characters in all. */
TestPicture *test_render_databar_stacked (gint64 number, int module, int bar_height);
TestPicture *test_render_databar_expanded_stacked (const char *gtin, const char *text, int module, int bar_height);
/* Symbols of narrow elements and wide ones, which are @wide modules. @text: ITF an even number of digits; Codabar with
 * the letters that start and stop it; Code 39 without its stars */
TestPicture *test_render_itf (const char *text, int wide, int module, int bar_height);
TestPicture *test_render_codabar (const char *text, int wide, int module, int bar_height);
TestPicture *test_render_code_39 (const char *text, int wide, int module, int bar_height);

G_END_DECLS
