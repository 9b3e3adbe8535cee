/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/json-scan.h"

#include <string.h>

#define DEEPEST 64

/* What may come next. */
typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* right after [ */
  EXPECT_NAME,
  EXPECT_NAME_OR_END, /* right after { */
  EXPECT_COLON,
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} Expect;

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  const MadafJsonLimits *limits;
  char open[DEEPEST];
  guint depth;
  guint n_values;
  guint n_members;
  GError **error;
} Scan;

static gboolean
fail (Scan *scan, MadafJsonError code, const char *message)
{
  g_set_error (scan->error, MADAF_JSON_ERROR, code, "%s, at byte %" G_GSIZE_FORMAT, message,
               (gsize)(scan->at - scan->start));
  return FALSE;
}

static gboolean
fail_syntax (Scan *scan)
{
  return fail (scan, MADAF_JSON_ERROR_SYNTAX, "Not JSON");
}

static char
peek (Scan *scan)
{
  return scan->at < scan->end ? *scan->at : '\0';
}

static gboolean
take (Scan *scan, char c)
{
  if (scan->at >= scan->end || *scan->at != c)
    return FALSE;

  scan->at++;
  return TRUE;
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL)
    scan->at++;
}

/* Four hexadecimal digits, or -1. */
static int
take_hex (Scan *scan)
{
  int code = 0;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (peek (scan));

      if (digit < 0)
        return -1;
      code = code * 16 + digit;
      scan->at++;
    }

  return code;
}

/* What follows \u. */
static gboolean
scan_unicode_escape (Scan *scan)
{
  int code = take_hex (scan);

  if (code < 0)
    return fail_syntax (scan);
  if (code == 0)
    return fail (scan, MADAF_JSON_ERROR_NOT_UTF8, "A NUL in a string");
  if (code < 0xd800 || code > 0xdfff)
    return TRUE;

  if (code <= 0xdbff && take (scan, '\\') && take (scan, 'u'))
    {
      int low = take_hex (scan);

      if (low >= 0xdc00 && low <= 0xdfff)
        return TRUE;
    }

  return fail (scan, MADAF_JSON_ERROR_NOT_UTF8, "Half a surrogate pair");
}

/* What follows the opening quote. */
static gboolean
scan_string (Scan *scan)
{
  while (scan->at < scan->end)
    {
      unsigned char c = (unsigned char)*scan->at++;

      if (c == '"')
        return TRUE;
      if (c < 0x20)
        return fail_syntax (scan);
      if (c != '\\')
        continue;

      if (take (scan, 'u'))
        {
          if (!scan_unicode_escape (scan))
            return FALSE;
        }
      else if (peek (scan) != '\0' && strchr ("\"\\/bfnrt", peek (scan)) != NULL)
        scan->at++;
      else
        return fail_syntax (scan);
    }

  return fail_syntax (scan);
}

static gsize
skip_digits (Scan *scan)
{
  const char *from = scan->at;

  while (g_ascii_isdigit (peek (scan)))
    scan->at++;

  return (gsize)(scan->at - from);
}

/* json-glib wraps an integer that is too large around. */
static gboolean
fits_int64 (const char *from, const char *to)
{
  gboolean negative = *from == '-';
  guint64 limit = negative ? (guint64)G_MAXINT64 + 1 : (guint64)G_MAXINT64;
  guint64 value = 0;

  for (from += negative; from < to; from++)
    {
      guint64 digit = (guint64)(*from - '0');

      if (value > (limit - digit) / 10)
        return FALSE;
      value = value * 10 + digit;
    }

  return TRUE;
}

static gboolean
scan_number (Scan *scan)
{
  const char *from = scan->at;
  gboolean is_integer = TRUE;

  take (scan, '-');
  if (!take (scan, '0') && skip_digits (scan) == 0)
    return fail_syntax (scan);

  if (take (scan, '.'))
    {
      is_integer = FALSE;
      if (skip_digits (scan) == 0)
        return fail_syntax (scan);
    }

  if (take (scan, 'e') || take (scan, 'E'))
    {
      is_integer = FALSE;
      if (!take (scan, '+'))
        take (scan, '-');
      if (skip_digits (scan) == 0)
        return fail_syntax (scan);
    }

  if (is_integer && !fits_int64 (from, scan->at))
    return fail (scan, MADAF_JSON_ERROR_RANGE, "An integer beyond 64 bit");

  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize n = strlen (word);

  if ((gsize)(scan->end - scan->at) < n || memcmp (scan->at, word, n) != 0)
    return fail_syntax (scan);

  scan->at += n;
  return TRUE;
}

