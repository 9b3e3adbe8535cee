/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/fields.h"

#include <string.h>

#include "model/json.h"

/* TRUE when @word is one of the space-separated @words. */
static gboolean
is_among (const char *word, const char *words)
{
  gsize length = strlen (word);

  for (const char *start = words; *start != '\0';)
    {
      gsize n = strcspn (start, " ");

      if (n == length && memcmp (start, word, n) == 0)
        return TRUE;
      start += n + strspn (start + n, " ");
    }
  return FALSE;
}

void
madaf_fields_refuse (MadafFields *fields, const char *name, const char *reason)
{
  g_autofree char *pointer = NULL;
  g_auto (GStrv) parts = NULL;

  if (name == NULL)
    {
      madaf_request_refuse (fields->request, fields->pointer, reason);
      return;
    }
  /* RFC 6901: "~" and "/" in a name are escaped. */
  parts = g_strsplit (name, "~", -1);
  pointer = g_strjoinv ("~0", parts);
  g_strfreev (parts);
  parts = g_strsplit (pointer, "/", -1);
  g_free (pointer);
  pointer = g_strjoinv ("~1", parts);
  {
    g_autofree char *whole = g_strconcat (fields->pointer, "/", pointer, NULL);

    madaf_request_refuse (fields->request, whole, reason);
  }
}

void
madaf_fields_init (
    MadafFields *fields, MadafRequest *request, JsonObject *object, const char *pointer, const char *members)
{
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;

  *fields = (MadafFields){ request, object, g_strdup (pointer) };
  for (GList *link = names; link != NULL; link = link->next)
    if (!is_among (link->data, members))
      madaf_fields_refuse (fields, link->data, "unknown_member");
}

void
madaf_fields_clear (MadafFields *fields)
{
  g_clear_pointer (&fields->pointer, g_free);
}

/* TRUE when there is something to read; notes what is missing. */
static gboolean
is_there (MadafFields *fields, const char *name, MadafFieldNeed need)
{
  if (fields->object == NULL)
    return FALSE;
  if (json_object_has_member (fields->object, name) && !json_object_get_null_member (fields->object, name))
    return TRUE;
  if (json_object_has_member (fields->object, name))
    madaf_fields_refuse (fields, name, "wrong_type");
  else if (need == MADAF_FIELD_REQUIRED)
    madaf_fields_refuse (fields, name, "missing");
  return FALSE;
}

/* Notes what one of the typed reads said; the member is there. */
static void
note (MadafFields *fields, const char *name, const GError *error)
{
  madaf_fields_refuse (
      fields, name, g_error_matches (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE) ? "out_of_range" : "wrong_type");
}

const char *
madaf_fields_string (MadafFields *fields, const char *name, MadafFieldNeed need, glong minimum, glong maximum)
{
  g_autoptr (GError) error = NULL;
  const char *value = NULL;
  glong length;

  if (!is_there (fields, name, need))
    return NULL;
  if (!madaf_json_read_string (fields->object, name, &value, &error))
    {
      note (fields, name, error);
      return NULL;
    }
  length = g_utf8_strlen (value, -1);
  if (length >= minimum && length <= maximum)
    return value;
  madaf_fields_refuse (fields, name, length < minimum ? "too_short" : "too_long");
  return NULL;
}

/* BCP 47 as far as the contract takes it: "he", "zh-Hant-TW"; a subtag of letters, then others of letters and digits.
 */
static gboolean
is_language (const char *text)
{
  gsize first = strspn (text, "abcdefghijklmnopqrstuvwxyz");
  const char *rest = text + first;

  while (*rest == '-')
    {
      const char *end = ++rest;

      while (g_ascii_isalnum (*end))
        end++;
      if (end - rest < 2 || end - rest > 8)
        return FALSE;
      rest = end;
    }
  return *rest == '\0' && first >= 2 && first <= 3;
}

const char *
madaf_fields_language (MadafFields *fields, const char *name, MadafFieldNeed need)
{
  const char *language = madaf_fields_string (fields, name, need, 2, 35);

  if (language == NULL || is_language (language))
    return language;
  madaf_fields_refuse (fields, name, "bad_format");
  return NULL;
}

const char *
madaf_fields_id (MadafFields *fields, const char *name, MadafFieldNeed need)
{
  const char *value = madaf_fields_string (fields, name, need, 1, 64);

  if (value == NULL || madaf_router_is_id (value))
    return value;
  madaf_fields_refuse (fields, name, "bad_format");
  return NULL;
}

const char *
madaf_fields_word (MadafFields *fields, const char *name, MadafFieldNeed need, const char *words)
{
  const char *value = madaf_fields_string (fields, name, need, 0, 4096);

  if (value == NULL || is_among (value, words))
    return value;
  madaf_fields_refuse (fields, name, "bad_format");
  return NULL;
}

gboolean
madaf_fields_int (
    MadafFields *fields, const char *name, MadafFieldNeed need, gint64 minimum, gint64 maximum, gint64 *value)
{
  g_autoptr (GError) error = NULL;

  if (!is_there (fields, name, need))
    return FALSE;
  if (madaf_json_read_int (fields->object, name, minimum, maximum, value, &error))
    return TRUE;
  note (fields, name, error);
  return FALSE;
}

gboolean
madaf_fields_boolean (MadafFields *fields, const char *name)
{
  g_autoptr (GError) error = NULL;
  gboolean value = FALSE;

  if (is_there (fields, name, MADAF_FIELD_OPTIONAL) && !madaf_json_read_boolean (fields->object, name, &value, &error))
    note (fields, name, error);
  return value;
}

JsonObject *
madaf_fields_object (MadafFields *fields, const char *name, MadafFieldNeed need)
{
  g_autoptr (GError) error = NULL;
  JsonObject *value = NULL;

  if (is_there (fields, name, need) && !madaf_json_read_object (fields->object, name, &value, &error))
    note (fields, name, error);
  return value;
}

JsonArray *
madaf_fields_array (MadafFields *fields, const char *name, guint minimum, guint maximum)
{
  g_autoptr (GError) error = NULL;
  JsonArray *value = NULL;
  guint length;

  if (!is_there (fields, name, MADAF_FIELD_REQUIRED))
    return NULL;
  if (!madaf_json_read_array (fields->object, name, &value, &error))
    {
      note (fields, name, error);
      return NULL;
    }
  length = json_array_get_length (value);
  if (length >= minimum && length <= maximum)
    return value;
  madaf_fields_refuse (fields, name, length < minimum ? "too_short" : "too_long");
  return NULL;
}
