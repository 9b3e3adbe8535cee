/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

#include <string.h>

/* ISO/IEC 16022, table 2: what the codewords of ASCII encodation mean, those that are no character. */
enum
{
  PAD = 129,
  DIGITS_FIRST = 130,
  DIGITS_LAST = 229,
  LATCH_C40 = 230,
  LATCH_BASE_256 = 231,
  FNC1 = 232,
  STRUCTURED_APPEND = 233,
  READER_PROGRAMMING = 234,
  UPPER_SHIFT = 235,
  MACRO_05 = 236,
  MACRO_06 = 237,
  LATCH_X12 = 238,
  LATCH_TEXT = 239,
  LATCH_EDIFACT = 240,
  ECI = 241,
  UNLATCH = 254, /* of C40, Text and X12 */
};

#define GROUP_SEPARATOR '\x1d'

typedef enum
{
  TRIPLETS_C40,
  TRIPLETS_TEXT,
  TRIPLETS_X12,
} Triplets;

typedef struct
{
  const guint8 *codewords;
  int count;
  int at;
  GByteArray *bytes; /* (owned): since the last ECI, of its character set */
  GString *text;     /* (owned) */
  const char *charset;
  int characters; /* of the message so far */
  gboolean is_gs1;
  gboolean is_macro;
  gboolean is_upper; /* the next character has 128 added */
  gboolean is_wrong;
} Reader;

static int
next (Reader *self)
{
  return self->codewords[self->at++];
}

static int
remaining (Reader *self)
{
  return self->count - self->at;
}

static void
append (Reader *self, int value)
{
  guint8 byte = value + (self->is_upper ? 128 : 0);

  self->is_wrong |= self->is_upper && value > 127;
  self->is_upper = FALSE;
  self->characters++;
  g_byte_array_append (self->bytes, &byte, 1);
}

/* AIM ECI assignments (ITS/04-023) that iconv knows; NULL otherwise. */
static const char *
charset_of_eci (int eci)
{
  static const char *const charsets[] = {
    [1] = "ISO-8859-1",    [3] = "ISO-8859-1",   [4] = "ISO-8859-2",    [5] = "ISO-8859-3",    [6] = "ISO-8859-4",
    [7] = "ISO-8859-5",    [8] = "ISO-8859-6",   [9] = "ISO-8859-7",    [10] = "ISO-8859-8",   [11] = "ISO-8859-9",
    [12] = "ISO-8859-10",  [13] = "ISO-8859-11", [15] = "ISO-8859-13",  [16] = "ISO-8859-14",  [17] = "ISO-8859-15",
    [18] = "ISO-8859-16",  [20] = "SHIFT_JIS",   [21] = "WINDOWS-1250", [22] = "WINDOWS-1251", [23] = "WINDOWS-1252",
    [24] = "WINDOWS-1256", [25] = "UTF-16BE",    [26] = "UTF-8",        [27] = "US-ASCII",     [28] = "BIG5",
    [29] = "GB18030",      [30] = "EUC-KR",      [32] = "GB18030",      [33] = "UTF-16LE",     [34] = "UTF-32BE",
    [35] = "UTF-32LE",     [170] = "US-ASCII",
  };

  return eci >= 0 && eci < (int)G_N_ELEMENTS (charsets) ? charsets[eci] : NULL;
}

/* Puts the bytes read so far behind the text. */
static void
flush (Reader *self)
{
  g_autofree char *converted = NULL;
  gsize length = 0;

  if (self->bytes->len == 0)
    return;
  if (g_str_equal (self->charset, "UTF-8") && g_utf8_validate_len ((char *)self->bytes->data, self->bytes->len, NULL))
    g_string_append_len (self->text, (char *)self->bytes->data, self->bytes->len);
  else
    {
      converted = g_convert ((char *)self->bytes->data, self->bytes->len, "UTF-8", self->charset, NULL, &length, NULL);
      if (converted != NULL)
        g_string_append_len (self->text, converted, length);
      self->is_wrong |= converted == NULL;
    }
  g_byte_array_set_size (self->bytes, 0);
}

