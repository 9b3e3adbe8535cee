/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/ean/ean-symbol.h"

/* The tables of ISO/IEC 15420: layouts, widths of the digits, and what the choice of sets says. */

static const MadafEanLayout layouts[MADAF_EAN_N_KINDS] = {
  [MADAF_EAN_13] = { 60, 95, 12, 6, 3 },
  [MADAF_EAN_8] = { 44, 67, 8, 4, 3 },
  [MADAF_EAN_UPC_E] = { 34, 51, 6, 6, 6 },
};

#define FIRST_GUARD  3
#define MIDDLE_GUARD 5

static const guint8 set_a[10][4] = {
  { 3, 2, 1, 1 }, { 2, 2, 2, 1 }, { 2, 1, 2, 2 }, { 1, 4, 1, 1 }, { 1, 1, 3, 2 },
  { 1, 2, 3, 1 }, { 1, 1, 1, 4 }, { 1, 3, 1, 2 }, { 1, 2, 1, 3 }, { 3, 1, 1, 2 },
};

static const guint8 parity_of_lead[10] = { 0x00, 0x0b, 0x0d, 0x0e, 0x13, 0x19, 0x1c, 0x15, 0x16, 0x1a };
/* For number system 0; number system 1 has every set exchanged. */
static const guint8 parity_of_check[10] = { 0x38, 0x34, 0x32, 0x31, 0x2c, 0x26, 0x23, 0x2a, 0x29, 0x25 };

const MadafEanLayout *
madaf_ean_layout (MadafEanKind kind)
{
  return &layouts[kind];
}

static int
middle_before (MadafEanKind kind, int digit)
{
  return kind != MADAF_EAN_UPC_E && digit >= layouts[kind].left ? MIDDLE_GUARD : 0;
}

int
madaf_ean_digit_module (MadafEanKind kind, int digit)
{
  return FIRST_GUARD + 7 * digit + middle_before (kind, digit);
}

int
madaf_ean_digit_element (MadafEanKind kind, int digit)
{
  return FIRST_GUARD + 4 * digit + middle_before (kind, digit);
}

void
madaf_ean_digit_widths (int digit, MadafEanSet set, int widths[4])
{
  for (int i = 0; i < 4; i++)
    widths[i] = set_a[digit][set == MADAF_EAN_SET_B ? 3 - i : i];
}

guint
madaf_ean_parity (MadafEanKind kind, int lead, int check)
{
  switch (kind)
    {
    case MADAF_EAN_13:
      return parity_of_lead[lead];
    case MADAF_EAN_UPC_E:
      return lead == 0 ? parity_of_check[check] : ~parity_of_check[check] & 0x3f;
    default:
      return 0;
    }
}

MadafEanSet
madaf_ean_word_set (const MadafEanWord *word, int k)
{
  int left = layouts[word->kind].left;

  if (k >= left)
    return MADAF_EAN_SET_A;
  return (madaf_ean_parity (word->kind, word->lead, word->check) >> (left - 1 - k)) & 1 ? MADAF_EAN_SET_B
                                                                                        : MADAF_EAN_SET_A;
}

void
madaf_ean_word_text (const MadafEanWord *word, char text[MADAF_EAN_TEXT_SIZE])
{
  char *at = text;

  if (word->kind != MADAF_EAN_8)
    *at++ = '0' + word->lead;
  for (int k = 0; k < layouts[word->kind].digits; k++)
    *at++ = '0' + word->digits[k];
  if (word->kind == MADAF_EAN_UPC_E)
    *at++ = '0' + word->check;
  *at = '\0';
}

gboolean
madaf_ean_word_is_article (const MadafEanWord *word)
{
  return !(word->kind == MADAF_EAN_13 && word->lead == 1 && word->digits[0] == 9
           && (word->digits[1] == 1 || word->digits[1] == 2));
}
