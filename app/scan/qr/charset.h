/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * madaf_charset_to_utf8:
 *
 * What bytes out of a QR code say, which tell nothing reliable about their character set: UTF-8 if they are that, else
 * Shift-JIS if that makes Japanese words of them, else ISO/IEC 8859-1, which the standard takes for granted.
 *
 * Returns: (transfer full): UTF-8; zero bytes are left out
 */
char *madaf_charset_to_utf8 (const char *bytes, gsize length);

G_END_DECLS
