/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bars-render.h"

#include <string.h>

/* Draws DataBar symbols; the widths of a character are found by going through all of them in order. */

static char *
modules_of_widths (const char *widths, gboolean begins_dark)
{
  GString *modules = g_string_new (NULL);

  for (int i = 0; widths[i] != '\0'; i++)
    for (int k = 0; k < widths[i] - '0'; k++)
      g_string_append_c (modules, (i % 2 == 0) == begins_dark ? '1' : '0');
  return g_string_free (modules, FALSE);
}

TestPicture *
test_render_widths (const char *widths, gboolean begins_dark, int module, int bar_height)
{
  g_autofree char *modules = modules_of_widths (widths, begins_dark);

  return test_render_modules (modules, module, bar_height);
}

/* The first row begins light, the second dark. */
static TestPicture *
render_rows (const char *top_widths, const char *bottom_widths, int module, int bar_height)
{
  g_autofree char *top = modules_of_widths (top_widths, FALSE);
  g_autofree char *bottom = modules_of_widths (bottom_widths, TRUE);

  return test_render_stack (top, bottom, module, bar_height);
}

/* Goes through all widths of four elements in order, until @value of them were passed. */
static void
nth_widths (int value, int modules, int widest, gboolean has_narrow, int widths[4])
{
  for (widths[0] = 1; widths[0] <= widest; widths[0]++)
    for (widths[1] = 1; widths[1] <= widest; widths[1]++)
      for (widths[2] = 1; widths[2] <= widest; widths[2]++)
        {
          widths[3] = modules - widths[0] - widths[1] - widths[2];
          if (widths[3] < 1 || widths[3] > widest
              || (has_narrow && widths[0] > 1 && widths[1] > 1 && widths[2] > 1 && widths[3] > 1))
            continue;
          if (value-- == 0)
            return;
        }
  g_assert_not_reached ();
}

typedef struct
{
  int first;
  int odd_modules;
  int odd_widest;
  int even_modules;
  int even_widest;
  int total;
} Group;

static const Group outer[] = { { 0, 12, 8, 4, 1, 1 },     { 161, 10, 6, 6, 3, 10 },   { 961, 8, 4, 8, 5, 34 },
                               { 2015, 6, 3, 10, 6, 70 }, { 2715, 4, 1, 12, 8, 126 }, { 2841 } };
static const Group inner[]
    = { { 0, 5, 2, 10, 7, 4 }, { 336, 7, 4, 8, 5, 20 }, { 1036, 9, 6, 6, 3, 48 }, { 1516, 11, 8, 4, 1, 81 }, { 1597 } };
static const Group expanded[] = { { 0, 12, 7, 5, 2, 4 },      { 348, 10, 5, 7, 4, 20 },   { 1388, 8, 4, 9, 5, 52 },
                                  { 2948, 6, 3, 11, 6, 104 }, { 3988, 4, 1, 13, 8, 204 }, { 4192 } };

/* The eight widths of a character, as digits. */
static char *
character_widths (const Group *groups, int value)
{
  gboolean is_inner = groups == inner;
  gboolean odd_has_narrow = groups != outer;
  int odd[4], even[4];
  GString *widths = g_string_new (NULL);

  while (value >= groups[1].first)
    groups++;
  value -= groups->first;
  nth_widths (is_inner ? value % groups->total : value / groups->total, groups->odd_modules, groups->odd_widest,
              odd_has_narrow, odd);
  nth_widths (is_inner ? value / groups->total : value % groups->total, groups->even_modules, groups->even_widest,
              !odd_has_narrow, even);
  for (int i = 0; i < 4; i++)
    g_string_append_printf (widths, "%d%d", odd[i], even[i]);
  return g_string_free (widths, FALSE);
}

static int
weigh (const char *widths, int power, int modulus)
{
  int weight = 1;
  int sum = 0;

  while (power-- > 0)
    weight = weight * 3 % modulus;
  for (; *widths != '\0'; widths++)
    {
      sum += (*widths - '0') * weight;
      weight = weight * 3 % modulus;
    }
  return sum;
}

static void
append_backwards (GString *widths, const char *some)
{
  g_autofree char *backwards = g_strreverse (g_strdup (some));

  g_string_append (widths, backwards);
}

