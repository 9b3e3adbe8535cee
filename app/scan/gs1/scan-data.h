/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/gs1/element.h"

G_BEGIN_DECLS

/**
 * madaf_gs1_read_scan_data:
 * @text: symbology identifier and message
 * @elements: what is read goes here
 * @gtin: (out) (nullable) (transfer full): the 14 digits of an EAN or UPC symbol
 * @error: MADAF_GS1_ERROR_PLAIN when the symbol holds no GS1 message
 */
gboolean madaf_gs1_read_scan_data (const char *text, GPtrArray *elements, char **gtin, GError **error);

G_END_DECLS
