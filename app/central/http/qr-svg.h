/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text as a QR code (ISO/IEC 18004, level M) in an inline SVG element with its quiet zone. FALSE, and nothing
 * appended, when it does not fit into one. */
gboolean madaf_qr_svg_append (GString *html, const char *text);

G_END_DECLS
