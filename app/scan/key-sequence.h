/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scan/stroke.h"

G_BEGIN_DECLS

/* The most keys that a scanner may send before or after a code. */
#define MADAF_KEY_SEQUENCE_MAX 8

/**
 * MadafKeySequence:
 *
 * The keys that a scanner is set to send before a code (prefix) or after it (suffix), as strokes.
 */
typedef struct
{
  guint n;
  gunichar strokes[MADAF_KEY_SEQUENCE_MAX];
} MadafKeySequence;

/**
 * madaf_key_sequence_parse:
 * @text: keys with spaces between: Tab, Enter, Escape, Space, F1 to F24, Ctrl+A to Ctrl+Z and Ctrl+[ \ ] ^ _, or a
 *   character; anything else is taken character by character. In any case: "ctrl+b" is the same.
 *
 * Returns: FALSE if there are more than MADAF_KEY_SEQUENCE_MAX keys or a character that is none; @sequence is empty
 * then.
 */
gboolean madaf_key_sequence_parse (const char *text, MadafKeySequence *sequence);

G_END_DECLS
