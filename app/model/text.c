/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/text.h"

#include <stdarg.h>
#include <string.h>

#include "model/json.h"

#define LONGEST_TAG 35

typedef struct
{
  char *language; /* (owned) */
  char *text;     /* (owned) */
} Entry;

struct _MadafText
{
  gatomicrefcount count;
  GArray *entries; /* (owned) (element-type Entry): in the order given */
};

G_DEFINE_BOXED_TYPE (MadafText, madaf_text, madaf_text_ref, madaf_text_unref)

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->language);
  g_free (entry->text);
}

static MadafText *
new_empty (void)
{
  MadafText *self = g_new0 (MadafText, 1);

  g_atomic_ref_count_init (&self->count);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

static void
add (MadafText *self, const char *language, const char *text)
{
  Entry entry = { g_strdup (language), g_strdup (text) };

  g_array_append_val (self->entries, entry);
}

MadafText *
madaf_text_ref (MadafText *self)
{
  g_atomic_ref_count_inc (&self->count);
  return self;
}

void
madaf_text_unref (MadafText *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_array_unref (self->entries);
  g_free (self);
}

MadafText *
madaf_text_new (const char *language, ...)
{
  MadafText *self = new_empty ();
  va_list pairs;

  va_start (pairs, language);
  for (; language != NULL; language = va_arg (pairs, const char *))
    add (self, language, va_arg (pairs, const char *));
  va_end (pairs);

  return self;
}

static gboolean
is_language (const char *tag)
{
  gsize length = strlen (tag);

  return length >= 2 && length <= LONGEST_TAG && g_ascii_isalpha (tag[0])
         && strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;
}

MadafText *
madaf_text_new_from_json (JsonNode *node, GError **error)
{
  g_autoptr (MadafText) self = new_empty ();
  JsonObjectIter iter;
  const char *language;
  JsonNode *value;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return g_steal_pointer (&self);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TYPE, "A text must be an object from language to string");
      return NULL;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &language, &value))
    {
      if (!is_language (language))
        {
          g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "%s: is not a language", language);
          return NULL;
        }
      if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_STRING)
        {
          g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TYPE, "%s: must be a string", language);
          return NULL;
        }
      add (self, language, json_node_get_string (value));
    }

  return g_steal_pointer (&self);
}

MadafText *
madaf_text_new_from_string (const char *json, GError **error)
{
  g_autoptr (JsonNode) node = madaf_json_parse (json, -1, NULL, error);

  return node != NULL ? madaf_text_new_from_json (node, error) : NULL;
}

void
madaf_text_write (MadafText *self, MadafJsonWriter *writer)
{
  madaf_json_writer_begin_object (writer);
  for (guint i = 0; i < madaf_text_get_n_languages (self); i++)
    {
      const char *language;
      const char *text = madaf_text_get_nth (self, i, &language);

      madaf_json_writer_member_string (writer, language, text);
    }
  madaf_json_writer_end_object (writer);
}

guint
madaf_text_get_n_languages (MadafText *self)
{
  return self != NULL ? self->entries->len : 0;
}

const char *
madaf_text_get_nth (MadafText *self, guint index, const char **language)
{
  Entry *entry;

  g_return_val_if_fail (index < madaf_text_get_n_languages (self), "");

  entry = &g_array_index (self->entries, Entry, index);
  if (language != NULL)
    *language = entry->language;
  return entry->text;
}

const char *
madaf_text_get (MadafText *self, const char *language)
{
  for (guint i = 0; i < madaf_text_get_n_languages (self); i++)
    {
      const char *candidate;
      const char *text = madaf_text_get_nth (self, i, &candidate);

      if (g_ascii_strcasecmp (candidate, language) == 0)
        return text;
    }

  return NULL;
}

/* The text in @language or its parent ("he" for "he-IL"), NULL when there is none or it is empty. */
static const char *
find (MadafText *self, const char *language)
{
  const char *text = madaf_text_get (self, language);
  const char *subtag;

  if (text != NULL && *text != '\0')
    return text;

  subtag = strchr (language, '-');
  if (subtag != NULL)
    {
      g_autofree char *parent = g_strndup (language, (gsize)(subtag - language));

      text = madaf_text_get (self, parent);
    }

  return text != NULL && *text != '\0' ? text : NULL;
}

const char *
madaf_text_pick (MadafText *self, const char *language)
{
  const char *const wanted[] = { language, "en", "he" };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const char *text = wanted[i] != NULL ? find (self, wanted[i]) : NULL;

      if (text != NULL)
        return text;
    }

  for (guint i = 0; i < madaf_text_get_n_languages (self); i++)
    {
      const char *text = madaf_text_get_nth (self, i, NULL);

      if (*text != '\0')
        return text;
    }

  return "";
}

gboolean
madaf_text_is_empty (MadafText *self)
{
  return *madaf_text_pick (self, NULL) == '\0';
}

gboolean
madaf_text_equal (MadafText *a, MadafText *b)
{
  if (madaf_text_get_n_languages (a) != madaf_text_get_n_languages (b))
    return FALSE;

  for (guint i = 0; i < madaf_text_get_n_languages (a); i++)
    {
      const char *language;
      const char *text = madaf_text_get_nth (a, i, &language);

      if (g_strcmp0 (text, madaf_text_get (b, language)) != 0)
        return FALSE;
    }

  return TRUE;
}
