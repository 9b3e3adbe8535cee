/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/qr/charset.h"

/* Guesses a character set. */

/* Letters that stand alone between ASCII are accented ones of a European language, read wrongly. */
#define MIN_WORD 2

static gboolean
is_japanese (gunichar c)
{
  return (c >= 0x3000 && c < 0xa000) || (c >= 0xff00 && c < 0xfff0);
}

static gboolean
has_japanese_word (const char *text)
{
  int run = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      run = is_japanese (g_utf8_get_char (p)) ? run + 1 : 0;
      if (run >= MIN_WORD)
        return TRUE;
    }
  return FALSE;
}

char *
madaf_charset_to_utf8 (const char *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *japanese = NULL;

  for (gsize i = 0; i < length; i++)
    if (bytes[i] != '\0')
      g_string_append_c (text, bytes[i]);
  if (g_utf8_validate_len (text->str, text->len, NULL))
    return g_strdup (text->str);
  japanese = g_convert (text->str, (gssize)text->len, "UTF-8", "SHIFT_JIS", NULL, NULL, NULL);
  if (japanese != NULL && has_japanese_word (japanese))
    return g_steal_pointer (&japanese);
  return g_convert (text->str, (gssize)text->len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}
