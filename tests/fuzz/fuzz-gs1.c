/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/gs1.h"
#include "scan/gs1/salvage.h"
#include "scan/gs1/store-item.h"

#include <stdint.h>
#include <string.h>

/* GS1 texts of any kind. What is read must be right: written as an element string it says the same again. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

typedef MadafGs1 *(*Parser) (const char *text, GError **error);

static const Parser parsers[] = {
  madaf_gs1_parse_element_string, madaf_gs1_parse_message,   madaf_gs1_parse_bracketed,
  madaf_gs1_parse_digital_link,   madaf_gs1_parse_scan_data,
};

static void
check_same (MadafGs1 *gs1, MadafGs1 *again)
{
  g_assert_cmpuint (madaf_gs1_get_n_elements (gs1), ==, madaf_gs1_get_n_elements (again));
  for (guint i = 0; i < madaf_gs1_get_n_elements (gs1); i++)
    {
      const char *ai, *value, *ai_again, *value_again;

      madaf_gs1_get_element (gs1, i, &ai, &value);
      madaf_gs1_get_element (again, i, &ai_again, &value_again);
      g_assert_cmpstr (ai, ==, ai_again);
      g_assert_cmpstr (value, ==, value_again);
    }
}

static void
check_meaning (MadafGs1 *gs1)
{
  const char *gtin = madaf_gs1_get_gtin (gs1);
  MadafGs1Measure measure;
  MadafGs1Date date;
  MadafMoney price;

  g_assert_true (gtin == NULL || strlen (gtin) == 14);
  if (madaf_gs1_get_date (gs1, "17", 2026, &date))
    g_assert_true (date.year >= 1977 && date.year <= 2076 && date.day >= 1 && date.day <= 31);
  if (madaf_gs1_get_measure (gs1, "310", &measure))
    g_assert_true (measure.value >= 0 && measure.value <= 999999 && measure.decimals <= 5);
  if (madaf_gs1_get_price (gs1, "ILS", &price))
    g_assert_true (price.minor >= 0);
}

static void
feed_parser (Parser parse, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafGs1) gs1 = parse (text, &error);
  g_autoptr (MadafGs1) again = NULL;
  g_autofree char *written = NULL;

  if (gs1 == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  g_assert_no_error (error);
  check_meaning (gs1);
  written = madaf_gs1_to_element_string (gs1);
  again = madaf_gs1_parse_element_string (written, &error);
  g_assert_no_error (error);
  check_same (gs1, again);
}

static void
feed_salvage (const char *text, gboolean is_gs1)
{
  static const char *const patterns[] = { "20IIIIIWWWWWC", "2IIIIIIPPPPC", NULL };
  g_autofree char *gtin = madaf_gtin_salvage (text, is_gs1);
  MadafStoreItem item;

  if (gtin == NULL)
    return;
  g_assert_cmpuint (strlen (gtin), ==, 14);
  if (madaf_store_item_read (patterns, gtin, &item))
    g_assert_cmpuint (strlen (item.gtin), ==, 14);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);

  for (guint i = 0; i < G_N_ELEMENTS (parsers); i++)
    feed_parser (parsers[i], text);
  feed_salvage (text, TRUE);
  feed_salvage (text, FALSE);
  return 0;
}