/* In one row. (transfer full) */
static char *
databar_widths (gint64 number)
{
  static const char *const finders[]
      = { "38211", "35511", "33711", "31911", "27411", "25611", "23811", "15711", "13911" };
  int left = (int)(number / 4537077);
  int right = (int)(number % 4537077);
  g_autofree char *outer_left = character_widths (outer, left / 1597);
  g_autofree char *inner_left = character_widths (inner, left % 1597);
  g_autofree char *outer_right = character_widths (outer, right / 1597);
  g_autofree char *inner_right = character_widths (inner, right % 1597);
  int check = (weigh (outer_left, 0, 79) + 4 * weigh (inner_left, 0, 79) + 16 * weigh (outer_right, 0, 79)
               + 64 * weigh (inner_right, 0, 79))
              % 79;
  GString *widths = g_string_new ("11");

  check += check >= 8;
  check += check >= 72;
  g_string_append_printf (widths, "%s%s", outer_left, finders[check / 9]);
  append_backwards (widths, inner_left);
  g_string_append (widths, inner_right);
  append_backwards (widths, finders[check % 9]);
  append_backwards (widths, outer_right);
  g_string_append (widths, "11");
  return g_string_free (widths, FALSE);
}

TestPicture *
test_render_databar (gint64 number, int module, int bar_height)
{
  g_autofree char *widths = databar_widths (number);

  return test_render_widths (widths, FALSE, module, bar_height);
}

TestPicture *
test_render_databar_stacked (gint64 number, int module, int bar_height)
{
  const guint half = 2 + 8 + 5 + 8; /* guard, character, finder, character */
  g_autofree char *widths = databar_widths (number);
  g_autofree char *left = g_strndup (widths, half);
  g_autofree char *top = g_strconcat (left, "11", NULL);
  g_autofree char *bottom = g_strconcat ("11", widths + half, NULL);

  return render_rows (top, bottom, module, bar_height);
}

static void
append_bits (GString *bits, int value, int n)
{
  while (n-- > 0)
    g_string_append_c (bits, (char)('0' + (value >> n & 1)));
}

/* Digits two and two as long as there are two, then letters to the next FNC1. */
static void
append_text (GString *bits, const char *text)
{
  static const char *const fills[] = { "00100", "000000100" };
  gboolean is_numeric = TRUE;

  for (; *text != '\0'; text++)
    if (is_numeric && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]))
      {
        append_bits (bits, (text[0] - '0') * 11 + text[1] - '0' + 8, 7);
        text++;
      }
    else
      {
        if (is_numeric)
          append_bits (bits, 0, 4);
        is_numeric = *text == '|';
        if (is_numeric)
          append_bits (bits, 15, 5);
        else
          append_bits (bits, g_ascii_isdigit (*text) ? *text - '0' + 5 : *text - 33, g_ascii_isdigit (*text) ? 5 : 6);
      }
  for (int i = 0; bits->len % 12 != 0; i++)
    {
      const char *fill = fills[is_numeric];

      g_string_append_c (bits, i < (int)strlen (fill) ? fill[i] : "00100"[(i - strlen (fill)) % 5]);
    }
}

/* (transfer full): the characters, the check first. */
static GPtrArray *
expanded_characters (const char *bits, const char *sequence)
{
  GPtrArray *characters = g_ptr_array_new_with_free_func (g_free);
  int sum = 0;

  for (; *bits != '\0'; bits += 12)
    {
      g_autofree char *twelve = g_strndup (bits, 12);
      guint place = characters->len + 1;
      char finder = sequence[place / 2];
      int row = (g_ascii_tolower (finder) - 'a') * 4 + (g_ascii_islower (finder) ? 2 : 0) + place % 2 - 1;
      char *widths = character_widths (expanded, (int)g_ascii_strtoll (twelve, NULL, 2));

      sum += weigh (widths, row * 8, 211);
      g_ptr_array_add (characters, widths);
    }
  g_ptr_array_insert (characters, 0, character_widths (expanded, 211 * ((int)characters->len - 3) + sum % 211));
  return characters;
}

/* Without the guards at both ends. (transfer full) */
static char *
expanded_widths (const char *gtin, const char *text)
{
  static const char *const finders[] = { "18411", "36411", "34611", "32811", "26511", "22911" };
  static const char *const sequences[]
      = { "Aa", "AbB", "AcBd", "AeBdC", "AeBdDf", "AeBdEfF", "AaBbCcDd", "AaBbCcDeE", "AaBbCcDeFf", "AaBbCdDeEfF" };
  g_autoptr (GString) bits = g_string_new ("0100");
  GString *widths = g_string_new (NULL);
  g_autoptr (GPtrArray) characters = NULL;
  const char *sequence;

  append_bits (bits, gtin[0] - '0', 4);
  for (int i = 1; i < 13; i += 3)
    append_bits (bits, (gtin[i] - '0') * 100 + (gtin[i + 1] - '0') * 10 + gtin[i + 2] - '0', 10);
  append_text (bits, text);
  sequence = sequences[(bits->len / 12 + 1 - 3) / 2];
  characters = expanded_characters (bits->str, sequence);
  for (guint i = 0; i < characters->len; i++)
    if (i % 2 == 0)
      {
        const char *finder = finders[g_ascii_tolower (sequence[i / 2]) - 'a'];

        g_string_append (widths, characters->pdata[i]);
        if (g_ascii_islower (sequence[i / 2]))
          append_backwards (widths, finder);
        else
          g_string_append (widths, finder);
      }
    else
      append_backwards (widths, characters->pdata[i]);
  return g_string_free (widths, FALSE);
}

