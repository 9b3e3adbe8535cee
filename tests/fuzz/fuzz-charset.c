/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdint.h>
#include <string.h>

#include "scan/code.h"
#include "scan/qr/charset.h"

/* Bytes out of a QR code, of any character set or none: they become a text, and a code of it. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = madaf_charset_to_utf8 ((const char *)data, size);
  g_autoptr (MadafCode) code = NULL;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  code = madaf_code_new (MADAF_SYMBOLOGY_QR, text, size % 2 == 0, NULL, 1);
  if (code == NULL)
    return 0;
  g_assert_true (g_utf8_validate (madaf_code_get_text (code), -1, NULL));
  for (const char *p = madaf_code_get_text (code); *p != '\0'; p = g_utf8_next_char (p))
    g_assert_true (*p == '\x1d' || !g_unichar_iscntrl (g_utf8_get_char (p)));
  return 0;
}
