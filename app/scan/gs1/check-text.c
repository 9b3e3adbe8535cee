/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/gs1/check.h"

#include <string.h>

/* Character sets, and the shape of texts and small numbers. */

static const char digits[] = "0123456789";
/* In the order of their values for the check characters: GS1 General Specifications, figure 7.11-1. */
static const char set_82[] = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
static const char set_39[] = "#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char set_64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static const char not_a_digit[] = "A non-digit character was found where a digit is expected.";

static gboolean
all_of (const char *set, const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] == '\0' || strchr (set, data[i]) == NULL)
      return FALSE;
  return TRUE;
}

static const char *
check_base64 (const char *data, gsize length)
{
  gsize n_pads = 0;

  while (n_pads < length && data[length - 1 - n_pads] == '=')
    n_pads++;
  if (n_pads > 2 || (n_pads > 0 && length % 3 != 0))
    return "Incorrect number of CSET 64 pad characters.";
  return all_of (set_64, data, length - n_pads)
             ? NULL
             : "A non-CSET 64 character was found where a CSET 64 character is expected.";
}

const char *
madaf_gs1_check_set (char set, const char *data, gsize length)
{
  switch (set)
    {
    case 'N':
      return all_of (digits, data, length) ? NULL : not_a_digit;
    case 'Y':
      return all_of (set_39, data, length) ? NULL
                                           : "A non-CSET 39 character was found where a CSET 39 character is expected.";
    case 'Z':
      return check_base64 (data, length);
    default:
      return all_of (set_82, data, length) ? NULL
                                           : "A non-CSET 82 character was found where a CSET 82 character is expected.";
    }
}

const char *
madaf_gs1_check_zero (const char *data, gsize length)
{
  return all_of ("0", data, length) ? NULL : "A zero is required.";
}

const char *
madaf_gs1_check_nonzero (const char *data, gsize length)
{
  if (!all_of (digits, data, length))
    return not_a_digit;
  return all_of ("0", data, length) ? "A non-zero value is required." : NULL;
}

const char *
madaf_gs1_check_nozeroprefix (const char *data, gsize length)
{
  return length > 0 && data[0] == '0' ? "A zero prefix is not permitted." : NULL;
}

const char *
madaf_gs1_check_hasnondigit (const char *data, gsize length)
{
  return all_of (digits, data, length) ? "A non-digit character is required." : NULL;
}

const char *
madaf_gs1_check_hyphen (const char *data, gsize length)
{
  return all_of ("-", data, length) ? NULL : "Only hyphens are permitted.";
}

/* Ten digits, so texts compare as the numbers do. */
static const char *
check_degrees (const char *data, gsize length, const char *most, const char *wrong_length, const char *outside)
{
  if (length != 10)
    return wrong_length;
  if (!all_of (digits, data, length))
    return not_a_digit;
  return memcmp (data, most, 10) > 0 ? outside : NULL;
}

const char *
madaf_gs1_check_latitude (const char *data, gsize length)
{
  return check_degrees (data, length, "1800000000", "The latitude must be 10 digits.",
                        "The latitude is outside of the range \"0000000000\" to \"1800000000\".");
}

const char *
madaf_gs1_check_longitude (const char *data, gsize length)
{
  return check_degrees (data, length, "3600000000", "The longitude must be 10 digits.",
                        "The longitude is outside of the range \"0000000000\" to \"3600000000\".");
}

const char *
madaf_gs1_check_pcenc (const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (data[i] != '%')
        continue;
      if (length - i < 3 || !g_ascii_isxdigit (data[i + 1]) || !g_ascii_isxdigit (data[i + 2]))
        return "The input contains an invalid percent hex-encoding \"%hh\" sequence.";
      i += 2;
    }
  return NULL;
}

/* Piece and total are the two halves of @data. */
const char *
madaf_gs1_check_pieceoftotal (const char *data, gsize length)
{
  gsize half = length / 2;

  if (!all_of (digits, data, length))
    return not_a_digit;
  if (length == 0 || length % 2 != 0)
    return "The piece with total must have an even length, having equal-length components.";
  if (all_of ("0", data, half))
    return "The piece number must not have a value of zero.";
  if (all_of ("0", data + half, half))
    return "The piece total must not have a value of zero.";
  return memcmp (data, data + half, half) > 0 ? "The piece number must not exceed the piece total." : NULL;
}

const char *
madaf_gs1_check_posinseqslash (const char *data, gsize length)
{
  const char *slash = memchr (data, '/', length);
  gsize before = slash != NULL ? (gsize)(slash - data) : 0;
  gsize after = slash != NULL ? length - before - 1 : 0;

  if (before == 0 || after == 0 || !all_of (digits, data, before) || !all_of (digits, slash + 1, after))
    return "The data must have the format \"<pos>/<end>\".";
  if (data[0] == '0' || slash[1] == '0')
    return "A zero prefix is not permitted.";
  if (before > after || (before == after && memcmp (data, slash + 1, before) > 0))
    return "The position number must not exceed the end number.";
  return NULL;
}