static Expect
after_value (Scan *scan)
{
  return scan->depth == 0 ? EXPECT_NOTHING : EXPECT_COMMA_OR_END;
}

static gboolean
scan_open (Scan *scan, Expect *expect)
{
  char c = *scan->at++;

  if (scan->depth >= MIN (scan->limits->depth, DEEPEST))
    return fail (scan, MADAF_JSON_ERROR_TOO_DEEP, "Too many arrays and objects inside each other");

  scan->open[scan->depth++] = c;
  *expect = c == '[' ? EXPECT_VALUE_OR_END : EXPECT_NAME_OR_END;
  return TRUE;
}

static gboolean
scan_close (Scan *scan, Expect *expect)
{
  char c = peek (scan);

  if (scan->depth == 0 || c != (scan->open[scan->depth - 1] == '[' ? ']' : '}'))
    return fail_syntax (scan);

  scan->at++;
  scan->depth--;
  *expect = after_value (scan);
  return TRUE;
}

static gboolean
scan_scalar (Scan *scan)
{
  switch (peek (scan))
    {
    case '"':
      scan->at++;
      return scan_string (scan);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    default:
      return scan_number (scan);
    }
}

static gboolean
scan_value (Scan *scan, Expect *expect)
{
  if (++scan->n_values > scan->limits->values)
    return fail (scan, MADAF_JSON_ERROR_TOO_MANY, "Too many values");

  if (peek (scan) == '[' || peek (scan) == '{')
    return scan_open (scan, expect);

  *expect = after_value (scan);
  return scan_scalar (scan);
}

static gboolean
scan_name (Scan *scan, Expect *expect)
{
  scan->n_members++;
  *expect = EXPECT_COLON;
  return take (scan, '"') ? scan_string (scan) : fail_syntax (scan);
}

static gboolean
scan_token (Scan *scan, Expect *expect)
{
  switch (*expect)
    {
    case EXPECT_VALUE:
      return scan_value (scan, expect);
    case EXPECT_VALUE_OR_END:
      return peek (scan) == ']' ? scan_close (scan, expect) : scan_value (scan, expect);
    case EXPECT_NAME:
      return scan_name (scan, expect);
    case EXPECT_NAME_OR_END:
      return peek (scan) == '}' ? scan_close (scan, expect) : scan_name (scan, expect);
    case EXPECT_COLON:
      *expect = EXPECT_VALUE;
      return take (scan, ':') || fail_syntax (scan);
    case EXPECT_COMMA_OR_END:
      if (!take (scan, ','))
        return scan_close (scan, expect);
      *expect = scan->open[scan->depth - 1] == '[' ? EXPECT_VALUE : EXPECT_NAME;
      return TRUE;
    case EXPECT_NOTHING:
    default:
      return fail_syntax (scan);
    }
}

gboolean
madaf_json_scan (const char *bytes, gsize length, const MadafJsonLimits *limits, guint *n_members, GError **error)
{
  Scan scan = { .start = bytes, .at = bytes, .end = bytes + length, .limits = limits, .error = error };
  Expect expect = EXPECT_VALUE;

  if (length > limits->bytes)
    return fail (&scan, MADAF_JSON_ERROR_TOO_LARGE, "Too large");

  /* Refuses NUL as well. */
  if (!g_utf8_validate_len (bytes, length, &scan.at))
    return fail (&scan, MADAF_JSON_ERROR_NOT_UTF8, "Not UTF-8");

  scan.at = bytes;
  for (skip_space (&scan); scan.at < scan.end; skip_space (&scan))
    if (!scan_token (&scan, &expect))
      return FALSE;

  if (expect != EXPECT_NOTHING)
    return fail_syntax (&scan);

  *n_members = scan.n_members;
  return TRUE;
}
