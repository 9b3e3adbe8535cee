/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/bars/databar-text.h"

#include "scan/gs1/ai.h"
#include "scan/gs1/gs1.h"

#include <string.h>

/* Encodation methods: frequent combinations of elements have short forms of their own. The first bit says whether a
 * composite component lies above and is not looked at. */

#define GTIN_BITS  40
#define NO_DATE    38400
#define MIN_LENGTH 36

void
madaf_databar_write_gtin (GString *text, gint64 digits)
{
  char first[14];
  int sum = 0;

  g_snprintf (first, sizeof first, "%013" G_GINT64_FORMAT, digits);
  for (int i = 0; i < 13; i++)
    sum += (first[i] - '0') * (i % 2 == 0 ? 3 : 1);
  g_string_append_printf (text, "01%s%d", first, (10 - sum % 10) % 10);
}

/* Twelve digits in four times ten bits, behind the first one. */
static gboolean
read_gtin (const MadafBits *bits, int at, int first, GString *text)
{
  gint64 digits = first;

  for (int i = 0; i < 4; i++)
    {
      guint three = madaf_bits_get (bits, at + 10 * i, 10);

      if (three > 999)
        return FALSE;
      digits = digits * 1000 + three;
    }
  if (first > 9)
    return FALSE;
  madaf_databar_write_gtin (text, digits);
  return TRUE;
}

/* 310y and 320y: the weight without a date, in grams or in hundredths of a pound. */
static gboolean
read_weight (const MadafBits *bits, gboolean in_pounds, GString *text)
{
  guint weight = madaf_bits_get (bits, 5 + GTIN_BITS, 15);

  if (!read_gtin (bits, 5, 9, text) || bits->n < 5 + GTIN_BITS + 15)
    return FALSE;
  if (!in_pounds)
    g_string_append_printf (text, "3103%06u", weight);
  else if (weight < 10000)
    g_string_append_printf (text, "3202%06u", weight);
  else
    g_string_append_printf (text, "3203%06u", weight - 10000);
  return TRUE;
}

/* 392y and 393y: what is to be paid, and what else there is. */
static gboolean
read_price (const MadafBits *bits, gboolean has_currency, gboolean letters_stay, GString *text)
{
  int at = 8 + GTIN_BITS;

  if (!read_gtin (bits, 8, 9, text))
    return FALSE;
  g_string_append_printf (text, has_currency ? "393%u" : "392%u", madaf_bits_get (bits, at, 2));
  at += 2;
  if (has_currency)
    {
      guint currency = madaf_bits_get (bits, at, 10);

      if (currency > 999)
        return FALSE;
      g_string_append_printf (text, "%03u", currency);
      at += 10;
    }
  return madaf_general_purpose_read (bits, at, letters_stay, text);
}

/* The weight and a date of one of four kinds. */
static gboolean
read_weight_and_date (const MadafBits *bits, guint method, GString *text)
{
  static const char *const date_ais[] = { "11", "13", "15", "17" };
  guint weight = madaf_bits_get (bits, 8 + GTIN_BITS, 20);
  guint date = madaf_bits_get (bits, 8 + GTIN_BITS + 20, 16);

  if (!read_gtin (bits, 8, 9, text) || weight > 999999 || date > NO_DATE || bits->n < 8 + GTIN_BITS + 36)
    return FALSE;
  g_string_append_printf (text, "3%u0%u%06u", method % 2 + 1, weight / 100000, weight % 100000);
  if (date < NO_DATE)
    g_string_append_printf (text, "%s%02u%02u%02u", date_ais[method / 2], date / 32 / 12, date / 32 % 12 + 1,
                            date % 32);
  return TRUE;
}

static gboolean
read_message (const MadafBits *bits, gboolean letters_stay, GString *text)
{
  guint method = madaf_bits_get (bits, 1, 7);

  if (bits->n < MIN_LENGTH)
    return FALSE;
  if (method >> 6 == 1)
    return read_gtin (bits, 8, (int)madaf_bits_get (bits, 4, 4), text)
           && madaf_general_purpose_read (bits, 8 + GTIN_BITS, letters_stay, text);
  if (method >> 5 == 0)
    return madaf_general_purpose_read (bits, 5, letters_stay, text);
  if (method >> 3 == 4 || method >> 3 == 5)
    return read_weight (bits, method >> 3 == 5, text);
  if (method >> 2 == 12 || method >> 2 == 13)
    return read_price (bits, method >> 2 == 13, letters_stay, text);
  return method >= 56 && read_weight_and_date (bits, method - 56, text);
}

/* Whether an Application Identifier stands behind each separator: even where a label breaks other rules. */
static gboolean
is_likely (const char *text)
{
  for (const char *p = strchr (text, MADAF_GS1_SEPARATOR); p != NULL; p = strchr (p + 1, MADAF_GS1_SEPARATOR))
    if (madaf_gs1_ai_at_start (p + 1) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
follows_rules (const char *text)
{
  g_autoptr (MadafGs1) gs1 = madaf_gs1_parse_message (text, NULL);

  return gs1 != NULL;
}

gboolean
madaf_databar_expanded_text (const MadafBits *bits, GString *text)
{
  g_autoptr (GString) old = g_string_new (NULL);
  gboolean is_well_formed = read_message (bits, FALSE, text);

  if (is_well_formed && (strchr (text->str, MADAF_GS1_SEPARATOR) == NULL || follows_rules (text->str)))
    return TRUE;
  if (!read_message (bits, TRUE, old))
    return is_well_formed;
  if (!is_well_formed || follows_rules (old->str) || (is_likely (old->str) && !is_likely (text->str)))
    g_string_assign (text, old->str);
  return TRUE;
}
