/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/general-purpose.h"

#include "scan/gs1/gs1.h"

/* Reads the three ways to write text, and how one gives way to another. */

#define FNC_1 10 /* among digits */

typedef enum
{
  NUMERIC,
  ALPHANUMERIC,
  ISO_646,
  FINISHED,
  BROKEN,
} State;

typedef struct
{
  const MadafBits *bits;
  int at;
  gboolean letters_stay;
  GString *text;
} Reader;

guint
madaf_bits_get (const MadafBits *self, int at, int n)
{
  guint value = 0;

  for (int i = at; i < at + n; i++)
    value = value << 1 | (i < self->n ? self->bits[i] : 0);
  return value;
}

static guint
peek (const Reader *reader, int n)
{
  return madaf_bits_get (reader->bits, reader->at, n);
}

static int
left (const Reader *reader)
{
  return reader->bits->n - reader->at;
}

static void
write_digit (Reader *reader, guint digit)
{
  g_string_append_c (reader->text, digit == FNC_1 ? MADAF_GS1_SEPARATOR : (char)('0' + digit));
}

static State
read_numeric (Reader *reader)
{
  guint pair = peek (reader, 7);

  /* A last digit may stand alone in what is left, and zeros fill up. */
  if (left (reader) < 4)
    return peek (reader, left (reader)) == 0 ? FINISHED : BROKEN;
  if (left (reader) < 7)
    {
      guint digit = peek (reader, 4);

      if (digit > 0)
        write_digit (reader, digit - 1);
      return digit <= 11 ? FINISHED : BROKEN;
    }
  if (peek (reader, 4) == 0)
    {
      reader->at += 4;
      return ALPHANUMERIC;
    }
  if (pair < 8 || pair > 128)
    return BROKEN;
  reader->at += 7;
  write_digit (reader, (pair - 8) / 11);
  write_digit (reader, (pair - 8) % 11);
  return NUMERIC;
}

/* What both ways to write letters have in common. */
static State
read_latch (Reader *reader, State state, gboolean *done)
{
  guint five = peek (reader, 5);

  *done = TRUE;
  /* What is left fills up with the beginning of 00100, over and over. */
  if (left (reader) < 5)
    return peek (reader, left (reader)) == (4u >> (5 - left (reader))) || peek (reader, left (reader)) == 0 ? FINISHED
                                                                                                            : BROKEN;
  if (five >> 2 == 0)
    {
      reader->at += 3;
      return NUMERIC;
    }
  if (five == 4)
    {
      reader->at += 5;
      return state == ALPHANUMERIC ? ISO_646 : ALPHANUMERIC;
    }
  if (five >= 5 && five < 15)
    {
      reader->at += 5;
      write_digit (reader, five - 5);
      return state;
    }
  if (five == 15)
    {
      reader->at += 5;
      write_digit (reader, FNC_1);
      return reader->letters_stay ? state : NUMERIC;
    }
  *done = FALSE;
  return state;
}

static State
write_character (Reader *reader, int bits, char c, State state)
{
  if (left (reader) < bits)
    return BROKEN;
  reader->at += bits;
  g_string_append_c (reader->text, c);
  return state;
}

static State
read_alphanumeric (Reader *reader)
{
  guint six = peek (reader, 6);

  if (six >= 32 && six < 58)
    return write_character (reader, 6, (char)('A' + six - 32), ALPHANUMERIC);
  if (six >= 58 && six < 63)
    return write_character (reader, 6, "*,-./"[six - 58], ALPHANUMERIC);
  return BROKEN;
}

static State
read_iso_646 (Reader *reader)
{
  guint seven = peek (reader, 7);
  guint eight = peek (reader, 8);

  if (seven >= 64 && seven < 90)
    return write_character (reader, 7, (char)('A' + seven - 64), ISO_646);
  if (seven >= 90 && seven < 116)
    return write_character (reader, 7, (char)('a' + seven - 90), ISO_646);
  if (eight >= 232 && eight < 253)
    return write_character (reader, 8, "!\"%&'()*+,-./:;<=>?_ "[eight - 232], ISO_646);
  return BROKEN;
}

static State
read_letters (Reader *reader, State state)
{
  gboolean done;
  State next = read_latch (reader, state, &done);

  if (done)
    return next;
  return state == ALPHANUMERIC ? read_alphanumeric (reader) : read_iso_646 (reader);
}

gboolean
madaf_general_purpose_read (const MadafBits *bits, int at, gboolean letters_stay, GString *text)
{
  Reader reader = { bits, at, letters_stay, text };
  State state = NUMERIC;

  while (state != FINISHED && state != BROKEN)
    state = state == NUMERIC ? read_numeric (&reader) : read_letters (&reader, state);
  /* Where nothing follows, nothing is ended. */
  while (text->len > 0 && text->str[text->len - 1] == MADAF_GS1_SEPARATOR)
    g_string_truncate (text, text->len - 1);
  return state == FINISHED;
}