/* 5.4.1: the designator in one, two or three codewords. */
static void
read_eci (Reader *self)
{
  int first = remaining (self) > 0 ? next (self) : 0;
  int more = first < 128 ? 0 : first < 192 ? 1 : 2;
  int eci = first - 1;

  if (first == 0 || first > 207 || remaining (self) < more)
    {
      self->is_wrong = TRUE;
      return;
    }
  if (more == 1)
    eci = (first - 128) * 254 + (next (self) - 1) + 127;
  if (more == 2)
    {
      eci = (first - 192) * 64516 + (next (self) - 1) * 254 + 16383;
      eci += next (self) - 1;
    }
  flush (self);
  self->charset = charset_of_eci (eci);
  if (self->charset == NULL)
    {
      self->is_wrong = TRUE;
      self->charset = "ISO-8859-1";
    }
}

/* 5.2.4.6: FNC1 alone says what the message is; further in, or after one letter or two digits, it separates. */
static void
read_fnc1 (Reader *self)
{
  if (self->characters == 0)
    self->is_gs1 = TRUE;
  else
    append (self, GROUP_SEPARATOR);
}

/* 5.2.4.7: the frame of ISO/IEC 15434 around the message, in one codeword. */
static void
read_macro (Reader *self, int codeword)
{
  const char *header = codeword == MACRO_05 ? "[)>\x1e"
                                              "05"
                                              "\x1d"
                                            : "[)>\x1e"
                                              "06"
                                              "\x1d";

  if (self->characters > 0)
    {
      self->is_wrong = TRUE;
      return;
    }
  self->is_macro = TRUE;
  for (const char *c = header; *c != '\0'; c++)
    append (self, *c);
}

/* 5.2.5: a codeword's worth of bits in two of them hold three values of 0 … 39. */
static gboolean
next_triplet (Reader *self, int *values)
{
  int pair;

  if (remaining (self) < 2)
    return FALSE;
  if (self->codewords[self->at] == UNLATCH)
    {
      self->at++;
      return FALSE;
    }
  pair = next (self) * 256;
  pair += next (self) - 1;
  values[0] = pair / 1600;
  values[1] = pair / 40 % 40;
  values[2] = pair % 40;
  self->is_wrong |= pair < 0 || pair >= 64000;
  return !self->is_wrong;
}

/* Set 0 of C40 and Text: space, digits, letters; the letters are small in Text. */
static int
basic_character (int value, Triplets kind)
{
  if (value == 3)
    return ' ';
  if (value < 14)
    return '0' + value - 4;
  return (kind == TRIPLETS_TEXT ? 'a' : 'A') + value - 14;
}

