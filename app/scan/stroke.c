/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/stroke.h"

/* What a key says when a scanner presses it. */

#define KEYCODE_F1  67
#define KEYCODE_F11 95
#define KEYCODE_F13 191

static gunichar
function_key (guint keycode)
{
  if (keycode >= KEYCODE_F1 && keycode < KEYCODE_F1 + 10)
    return MADAF_STROKE_F (keycode - KEYCODE_F1 + 1);
  if (keycode >= KEYCODE_F11 && keycode < KEYCODE_F11 + 2)
    return MADAF_STROKE_F (keycode - KEYCODE_F11 + 11);
  if (keycode >= KEYCODE_F13 && keycode < KEYCODE_F13 + 12)
    return MADAF_STROKE_F (keycode - KEYCODE_F13 + 13);
  return 0;
}

gunichar
madaf_stroke_printable (guint32 unicode)
{
  return g_unichar_validate (unicode) && g_unichar_isprint (unicode) ? unicode : 0;
}

/* Control takes the upper bits from the characters from "@" to "_"; with Shift only where the character needs it. */
static gunichar
control_character (gunichar c, gboolean shift)
{
  if (g_unichar_isalpha (c) && shift)
    return 0;
  c = c < 0x80 ? (gunichar)g_ascii_toupper ((char)c) : 0;
  return c > '@' && c <= '_' ? c - '@' : 0;
}

gunichar
madaf_stroke_of (MadafScannerLayout *layout, const MadafWedgeKey *key, gboolean third)
{
  gunichar c = madaf_scanner_layout_character (layout, key->keycode, key->shift, third);

  if (third && c != 0)
    return c;
  if (c == 0)
    c = key->unicode == '\n' || key->unicode == '\r' ? '\r'
        : key->unicode == '\t'                       ? '\t'
                                                     : madaf_stroke_printable (key->unicode);
  if (key->control && !key->alt && !key->super)
    return control_character (c, key->shift);
  if (key->control || key->alt || key->super)
    return 0;
  return c != 0 ? c : function_key (key->keycode);
}
