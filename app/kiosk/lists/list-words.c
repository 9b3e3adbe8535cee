/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/lists/list-words.h"

#include "kiosk/texts.h"
#include "model/wishes.h"

#include <glib/gi18n.h>

char *
madaf_list_words_name (MadafWishes *list)
{
  const char *name = list != NULL ? madaf_wishes_get_name (list) : NULL;

  /* Translators: the list of everything that has a heart, beside lists that have names. */
  return name != NULL ? madaf_texts_isolate (name) : g_strdup (C_ ("list", "Hearts"));
}

char *
madaf_list_words_name_of (MadafHearts *hearts, const char *list_id)
{
  g_autoptr (MadafWishes) list = madaf_hearts_find_list (hearts, list_id);

  return madaf_list_words_name (list);
}

static gboolean
is_seen (gunichar letter)
{
  switch (g_unichar_type (letter))
    {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_UNASSIGNED:
      return FALSE;
    default:
      return TRUE;
    }
}

char *
madaf_list_words_clean (const char *typed)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *at = typed; *at != '\0'; at = g_utf8_next_char (at))
    if (is_seen (g_utf8_get_char (at)))
      g_string_append_unichar (name, g_utf8_get_char (at));
  g_strstrip (name->str);
  return *name->str != '\0' ? g_strdup (name->str) : NULL;
}

/* Two that look the same could not be told apart. */
static gboolean
is_taken (MadafHearts *hearts, const char *name, const char *renamed_id)
{
  MadafWishLists *lists = madaf_hearts_get_lists (hearts);
  GListModel *model = lists != NULL ? madaf_wish_lists_get_lists (lists) : NULL;
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MadafWishes) list = g_list_model_get_item (model, i);
      const char *there = madaf_wishes_get_name (list) != NULL ? madaf_wishes_get_name (list) : C_ ("list", "Hearts");
      g_autofree char *other = g_utf8_casefold (there, -1);

      if (g_str_equal (folded, other) && g_strcmp0 (madaf_wishes_get_id (list), renamed_id) != 0)
        return TRUE;
    }
  return FALSE;
}

const char *
madaf_list_words_verdict (MadafHearts *hearts, const char *typed, const char *renamed_id)
{
  g_autofree char *name = madaf_list_words_clean (typed);

  if (name == NULL)
    return _ ("Give it a name that you will know it by");
  if (is_taken (hearts, name, renamed_id))
    return _ ("You have a list of that name already");
  return "";
}
