/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kiosk/pages/search/search-filters.h"

#include <string.h>

/* What is looked for. */

/* The contract's bound on words, in characters, and how many of a kind may be asked for at once. */
#define MOST_CHARACTERS 100
#define MOST_OF_A_KIND  20

static char *
tidy_words (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words != NULL ? words : "", -1);
  g_autofree char *cut
      = g_utf8_strlen (valid, -1) > MOST_CHARACTERS ? g_utf8_substring (valid, 0, MOST_CHARACTERS) : g_strdup (valid);

  return g_strdup (g_strstrip (cut));
}

MadafSearchFilters *
madaf_search_filters_new (const char *words, const char *category_id)
{
  MadafSearchFilters *self = g_new0 (MadafSearchFilters, 1);

  self->words = tidy_words (words);
  self->category_id = g_strdup (category_id);
  self->colours = g_new0 (char *, 1);
  self->sizes = g_new0 (char *, 1);
  return self;
}

void
madaf_search_filters_free (MadafSearchFilters *self)
{
  g_free (self->words);
  g_free (self->category_id);
  g_strfreev (self->colours);
  g_strfreev (self->sizes);
  g_free (self);
}

/* Takes the new string over. */
static gboolean
replace (char **place, char *taken)
{
  if (g_strcmp0 (*place, taken) == 0)
    {
      g_free (taken);
      return FALSE;
    }
  g_free (*place);
  *place = taken;
  return TRUE;
}

gboolean
madaf_search_filters_set_words (MadafSearchFilters *self, const char *words)
{
  return replace (&self->words, tidy_words (words));
}

gboolean
madaf_search_filters_set_category (MadafSearchFilters *self, const char *category_id)
{
  return replace (&self->category_id, g_strdup (category_id));
}

static char **
toggled (char **list, const char *word)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean had = g_strv_contains ((const char *const *)list, word);

  for (char **at = list; *at != NULL; at++)
    if (!g_str_equal (*at, word))
      g_strv_builder_add (builder, *at);
  if (!had && g_strv_length (list) < MOST_OF_A_KIND)
    g_strv_builder_add (builder, word);
  g_strfreev (list);
  return g_strv_builder_end (builder);
}

void
madaf_search_filters_toggle_colour (MadafSearchFilters *self, const char *colour_id)
{
  g_autofree char *copy = g_strdup (colour_id);

  self->colours = toggled (self->colours, copy);
}

void
madaf_search_filters_toggle_size (MadafSearchFilters *self, const char *size)
{
  g_autofree char *copy = g_strdup (size);

  self->sizes = toggled (self->sizes, copy);
}

guint
madaf_search_filters_count (const MadafSearchFilters *self)
{
  return g_strv_length (self->colours) + g_strv_length (self->sizes) + (self->here ? 1 : 0);
}

void
madaf_search_filters_clear (MadafSearchFilters *self)
{
  g_strfreev (self->colours);
  g_strfreev (self->sizes);
  self->colours = g_new0 (char *, 1);
  self->sizes = g_new0 (char *, 1);
  self->here = FALSE;
}

MadafProductQuery
madaf_search_filters_to_query (const MadafSearchFilters *self, const char *branch_id, const char *cursor)
{
  return (MadafProductQuery){
    .words = *self->words != '\0' ? self->words : NULL,
    .category_id = self->category_id,
    .colour_ids = *self->colours != NULL ? (const char *const *)self->colours : NULL,
    .sizes = *self->sizes != NULL ? (const char *const *)self->sizes : NULL,
    .in_stock_at = self->here ? branch_id : NULL,
    .sort = self->sort,
    .cursor = cursor,
  };
}
