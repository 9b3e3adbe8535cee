/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/store-item.h"

#include "model/gtin.h"

#include <string.h>

/* Restricted circulation numbers: the price or weight of a thing inside its number. */

gboolean
madaf_store_item_pattern_is_valid (const char *pattern)
{
  gsize length = strlen (pattern);

  return (length == 12 || length == 13) && pattern[0] == '2' && strspn (pattern, "0123456789IPWVX") == length - 1
         && pattern[length - 1] == 'C' && strchr (pattern, 'I') != NULL;
}

static gboolean
fits (const char *pattern, const char *gtin)
{
  gsize zeros = 14 - strlen (pattern);

  if (strspn (gtin, "0") < zeros)
    return FALSE;
  for (gsize i = 0; pattern[i] != '\0'; i++)
    if (g_ascii_isdigit (pattern[i]) && pattern[i] != gtin[zeros + i])
      return FALSE;
  return TRUE;
}

/* The number that the digits under @letter make; -1: the pattern has none of them. */
static gint64
number_under (const char *pattern, const char *gtin, char letter)
{
  gsize zeros = 14 - strlen (pattern);
  gint64 number = -1;

  for (gsize i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == letter)
      number = MAX (number, 0) * 10 + (gtin[zeros + i] - '0');
  return number;
}

static void
read_item (const char *pattern, const char *gtin, MadafStoreItem *item)
{
  gsize zeros = 14 - strlen (pattern);
  gsize n_item = 0;

  memcpy (item->gtin, gtin, 15);
  for (gsize i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'I')
      item->item[n_item++] = gtin[zeros + i];
    else if (!g_ascii_isdigit (pattern[i]))
      item->gtin[zeros + i] = '0';
  item->item[n_item] = '\0';
  item->gtin[13] = (char)('0' + madaf_gtin_check_digit (item->gtin, 13));
  item->price = number_under (pattern, gtin, 'P');
  item->weight = (int)number_under (pattern, gtin, 'W');
}

gboolean
madaf_store_item_read (const char *const *patterns, const char *gtin, MadafStoreItem *item)
{
  if (strlen (gtin) != 14)
    return FALSE;
  for (; patterns != NULL && *patterns != NULL; patterns++)
    if (madaf_store_item_pattern_is_valid (*patterns) && fits (*patterns, gtin))
      {
        read_item (*patterns, gtin, item);
        return TRUE;
      }
  return FALSE;
}
