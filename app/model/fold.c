/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fold.h"

#include <string.h>

typedef struct
{
  gunichar from;
  const char *to;
} Mapping;

/* What neither decomposition nor case folding brings together. */
static const Mapping mappings[] = {
  { 0x00e6, "ae" },     /* æ */
  { 0x00f8, "o" },      /* ø */
  { 0x0111, "d" },      /* đ */
  { 0x0131, "i" },      /* ı */
  { 0x0142, "l" },      /* ł */
  { 0x0153, "oe" },     /* œ */
  { 0x05da, "\u05db" }, /* final kaf */
  { 0x05dd, "\u05de" }, /* final mem */
  { 0x05df, "\u05e0" }, /* final nun */
  { 0x05e3, "\u05e4" }, /* final pe */
  { 0x05e5, "\u05e6" }, /* final tsadi */
  { 0x0629, "\u0647" }, /* teh marbuta as heh */
  { 0x0640, "" },       /* tatweel */
  { 0x0649, "\u064a" }, /* alef maksura as yeh */
  { 0x0671, "\u0627" }, /* alef wasla as alef */
  { 0x06a9, "\u0643" }, /* keheh as kaf */
  { 0x06cc, "\u064a" }, /* Farsi yeh as yeh */
};

static const char *
find_mapping (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mappings); i++)
    if (mappings[i].from == c)
      return mappings[i].to;

  return NULL;
}

/* An apostrophe or a quotation mark, also as geresh and gershayim: inside a word it belongs to it (ג'ינס, levi's,
 * צה"ל). */
static gboolean
is_inner_mark (gunichar c)
{
  return c == '\'' || c == '"' || c == 0x2019 || c == 0x201d || c == 0x05f3 || c == 0x05f4;
}

static gboolean
is_mark (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Whether the next thing after @at that is more than a mark is a letter. */
static gboolean
letter_follows (const char *at)
{
  do
    at = g_utf8_next_char (at);
  while (is_mark (g_utf8_get_char (at)));

  return g_unichar_isalpha (g_utf8_get_char (at));
}

static void
append_folded (GString *folded, gunichar c)
{
  const char *mapped = find_mapping (c);

  if (mapped != NULL)
    g_string_append (folded, mapped);
  else if (g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER)
    g_string_append_c (folded, (char)('0' + g_unichar_digit_value (c)));
  else
    g_string_append_unichar (folded, c);
}

/* Decomposed and case folded, valid UTF-8 in any case. */
static char *
decompose (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (plain, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

char *
madaf_fold (const char *text)
{
  g_autofree char *plain = NULL;
  GString *folded;
  gunichar last = 0;

  g_return_val_if_fail (text != NULL, NULL);

  plain = decompose (text);
  folded = g_string_sized_new (strlen (plain));
  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      /* й is a letter of its own, unlike ё, which many write as е. */
      if (c == 0x0306 && last == 0x0438)
        {
          g_string_truncate (folded, folded->len - strlen ("\u0438"));
          g_string_append (folded, "\u0439");
        }
      if (is_mark (c) || (is_inner_mark (c) && g_unichar_isalpha (last) && letter_follows (at)))
        continue;

      if (g_unichar_isalnum (c) || find_mapping (c) != NULL)
        append_folded (folded, c);
      else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
      last = c;
    }

  g_strchomp (folded->str);
  return g_string_free (folded, FALSE);
}
