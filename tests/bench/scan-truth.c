/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-truth.h"

#include <string.h>

#include "model/gtin.h"
#include "scan/symbology.h"
#include "scan/upc-e.h"

/* Compares what was read with what was expected, across the ways to write the same. */

static gboolean
is_one_of (MadafCode *code, MadafSymbology first, MadafSymbology last)
{
  return madaf_code_get_symbology (code) >= first && madaf_code_get_symbology (code) <= last;
}

/* What an add-on of two or five digits follows. */
static gsize
length_without_addon (const char *digits)
{
  gsize length = strlen (digits);

  return length == 14 || length == 17 ? 12 : length == 15 || length == 18 ? 13 : length;
}

static gboolean
is_ean (const char *symbology, const char *expected, MadafCode *code)
{
  g_autofree char *digits = g_strndup (expected, length_without_addon (expected));
  g_autofree char *upc_a = strcmp (symbology, "UPC-E") == 0 ? madaf_upc_e_expand (digits) : NULL;
  g_autofree char *gtin = madaf_gtin_normalise (upc_a != NULL ? upc_a : digits, NULL);

  return is_one_of (code, MADAF_SYMBOLOGY_EAN_13, MADAF_SYMBOLOGY_UPC_E)
         && g_strcmp0 (gtin != NULL ? gtin : digits, madaf_code_get_gtin (code)) == 0;
}

static gboolean
same_elements (MadafGs1 *one, MadafGs1 *other)
{
  g_autofree char *a = madaf_gs1_to_element_string (one);
  g_autofree char *b = madaf_gs1_to_element_string (other);

  return strcmp (a, b) == 0;
}

/* Without all that is only there to tell elements from each other: for labels that break a rule of GS1's. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (strchr ("()\x1d", *p) == NULL)
      g_string_append_c (flat, *p);
  return g_string_free (flat, FALSE);
}

static gboolean
is_message (const char *expected, MadafCode *code)
{
  g_autofree char *with_ai = strlen (expected) == 14 ? g_strconcat ("01", expected, NULL) : g_strdup (expected);
  g_autoptr (MadafGs1) gs1
      = *expected == '(' ? madaf_gs1_parse_bracketed (expected, NULL) : madaf_gs1_parse_message (with_ai, NULL);
  g_autofree char *a = flatten (with_ai);
  g_autofree char *b = flatten (madaf_code_get_text (code));

  if (gs1 != NULL && madaf_code_get_gs1 (code) != NULL)
    return same_elements (gs1, madaf_code_get_gs1 (code));
  return strcmp (a, b) == 0 || strcmp (a + 2, b) == 0;
}

gboolean
madaf_truth_matches (const char *symbology, const char *expected, MadafCode *code)
{
  if (g_str_has_prefix (symbology, "EAN") || g_str_has_prefix (symbology, "UPC"))
    return is_ean (symbology, expected, code);
  if (g_str_has_prefix (symbology, "DATABAR"))
    return g_str_has_prefix (madaf_symbology_name (madaf_code_get_symbology (code)), "DATABAR")
           && is_message (expected, code);
  return strcmp (symbology, madaf_symbology_name (madaf_code_get_symbology (code))) == 0
         && strcmp (expected, madaf_code_get_raw (code)) == 0;
}

static const struct
{
  const char *set;
  const char *file;
  const char *addon;
} addons[] = {
  { "cpp-upca-extension-1", "18.png", "00" },
  { "cpp-upca-extension-1", "9.png", "19868" },
  { "ean13-1", "33.png", "90000" },
  { "quagga-ean_extended", "image-001.png", "01" },
  { "quagga-ean_extended", "image-002.png", "01" },
  { "quagga-ean_extended", "image-005.png", "12" },
  { "quagga-ean_extended", "image-006.png", "01" },
  { "upca-1", "10.png", "02601" },
  { "upca-1", "11.png", "02601" },
  { "upca-1", "19.png", "00" },
  { "upce-2", "09.png", "01" },
  { "upce-2", "10.png", "01" },
  { "upce-3", "01.png", "01" },
  { "upce-3", "02.png", "01" },
  { "upce-3", "03.png", "01" },
  { "upce-3", "04.png", "01" },
  { "upce-3", "05.png", "01" },
  { "upce-3", "07.png", "01" },
  { "upce-3", "08.png", "01" },
  { "upce-3", "10.png", "01" },
  { "upcean-extension-1", "2.png", "52495" },
};

const char *
madaf_truth_addon (const char *set, const char *file)
{
  for (guint i = 0; i < G_N_ELEMENTS (addons); i++)
    if (strcmp (addons[i].set, set) == 0 && strcmp (addons[i].file, file) == 0)
      return addons[i].addon;
  return NULL;
}

static const struct
{
  const char *set;
  const char *file;
  const char *symbology;
  const char *text;
} also[] = {
  { "neg-codabar-1", "01.png", "CODABAR", "1234567890" },
  { "neg-codabar-1", "02.png", "CODABAR", "1234567890" },
  { "neg-codabar-1", "09.png", "CODABAR", "12345" },
  { "neg-codabar-1", "15.png", "CODABAR", "123456789012" },
  { "neg-code39-1", "2.png", "CODE-39", "WWW.CITRONSOFT.COM" },
  { "neg-code39-1", "3.png", "CODE-39", "MOROVIA" },
  { "neg-code39-1", "4.png", "CODE-39", "ABC123" },
};

const char *
madaf_truth_also (const char *set, const char *file, const char **symbology)
{
  for (guint i = 0; i < G_N_ELEMENTS (also); i++)
    if (strcmp (also[i].set, set) == 0 && strcmp (also[i].file, file) == 0)
      {
        *symbology = also[i].symbology;
        return also[i].text;
      }
  return NULL;
}
