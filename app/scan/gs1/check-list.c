/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/check.h"

#include <string.h>

/* Codes that stand in a list. */

static gboolean
is_listed (const char *const *list, const char *data, gsize length)
{
  for (; *list != NULL; list++)
    if (strlen (*list) == length && memcmp (*list, data, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_one_of (const char *characters, const char *data, gsize length)
{
  return length == 1 && *data != '\0' && strchr (characters, *data) != NULL;
}

const char *
madaf_gs1_check_iso3166 (const char *data, gsize length)
{
  return is_listed (madaf_gs1_list_iso3166, data, length) ? NULL
                                                          : "A valid ISO 3166 three-digit country code is required.";
}

const char *
madaf_gs1_check_iso3166999 (const char *data, gsize length)
{
  return (length == 3 && memcmp (data, "999", 3) == 0) || is_listed (madaf_gs1_list_iso3166, data, length)
             ? NULL
             : "A valid ISO 3166 three-digit country code or \"999\" is required.";
}

const char *
madaf_gs1_check_iso3166alpha2 (const char *data, gsize length)
{
  return is_listed (madaf_gs1_list_iso3166alpha2, data, length)
             ? NULL
             : "A valid ISO 3166 two-character country code is required.";
}

const char *
madaf_gs1_check_iso4217 (const char *data, gsize length)
{
  return is_listed (madaf_gs1_list_iso4217, data, length) ? NULL
                                                          : "A valid ISO 4217 three-digit currency code is required.";
}

const char *
madaf_gs1_check_iso5218 (const char *data, gsize length)
{
  return is_one_of ("0129", data, length) ? NULL : "A valid ISO/IEC 5218 biological sex code required.";
}

const char *
madaf_gs1_check_mediatype (const char *data, gsize length)
{
  return is_listed (madaf_gs1_list_mediatype, data, length) ? NULL : "A valid AIDC media type is required.";
}

const char *
madaf_gs1_check_packagetype (const char *data, gsize length)
{
  return is_listed (madaf_gs1_list_packagetype, data, length) ? NULL : "A valid PackageTypeCode is required.";
}

const char *
madaf_gs1_check_importeridx (const char *data, gsize length)
{
  if (length != 1)
    return "The Importer Index must be a single character.";
  return g_ascii_isalnum (*data) || *data == '-' || *data == '_' ? NULL : "The Importer Index is an invalid character.";
}

const char *
madaf_gs1_check_winding (const char *data, gsize length)
{
  return is_one_of ("019", data, length) ? NULL : "The winding direction must be either \"0\", \"1\" or \"9\".";
}

const char *
madaf_gs1_check_yesno (const char *data, gsize length)
{
  return is_one_of ("01", data, length) ? NULL : "A \"0\" or \"1\" is required.";
}
