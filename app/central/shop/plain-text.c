/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/plain-text.h"

#include <string.h>

/* A Hebrew letter has at most a dagesh, a shin dot, a vowel and an accent. */
#define MAX_MARKS             4
#define MAX_FEEDS             2
#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER     0x200d

typedef struct
{
  GString *text;
  gboolean lines;
  int marks;       /* on the letter before */
  int feeds;       /* since the letter before */
  gboolean spaced; /* since the letter before */
} Cleaning;

static gboolean
is_dropped (gunichar letter)
{
  switch (g_unichar_type (letter))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
      return TRUE;
    case G_UNICODE_FORMAT:
      return letter != ZERO_WIDTH_NON_JOINER && letter != ZERO_WIDTH_JOINER;
    default:
      return FALSE;
    }
}

/* Space is written only when something follows it. */
static void
write_space (Cleaning *self)
{
  if (self->text->len > 0 && self->lines && self->feeds > 0)
    g_string_append (self->text, self->feeds >= MAX_FEEDS ? "\n\n" : "\n");
  else if (self->text->len > 0 && (self->spaced || self->feeds > 0))
    g_string_append_c (self->text, ' ');
  self->feeds = 0;
  self->spaced = FALSE;
}

static void
take (Cleaning *self, gunichar letter)
{
  if (letter == '\n' || g_unichar_type (letter) == G_UNICODE_LINE_SEPARATOR
      || g_unichar_type (letter) == G_UNICODE_PARAGRAPH_SEPARATOR)
    self->feeds++;
  else if (g_unichar_isspace (letter))
    self->spaced = TRUE;
  else if (!is_dropped (letter))
    {
      self->marks = g_unichar_ismark (letter) ? self->marks + 1 : 0;
      if (self->marks > MAX_MARKS)
        return;
      write_space (self);
      g_string_append_unichar (self->text, letter);
    }
}

char *
madaf_plain_text_clean (const char *typed, gboolean lines)
{
  Cleaning self = { .text = g_string_new (NULL), .lines = lines };

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    take (&self, g_utf8_get_char (at));
  return g_string_free (self.text, self.text->len == 0);
}
