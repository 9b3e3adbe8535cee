/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/scan-data.h"

#include "model/gtin.h"
#include "scan/gs1/error.h"
#include "scan/gs1/message.h"

#include <string.h>

/* Symbology identifiers: what a reader says in front of the text about where it read it. */

typedef enum
{
  ELEMENTS, /* FNC1 was in first position */
  PLAIN,    /* no FNC1; a Digital Link URI all the same, perhaps */
  EAN_13,   /* and UPC-A and UPC-E, as 13 digits */
  EAN_8,
} Content;

static const struct
{
  char identifier[4];
  Content content;
} symbologies[] = {
  { "]C1", ELEMENTS },                                           /* GS1-128 */
  { "]E0", EAN_13 },   { "]E4", EAN_8 },    { "]e0", ELEMENTS }, /* DataBar, and the composite component */
  { "]d1", PLAIN },    { "]d2", ELEMENTS },                      /* DataMatrix */
  { "]Q1", PLAIN },    { "]Q3", ELEMENTS },                      /* QR */
  { "]J0", PLAIN },    { "]J1", ELEMENTS },                      /* DotCode */
};

/* What stands between an EAN or UPC symbol and the composite component above it. */
#define COMPOSITE "|]e0"

static gboolean
read_elements (const char *message, GPtrArray *elements, GError **error)
{
  if (strchr (message, '^') != NULL)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Scan data contains illegal ^ character");
  return madaf_gs1_read_element_string (message, elements, error);
}

static gboolean
read_plain (const char *message, GPtrArray *elements, GError **error)
{
  if (madaf_gs1_looks_like_link (message))
    return madaf_gs1_read_link (message, elements, error);
  return madaf_gs1_fail (error, MADAF_GS1_ERROR_PLAIN, "The symbol holds no GS1 message");
}

static gboolean
read_item_number (const char *message, gsize length, GPtrArray *elements, char **gtin, GError **error)
{
  const char *behind = message + length;
  g_autofree char *digits = NULL;
  g_autoptr (GError) wrong = NULL;
  gboolean has_composite;

  if (strlen (message) < length)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Primary scan data is too short");
  has_composite = g_str_has_prefix (behind, COMPOSITE);
  if (*behind != '\0' && !has_composite)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Primary message is too long");
  digits = g_strndup (message, length);
  *gtin = madaf_gtin_normalise (digits, &wrong);
  if (*gtin == NULL)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_VALUE,
                           g_error_matches (wrong, MADAF_GTIN_ERROR, MADAF_GTIN_ERROR_CHECK_DIGIT)
                               ? "Primary message check digit is incorrect"
                               : "Primary message may only contain digits");
  if (has_composite)
    return read_elements (behind + strlen (COMPOSITE), elements, error);
  return madaf_gs1_elements_add (elements, madaf_gs1_ai_find ("01", 2), *gtin, 14, error) != NULL;
}

gboolean
madaf_gs1_read_scan_data (const char *text, GPtrArray *elements, char **gtin, GError **error)
{
  guint i = 0;

  *gtin = NULL;
  if (*text != ']' || strlen (text) < 3)
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Missing symbology identifier");
  while (i < G_N_ELEMENTS (symbologies) && !g_str_has_prefix (text, symbologies[i].identifier))
    i++;
  if (i == G_N_ELEMENTS (symbologies))
    return madaf_gs1_fail (error, MADAF_GS1_ERROR_FORM, "Unsupported symbology identifier");

  text += 3;
  switch (symbologies[i].content)
    {
    case ELEMENTS:
      return read_elements (text, elements, error);
    case EAN_13:
      return read_item_number (text, 13, elements, gtin, error);
    case EAN_8:
      return read_item_number (text, 8, elements, gtin, error);
    default:
      return read_plain (text, elements, error);
    }
}