static void
read_shifted (Reader *self, int shift, int value, Triplets kind)
{
  static const char shift_2[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_";
  static const char text_shift_3[] = "`ABCDEFGHIJKLMNOPQRSTUVWXYZ{|}~\x7f";

  if (shift == 1 && value < 32)
    append (self, value);
  else if (shift == 2 && value < 27)
    append (self, shift_2[value]);
  else if (shift == 2 && value == 27)
    read_fnc1 (self);
  else if (shift == 2 && value == 30)
    self->is_upper = TRUE;
  else if (shift == 3 && value < 32)
    append (self, kind == TRIPLETS_TEXT ? text_shift_3[value] : 96 + value);
  else
    self->is_wrong = TRUE;
}

/* 5.2.5 and 5.2.6. At the end of the symbol a single codeword left over is ASCII again. */
static void
read_c40_or_text (Reader *self, Triplets kind)
{
  int values[3];
  int shift = 0;

  while (!self->is_wrong && next_triplet (self, values))
    for (int i = 0; i < 3; i++)
      {
        if (shift != 0)
          {
            read_shifted (self, shift, values[i], kind);
            shift = 0;
          }
        else if (values[i] < 3)
          shift = values[i] + 1;
        else
          append (self, basic_character (values[i], kind));
      }
}

/* 5.2.7. */
static void
read_x12 (Reader *self)
{
  static const char specials[] = "\r*> ";
  int values[3];

  while (!self->is_wrong && next_triplet (self, values))
    for (int i = 0; i < 3; i++)
      append (self, values[i] < 4 ? specials[values[i]] : basic_character (values[i], TRIPLETS_X12));
}

/* 5.2.8: four characters of six bits in three codewords; two codewords or fewer at the end are ASCII. */
static void
read_edifact (Reader *self)
{
  while (remaining (self) > 2)
    {
      guint32 bits = next (self);

      for (int i = 0; i < 4; i++)
        {
          int value;

          /* Codewords are taken as their bits come up, so that the unlatch leaves those behind it. */
          if (i == 1 || i == 2)
            bits = bits << 8 | next (self);
          value = (i == 0 ? bits >> 2 : i == 1 ? bits >> 4 : i == 2 ? bits >> 6 : bits) & 63;
          if (value == 31)
            return;
          append (self, value & 32 ? value : value | 64);
        }
    }
}

/* Annex B.2: the 255-state randomising algorithm. @at counts from 0. */
static int
unrandomise (int codeword, int at)
{
  return (codeword + 256 - ((149 * (at + 1)) % 255 + 1)) % 256;
}

/* 5.2.9. */
static void
read_base_256 (Reader *self)
{
  int length = 0;

  if (remaining (self) > 0)
    {
      int at = self->at;

      length = unrandomise (next (self), at);
    }
  if (length == 0)
    length = remaining (self);
  else if (length >= 250 && remaining (self) > 0)
    {
      int at = self->at;

      length = 250 * (length - 249) + unrandomise (next (self), at);
    }
  if (length > remaining (self))
    {
      self->is_wrong = TRUE;
      return;
    }
  for (int i = 0; i < length; i++)
    {
      int at = self->at;

      append (self, unrandomise (next (self), at));
    }
}

/* Two digits, or what is no character. */
static void
read_function (Reader *self, int codeword)
{
  if (codeword >= DIGITS_FIRST && codeword <= DIGITS_LAST)
    {
      append (self, '0' + (codeword - DIGITS_FIRST) / 10);
      append (self, '0' + (codeword - DIGITS_FIRST) % 10);
    }
  else if (codeword == LATCH_C40 || codeword == LATCH_TEXT)
    read_c40_or_text (self, codeword == LATCH_C40 ? TRIPLETS_C40 : TRIPLETS_TEXT);
  else if (codeword == LATCH_X12)
    read_x12 (self);
  else if (codeword == LATCH_EDIFACT)
    read_edifact (self);
  else if (codeword == LATCH_BASE_256)
    read_base_256 (self);
  else if (codeword == FNC1)
    read_fnc1 (self);
  else if (codeword == UPPER_SHIFT)
    self->is_upper = TRUE;
  else if (codeword == MACRO_05 || codeword == MACRO_06)
    read_macro (self, codeword);
  else if (codeword == ECI)
    read_eci (self);
  else if (codeword == STRUCTURED_APPEND && self->at == 1 && remaining (self) >= 3)
    self->at += 3;
  else if (codeword != READER_PROGRAMMING || self->at != 1)
    self->is_wrong = TRUE;
}

/* 5.2.4. */
static void
read_ascii (Reader *self)
{
  while (remaining (self) > 0 && !self->is_wrong)
    {
      int codeword = next (self);

      if (codeword == PAD)
        return;
      if (codeword >= 1 && codeword <= 128)
        append (self, codeword - 1);
      else
        read_function (self, codeword);
    }
}

char *
madaf_data_matrix_text_decode (const guint8 *codewords, int n_codewords, gsize *length, gboolean *is_gs1)
{
  Reader self = { .codewords = codewords, .count = n_codewords, .charset = "ISO-8859-1" };

  self.bytes = g_byte_array_new ();
  self.text = g_string_new (NULL);
  read_ascii (&self);
  if (self.is_macro)
    g_byte_array_append (self.bytes, (const guint8 *)"\x1e\x04", 2);
  flush (&self);
  g_byte_array_unref (self.bytes);
  *length = self.text->len;
  *is_gs1 = self.is_gs1;
  if (self.characters == 0)
    self.is_wrong = TRUE;
  return g_string_free (self.text, self.is_wrong);
}
