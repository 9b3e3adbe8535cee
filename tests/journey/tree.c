/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tree.h"

#include <string.h>

typedef struct
{
  AtspiRole role;
  const char *text;
  gboolean partial;
} Search;

/* Marks of direction, and which kind of space it is, are for the eye; names are compared without them. */
static char *
without_marks (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!(c >= 0x2066 && c <= 0x2069) && c != 0x200e && c != 0x200f && c != 0x61c)
        g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c); /* spaces that do not break are spaces */
    }
  return g_string_free (plain, FALSE);
}

static gboolean
name_matches (const Search *search, const char *name)
{
  g_autofree char *plain = without_marks (name);
  g_autofree char *wanted = without_marks (search->text);

  return search->partial ? strstr (plain, wanted) != NULL : g_str_equal (plain, wanted);
}

static gboolean
is_on_screen (AtspiAccessible *node)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  /* GTK 4.8 tells the first of windows, the second of what is in them. */
  return atspi_state_set_contains (states, ATSPI_STATE_SHOWING)
         || atspi_state_set_contains (states, ATSPI_STATE_VISIBLE);
}

static gboolean
is_wanted (AtspiAccessible *node, const Search *search)
{
  g_autofree char *name = NULL;

  if (search->role != ATSPI_ROLE_INVALID && atspi_accessible_get_role (node, NULL) != search->role)
    return FALSE;
  name = atspi_accessible_get_name (node, NULL);
  return name != NULL && name_matches (search, name);
}

static AtspiAccessible *
find_below (AtspiAccessible *node, const Search *search)
{
  int count = atspi_accessible_get_child_count (node, NULL);

  for (int i = 0; i < count; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      AtspiAccessible *found;

      if (child == NULL || !is_on_screen (child))
        continue;
      if (is_wanted (child, search))
        return g_steal_pointer (&child);
      if ((found = find_below (child, search)) != NULL)
        return found;
    }
  return NULL;
}

AtspiAccessible *
madaf_tree_find (AtspiAccessible *node, AtspiRole role, const char *text, gboolean partial)
{
  Search search = { role, text, partial };

  return find_below (node, &search);
}

AtspiAccessible *
madaf_tree_find_program (guint process_id)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int count = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < count; i++)
    {
      AtspiAccessible *program = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (program != NULL && atspi_accessible_get_process_id (program, NULL) == process_id)
        return program;
      g_clear_object (&program);
    }
  return NULL;
}

static gboolean
contains (const char *said, const char *text)
{
  return said != NULL && strstr (said, text) != NULL;
}

static gboolean
says (AtspiAccessible *node, const char *text)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *description = atspi_accessible_get_description (node, NULL);
  g_autoptr (AtspiText) texts = atspi_accessible_get_text_iface (node);
  g_autofree char *typed
      = texts != NULL ? atspi_text_get_text (texts, 0, atspi_text_get_character_count (texts, NULL), NULL) : NULL;

  return contains (name, text) || contains (description, text) || contains (typed, text);
}

gboolean
madaf_tree_has (AtspiAccessible *node, const char *text)
{
  int count = atspi_accessible_get_child_count (node, NULL);

  for (int i = 0; i < count; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL && (says (child, text) || madaf_tree_has (child, text)))
        return TRUE;
    }
  return FALSE;
}

static void
describe (AtspiAccessible *node, int depth)
{
  int count = atspi_accessible_get_child_count (node, NULL);

  for (int i = 0; i < count; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      g_autofree char *name = NULL;
      g_autofree char *role = NULL;

      if (child == NULL || !is_on_screen (child))
        continue;
      name = atspi_accessible_get_name (child, NULL);
      role = atspi_accessible_get_role_name (child, NULL);
      g_printerr ("# %*s%s “%s”\n", depth * 2, "", role, name != NULL ? name : "");
      describe (child, depth + 1);
    }
}

void
madaf_tree_describe (AtspiAccessible *node)
{
  describe (node, 0);
}
