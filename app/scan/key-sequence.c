/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/key-sequence.h"

#include <string.h>

/* Names of keys, as an administrator writes them in a setting. */

static const struct
{
  const char *name;
  gunichar stroke;
} names[] = {
  { "tab", '\t' }, { "enter", '\r' }, { "return", '\r' }, { "space", ' ' }, { "esc", '\x1b' }, { "escape", '\x1b' },
};

static gunichar
read_function_key (const char *word)
{
  guint64 number;

  if (g_ascii_tolower (*word) == 'f' && g_ascii_string_to_unsigned (word + 1, 10, 1, MADAF_STROKE_MAX_F, &number, NULL))
    return MADAF_STROKE_F ((gunichar)number);
  return 0;
}

/* Control takes the upper bits from the characters from "A" to "_". */
static gunichar
read_control (const char *word)
{
  char letter = word[0] != '\0' ? g_ascii_toupper (word[strlen (word) - 1]) : '\0';

  if (strlen (word) == strlen ("ctrl+") + 1 && g_ascii_strncasecmp (word, "ctrl+", strlen ("ctrl+")) == 0
      && letter >= 'A' && letter <= '_')
    return (gunichar)(letter - '@');
  return 0;
}

/* 0 if it is not the name of a key. */
static gunichar
read_name (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (word, names[i].name) == 0)
      return names[i].stroke;
  return read_function_key (word) | read_control (word);
}

static gboolean
add_stroke (MadafKeySequence *sequence, gunichar stroke)
{
  if (sequence->n == MADAF_KEY_SEQUENCE_MAX)
    return FALSE;
  sequence->strokes[sequence->n++] = stroke;
  return TRUE;
}

static gboolean
add_word (MadafKeySequence *sequence, const char *word)
{
  gunichar stroke = read_name (word);

  if (stroke != 0)
    return add_stroke (sequence, stroke);
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (!g_unichar_isprint (g_utf8_get_char (word)) || !add_stroke (sequence, g_utf8_get_char (word)))
      return FALSE;
  return TRUE;
}

gboolean
madaf_key_sequence_parse (const char *text, MadafKeySequence *sequence)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean right = g_utf8_validate (text, -1, NULL);

  *sequence = (MadafKeySequence){ 0 };
  for (guint i = 0; right && words[i] != NULL; i++)
    right = add_word (sequence, words[i]);
  if (!right)
    *sequence = (MadafKeySequence){ 0 };
  return right;
}
