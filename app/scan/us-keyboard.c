/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/us-keyboard.h"

#define EVDEV_OFFSET 8

/* The keys of a US keyboard by their number in linux/input-event-codes.h, in runs that are next to each other. */
static const struct
{
  guint first;
  const char *plain;
  const char *shifted;
} runs[] = {
  { 2, "1234567890-=", "!@#$%^&*()_+" },
  { 15, "\tqwertyuiop[]\n", "\tQWERTYUIOP{}\n" },
  { 30, "asdfghjkl;'`", "ASDFGHJKL:\"~" },
  { 43, "\\zxcvbnm,./", "|ZXCVBNM<>?" },
  { 55, "*", "*" },
  { 57, " ", " " },
  { 71, "789-456+1230.", "789-456+1230." },
  { 96, "\n", "\n" },
  { 98, "/", "/" },
};

char
madaf_us_keyboard_character (guint keycode, gboolean shift)
{
  if (keycode < EVDEV_OFFSET)
    return 0;
  keycode -= EVDEV_OFFSET;
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    for (guint k = 0; runs[i].plain[k] != '\0'; k++)
      if (runs[i].first + k == keycode)
        return shift ? runs[i].shifted[k] : runs[i].plain[k];
  return 0;
}

gboolean
madaf_us_keyboard_is_modifier (guint keycode)
{
  static const guint8 modifiers[] = { 29, 42, 54, 56, 58, 69, 97, 100, 125, 126 };

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (keycode == (guint)modifiers[i] + EVDEV_OFFSET)
      return TRUE;
  return FALSE;
}
