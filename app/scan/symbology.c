/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/symbology.h"

/* What the symbologies are called. */
static const struct
{
  const char *name;
  const char *identifier;
  const char *gs1_identifier;
} symbologies[] = {
  [MADAF_SYMBOLOGY_UNKNOWN] = { "UNKNOWN", "", "" },
  [MADAF_SYMBOLOGY_EAN_13] = { "EAN-13", "]E0", "]E0" },
  [MADAF_SYMBOLOGY_EAN_8] = { "EAN-8", "]E4", "]E4" },
  [MADAF_SYMBOLOGY_UPC_A] = { "UPC-A", "]E0", "]E0" },
  [MADAF_SYMBOLOGY_UPC_E] = { "UPC-E", "]E0", "]E0" },
  [MADAF_SYMBOLOGY_CODE_128] = { "CODE-128", "]C0", "]C1" },
  [MADAF_SYMBOLOGY_DATABAR] = { "DATABAR", "]e0", "]e0" },
  [MADAF_SYMBOLOGY_DATABAR_LIMITED] = { "DATABAR-LTD", "]e0", "]e0" },
  [MADAF_SYMBOLOGY_DATABAR_EXPANDED] = { "DATABAR-EXP", "]e0", "]e0" },
  [MADAF_SYMBOLOGY_QR] = { "QR", "]Q1", "]Q3" },
  [MADAF_SYMBOLOGY_DATA_MATRIX] = { "DATAMATRIX", "]d1", "]d2" },
  [MADAF_SYMBOLOGY_ITF] = { "ITF", "]I0", "]I0" },
  [MADAF_SYMBOLOGY_CODABAR] = { "CODABAR", "]F0", "]F0" },
  [MADAF_SYMBOLOGY_CODE_39] = { "CODE-39", "]A0", "]A0" },
};

const char *
madaf_symbology_name (MadafSymbology symbology)
{
  g_return_val_if_fail (symbology < G_N_ELEMENTS (symbologies), NULL);
  return symbologies[symbology].name;
}

const char *
madaf_symbology_identifier (MadafCode *code)
{
  MadafSymbology symbology = madaf_code_get_symbology (code);

  g_return_val_if_fail (symbology < G_N_ELEMENTS (symbologies), NULL);
  if (madaf_code_get_addon (code) != NULL)
    return "]E3";
  /* Its check digit was looked at. */
  if (symbology == MADAF_SYMBOLOGY_ITF && madaf_code_get_gtin (code) != NULL)
    return "]I1";
  return madaf_code_is_gs1 (code) ? symbologies[symbology].gs1_identifier : symbologies[symbology].identifier;
}
