/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Bars of the EAN/UPC family (ISO/IEC 15420). A UPC-A is an EAN-13 whose first digit is 0. */
typedef enum
{
  MADAF_EAN_13,
  MADAF_EAN_8,
  MADAF_EAN_UPC_E,
} MadafEanKind;

#define MADAF_EAN_N_KINDS 3

/* The most digits that have bars of their own, modules, and edges between black and white. */
#define MADAF_EAN_MAX_DIGITS  12
#define MADAF_EAN_MAX_MODULES 95
#define MADAF_EAN_MAX_EDGES   60

/* The set of bars that a digit is written in. Set C is set A with black and white exchanged. */
typedef enum
{
  MADAF_EAN_SET_A,
  MADAF_EAN_SET_B,
} MadafEanSet;

/* How a symbol is laid out: a guard, digits, a guard in the middle (but not in UPC-E), digits, a guard. */
typedef struct
{
  int edges;
  int modules;
  int digits;
  int left; /* digits before the middle */
  int end;  /* modules, and elements, of the last guard; the first has 3 */
} MadafEanLayout;

const MadafEanLayout *madaf_ean_layout (MadafEanKind kind);

/* The first module of a digit, counted from the first bar; @digit may be one past the last: where the guard begins. */
int madaf_ean_digit_module (MadafEanKind kind, int digit);
/* The same in elements: bars and spaces. */
int madaf_ean_digit_element (MadafEanKind kind, int digit);
/* The widths of a digit's four elements, in modules. */
void madaf_ean_digit_widths (int digit, MadafEanSet set, int widths[4]);

/* What a symbol says. */
typedef struct
{
  MadafEanKind kind;
  guint8 lead;                         /* EAN-13: the first digit; UPC-E: the number system */
  guint8 check;                        /* UPC-E: the check digit, which like the lead has no bars of its own */
  guint8 digits[MADAF_EAN_MAX_DIGITS]; /* those that have bars */
} MadafEanWord;

/* The set that digit @k of @word is written in. */
MadafEanSet madaf_ean_word_set (const MadafEanWord *word, int k);

#define MADAF_EAN_TEXT_SIZE 14

/* Writes all digits: 13, 8, or 8 for UPC-E (number system, six, check digit). */
void madaf_ean_word_text (const MadafEanWord *word, char text[MADAF_EAN_TEXT_SIZE]);

/**
 * madaf_ean_word_is_article:
 *
 * Whether it names something for sale. Books in Japan have a second row below it that begins with 191 or 192, a class
 * and a price, which are prefixes that GS1 gives to nobody.
 */
gboolean madaf_ean_word_is_article (const MadafEanWord *word);

/* The sets of the left half of an EAN-13, or of a UPC-E: bit left - 1 - k is the set of digit k. */
guint madaf_ean_parity (MadafEanKind kind, int lead, int check);

G_END_DECLS
