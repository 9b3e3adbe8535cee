/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/upc-e.h"

#include "model/gtin.h"

#include <string.h>

/* UPC-E: a UPC-A whose zeros are left out; the sixth digit says which (GS1 General Specifications 5.2.2.4.2). */

char *
madaf_upc_e_expand (const char *digits)
{
  const char *d = digits + 1;
  g_autofree char *upc_a = NULL;
  g_autofree char *gtin = NULL;

  if (strlen (digits) != 8 || strspn (digits, "0123456789") != 8 || digits[0] > '1')
    return NULL;
  if (d[5] <= '2')
    upc_a = g_strdup_printf ("%c%c%c%c0000%c%c%c%c", digits[0], d[0], d[1], d[5], d[2], d[3], d[4], d[6]);
  else if (d[5] == '3')
    upc_a = g_strdup_printf ("%c%c%c%c00000%c%c%c", digits[0], d[0], d[1], d[2], d[3], d[4], d[6]);
  else if (d[5] == '4')
    upc_a = g_strdup_printf ("%c%c%c%c%c00000%c%c", digits[0], d[0], d[1], d[2], d[3], d[4], d[6]);
  else
    upc_a = g_strdup_printf ("%c%c%c%c%c%c0000%c%c", digits[0], d[0], d[1], d[2], d[3], d[4], d[5], d[6]);

  gtin = madaf_gtin_normalise (upc_a, NULL);
  return gtin != NULL ? g_steal_pointer (&upc_a) : NULL;
}