TestPicture *
test_render_databar_expanded (const char *gtin, const char *text, int module, int bar_height)
{
  g_autofree char *elements = expanded_widths (gtin, text);
  g_autofree char *widths = g_strconcat ("11", elements, "11", NULL);

  return test_render_widths (widths, FALSE, module, bar_height);
}

TestPicture *
test_render_databar_expanded_stacked (const char *gtin, const char *text, int module, int bar_height)
{
  const guint row = 2 * (8 + 5 + 8); /* two finders, each between two characters */
  g_autofree char *elements = expanded_widths (gtin, text);
  g_autofree char *first = g_strndup (elements, row);
  g_autofree char *top = g_strconcat ("11", first, "11", NULL);
  g_autofree char *bottom = NULL;

  g_assert_cmpuint (strlen (elements), ==, 2 * row);
  /* The second row of an even number of finders runs from right to left. */
  g_strreverse (elements + row);
  bottom = g_strconcat ("11", elements + row, "11", NULL);
  return render_rows (top, bottom, module, bar_height);
}

/* @pattern: "n" and "w" */
static void
append_pattern (GString *widths, const char *pattern, int wide)
{
  for (; *pattern != '\0'; pattern++)
    g_string_append_c (widths, *pattern == 'w' ? (char)('0' + wide) : '1');
}

TestPicture *
test_render_itf (const char *text, int wide, int module, int bar_height)
{
  static const char *const digits[]
      = { "nnwwn", "wnnnw", "nwnnw", "wwnnn", "nnwnw", "wnwnn", "nwwnn", "nnnww", "wnnwn", "nwnwn" };
  g_autoptr (GString) widths = g_string_new ("1111");

  for (; *text != '\0'; text += 2)
    for (int i = 0; i < 5; i++)
      {
        const char pair[] = { digits[text[0] - '0'][i], digits[text[1] - '0'][i], '\0' };

        append_pattern (widths, pair, wide);
      }
  append_pattern (widths, "wnn", wide);
  return test_render_widths (widths->str, TRUE, module, bar_height);
}

TestPicture *
test_render_codabar (const char *text, int wide, int module, int bar_height)
{
  static const char alphabet[] = "0123456789-$:/.+ABCD";
  static const char *const patterns[] = { "nnnnnww", "nnnnwwn", "nnnwnnw", "wwnnnnn", "nnwnnwn", "wnnnnwn", "nwnnnnw",
                                          "nwnnwnn", "nwwnnnn", "wnnwnnn", "nnnwwnn", "nnwwnnn", "wnnnwnw", "wnwnnnw",
                                          "wnwnwnn", "nnwnwnw", "nnwwnwn", "nwnwnnw", "nnnwnww", "nnnwwwn" };
  g_autoptr (GString) widths = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      append_pattern (widths, patterns[strchr (alphabet, *text) - alphabet], wide);
      append_pattern (widths, text[1] != '\0' ? "n" : "", wide);
    }
  return test_render_widths (widths->str, TRUE, module, bar_height);
}

TestPicture *
test_render_code_39 (const char *text, int wide, int module, int bar_height)
{
  /* By the standard's table: of ten characters in a row the bars are the same ten, and one space is wide. */
  static const char rows[] = "1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *";
  static const char *const bars[]
      = { "wnnnw", "nwnnw", "wwnnn", "nnwnw", "wnwnn", "nwwnn", "nnnww", "wnnwn", "nwnwn", "nnwwn" };
  static const char *const spaces[] = { "nwnn", "nnwn", "nnnw", "wnnn" };
  g_autofree char *all = g_strconcat ("*", text, "*", NULL);
  g_autoptr (GString) widths = g_string_new (NULL);

  for (const char *p = all; *p != '\0'; p++)
    {
      int place = (int)(strchr (rows, *p) - rows);

      for (int i = 0; i < 9; i++)
        {
          const char one[] = { i % 2 == 0 ? bars[place % 10][i / 2] : spaces[place / 10][i / 2], '\0' };

          append_pattern (widths, one, wide);
        }
      append_pattern (widths, p[1] != '\0' ? "n" : "", wide);
    }
  return test_render_widths (widths->str, TRUE, module, bar_height);
}
