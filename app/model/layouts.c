/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/fold.h"

#include <string.h>

#define N_KEYS 34

/* What each key gives without Shift, in the same order of keys. The English one is one character a key. */
static const char english[N_KEYS + 1] = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`";

typedef struct
{
  GUnicodeScript script;
  const char *keys[N_KEYS];
} Layout;

/* Most likely first in Israel. */
static const Layout layouts[] = {
  /* SI 1452 */
  { G_UNICODE_SCRIPT_HEBREW, { "/", "'", "ק", "ר", "א", "ט", "ו", "ן", "ם", "פ", "]", "[", "ש", "ד", "ג", "כ", "ע",
                               "י", "ח", "ל", "ך", "ף", ",", "ז", "ס", "ב", "ה", "נ", "מ", "צ", "ת", "ץ", ".", ";" } },
  { G_UNICODE_SCRIPT_CYRILLIC,
    { "й", "ц", "у", "к", "е", "н", "г", "ш", "щ", "з", "х", "ъ", "ф", "ы", "в", "а", "п",
      "р", "о", "л", "д", "ж", "э", "я", "ч", "с", "м", "и", "т", "ь", "б", "ю", ".", "ё" } },
  /* Arabic 101; one key gives the two letters lam and alef. */
  { G_UNICODE_SCRIPT_ARABIC, { "ض", "ص", "ث", "ق", "ف", "غ", "ع", "ه", "خ", "ح", "ج",  "د", "ش", "س", "ي", "ب", "ل",
                               "ا", "ت", "ن", "م", "ك", "ط", "ئ", "ء", "ؤ", "ر", "لا", "ى", "ة", "و", "ز", "ظ", "ذ" } },
};

/* The script of the letters in @text: COMMON when it has none, UNKNOWN when they are of several. */
static GUnicodeScript
get_script (const char *text)
{
  GUnicodeScript script = G_UNICODE_SCRIPT_COMMON;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isalpha (c))
        continue;
      if (script != G_UNICODE_SCRIPT_COMMON && script != g_unichar_get_script (c))
        return G_UNICODE_SCRIPT_UNKNOWN;
      script = g_unichar_get_script (c);
    }

  return script;
}

static char *
type_on (const Layout *layout, const char *text)
{
  GString *typed = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      const char *key = c < 0x80 ? strchr (english, (int)c) : NULL;

      if (key != NULL)
        g_string_append (typed, layout->keys[key - english]);
      else
        g_string_append_unichar (typed, c);
    }

  return g_string_free (typed, FALSE);
}

/* The key that gave the beginning of @text, the longest fit first; -1 when none did. */
static int
find_key (const Layout *layout, const char *text, gsize *length)
{
  int found = -1;

  *length = 0;
  for (int i = 0; i < N_KEYS; i++)
    if (g_str_has_prefix (text, layout->keys[i]) && strlen (layout->keys[i]) > *length)
      {
        found = i;
        *length = strlen (layout->keys[i]);
      }

  return found;
}

static char *
type_on_english (const Layout *layout, const char *text)
{
  GString *typed = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize length;
      int key = find_key (layout, text, &length);

      if (key < 0)
        {
          length = (gsize)(g_utf8_next_char (text) - text);
          g_string_append_len (typed, text, (gssize)length);
        }
      else
        g_string_append_c (typed, english[key]);
      text += length;
    }

  return g_string_free (typed, FALSE);
}

/* Adds what @typed folds to, unless that is nothing or in @found already. */
static void
add_folded (GPtrArray *found, const char *typed)
{
  char *folded = madaf_fold (typed);

  if (*folded == '\0' || g_ptr_array_find_with_equal_func (found, folded, g_str_equal, NULL))
    g_free (folded);
  else
    g_ptr_array_add (found, folded);
}

char **
madaf_fold_layouts (const char *query)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = NULL;
  g_autofree char *lower = NULL;
  GUnicodeScript script;

  g_return_val_if_fail (query != NULL, NULL);

  valid = g_utf8_make_valid (query, -1);
  lower = g_utf8_strdown (valid, -1);
  script = get_script (lower);

  /* The query itself comes first, so that nothing equal to it is added; it is dropped at the end. */
  g_ptr_array_add (found, madaf_fold (query));
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *typed = NULL;

      if (script == G_UNICODE_SCRIPT_LATIN)
        typed = type_on (&layouts[i], lower);
      else if (script == layouts[i].script)
        typed = type_on_english (&layouts[i], lower);
      if (typed != NULL)
        add_folded (found, typed);
    }

  g_ptr_array_remove_index (found, 0);
  g_ptr_array_add (found, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&found), FALSE);
}
