/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/json.h"

#include <math.h>
#include <string.h>

#include "model/json-scan.h"

G_DEFINE_QUARK (madaf - json - error - quark, madaf_json_error)

const MadafJsonLimits madaf_json_limits_request = { .bytes = 64 * 1024, .depth = 16, .values = 4096 };
const MadafJsonLimits madaf_json_limits_answer = { .bytes = 8 * 1024 * 1024, .depth = 16, .values = 200 * 1000 };

/* How many members the objects in @node have, all told. The depth is bounded: it was scanned before. */
static guint
count_members (JsonNode *node)
{
  guint count = 0;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        count += count_members (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &member))
        count += 1 + count_members (member);
    }

  return count;
}

JsonNode *
madaf_json_parse (const char *bytes, gssize length, const MadafJsonLimits *limits, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) local_error = NULL;
  guint n_members;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (length < 0)
    length = (gssize)strlen (bytes);

  if (!madaf_json_scan (bytes, (gsize)length, limits != NULL ? limits : &madaf_json_limits_request, &n_members, error))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, bytes, length, &local_error))
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_SYNTAX, "Not JSON: %s", local_error->message);
      return NULL;
    }

  root = json_parser_steal_root (parser);
  /* json-glib keeps the last of two members of one name, so some are gone. */
  if (count_members (root) != n_members)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_DUPLICATE, "An object has a member twice");
      return NULL;
    }

  return g_steal_pointer (&root);
}

JsonObject *
madaf_json_parse_object (const char *bytes, gssize length, const MadafJsonLimits *limits, GError **error)
{
  g_autoptr (JsonNode) root = madaf_json_parse (bytes, length, limits, error);

  if (root == NULL)
    return NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TYPE, "The document must be an object");
      return NULL;
    }

  return json_node_dup_object (root);
}

/* Finds a member. An optional one that is absent or null is TRUE with @node NULL. */
static gboolean
find (JsonObject *object, const char *member, gboolean required, JsonNode **node, GError **error)
{
  *node = json_object_get_member (object, member);
  if (*node != NULL && JSON_NODE_HOLDS_NULL (*node))
    *node = NULL;

  if (*node == NULL && required)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_MISSING, "%s: is missing", member);
      return FALSE;
    }

  return TRUE;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
fail_type (const char *member, const char *wanted, GError **error)
{
  g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TYPE, "%s: must be %s", member, wanted);
  return FALSE;
}

static gboolean
read_string (JsonObject *object,
             const char *member,
             gboolean required,
             gsize minimum,
             gsize maximum,
             const char **value,
             GError **error)
{
  JsonNode *node;
  const char *text;
  gsize length;

  if (!find (object, member, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_STRING))
    return fail_type (member, "a string", error);

  text = json_node_get_string (node);
  length = (gsize)g_utf8_strlen (text, -1);
  if (length < minimum || length > maximum)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE,
                   "%s: must have %" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT " characters", member, minimum, maximum);
      return FALSE;
    }

  *value = text;
  return TRUE;
}

static gboolean
read_int (JsonObject *object,
          const char *member,
          gboolean required,
          gint64 minimum,
          gint64 maximum,
          gint64 *value,
          GError **error)
{
  JsonNode *node;
  gint64 number;

  if (!find (object, member, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_INT64))
    return fail_type (member, "an integer", error);

  number = json_node_get_int (node);
  if (number < minimum || number > maximum)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE,
                   "%s: must be from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, member, minimum, maximum);
      return FALSE;
    }

  *value = number;
  return TRUE;
}

static gboolean
read_double (JsonObject *object,
             const char *member,
             gboolean required,
             double minimum,
             double maximum,
             double *value,
             GError **error)
{
  JsonNode *node;
  double number;

  if (!find (object, member, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_DOUBLE) && !holds (node, G_TYPE_INT64))
    return fail_type (member, "a number", error);

  number = json_node_get_double (node);
  if (!isfinite (number) || number < minimum || number > maximum)
    {
      g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_RANGE, "%s: must be from %g to %g", member, minimum,
                   maximum);
      return FALSE;
    }

  *value = number;
  return TRUE;
}

static gboolean
read_boolean (JsonObject *object, const char *member, gboolean required, gboolean *value, GError **error)
{
  JsonNode *node;

  if (!find (object, member, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return fail_type (member, "true or false", error);

  *value = json_node_get_boolean (node);
  return TRUE;
}

static gboolean
read_object (JsonObject *object, const char *member, gboolean required, JsonObject **value, GError **error)
{
  JsonNode *node;

  if (!find (object, member, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_type (member, "an object", error);

  *value = json_node_get_object (node);
  return TRUE;
}

static gboolean
read_array (JsonObject *object, const char *member, gboolean required, JsonArray **value, GError **error)
{
  JsonNode *node;

  if (!find (object, member, required, &node, error))
    return FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_type (member, "an array", error);

  *value = json_node_get_array (node);
  return TRUE;
}

gboolean
madaf_json_read_string (JsonObject *object, const char *member, const char **value, GError **error)
{
  return read_string (object, member, TRUE, 0, G_MAXSIZE, value, error);
}

gboolean
madaf_json_read_string_bounded (
    JsonObject *object, const char *member, gsize minimum, gsize maximum, const char **value, GError **error)
{
  return read_string (object, member, TRUE, minimum, maximum, value, error);
}

gboolean
madaf_json_read_int (
    JsonObject *object, const char *member, gint64 minimum, gint64 maximum, gint64 *value, GError **error)
{
  return read_int (object, member, TRUE, minimum, maximum, value, error);
}

gboolean
madaf_json_read_double (
    JsonObject *object, const char *member, double minimum, double maximum, double *value, GError **error)
{
  return read_double (object, member, TRUE, minimum, maximum, value, error);
}

gboolean
madaf_json_read_boolean (JsonObject *object, const char *member, gboolean *value, GError **error)
{
  return read_boolean (object, member, TRUE, value, error);
}

gboolean
madaf_json_read_object (JsonObject *object, const char *member, JsonObject **value, GError **error)
{
  return read_object (object, member, TRUE, value, error);
}

gboolean
madaf_json_read_array (JsonObject *object, const char *member, JsonArray **value, GError **error)
{
  return read_array (object, member, TRUE, value, error);
}

gboolean
madaf_json_read_optional_string (JsonObject *object, const char *member, const char **value, GError **error)
{
  return read_string (object, member, FALSE, 0, G_MAXSIZE, value, error);
}

gboolean
madaf_json_read_optional_string_bounded (
    JsonObject *object, const char *member, gsize minimum, gsize maximum, const char **value, GError **error)
{
  return read_string (object, member, FALSE, minimum, maximum, value, error);
}

gboolean
madaf_json_read_optional_int (
    JsonObject *object, const char *member, gint64 minimum, gint64 maximum, gint64 *value, GError **error)
{
  return read_int (object, member, FALSE, minimum, maximum, value, error);
}

gboolean
madaf_json_read_optional_double (
    JsonObject *object, const char *member, double minimum, double maximum, double *value, GError **error)
{
  return read_double (object, member, FALSE, minimum, maximum, value, error);
}

gboolean
madaf_json_read_optional_boolean (JsonObject *object, const char *member, gboolean *value, GError **error)
{
  return read_boolean (object, member, FALSE, value, error);
}

gboolean
madaf_json_read_optional_object (JsonObject *object, const char *member, JsonObject **value, GError **error)
{
  return read_object (object, member, FALSE, value, error);
}

gboolean
madaf_json_read_optional_array (JsonObject *object, const char *member, JsonArray **value, GError **error)
{
  return read_array (object, member, FALSE, value, error);
}

static gboolean
fail_element (guint index, const char *wanted, GError **error)
{
  g_set_error (error, MADAF_JSON_ERROR, MADAF_JSON_ERROR_TYPE, "[%u]: must be %s", index, wanted);
  return FALSE;
}

gboolean
madaf_json_element_string (JsonArray *array, guint index, const char **value, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (!holds (node, G_TYPE_STRING))
    return fail_element (index, "a string", error);

  *value = json_node_get_string (node);
  return TRUE;
}

gboolean
madaf_json_element_object (JsonArray *array, guint index, JsonObject **value, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_element (index, "an object", error);

  *value = json_node_get_object (node);
  return TRUE;
}

gboolean
madaf_json_element_array (JsonArray *array, guint index, JsonArray **value, GError **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_element (index, "an array", error);

  *value = json_node_get_array (node);
  return TRUE;
}

char **
madaf_json_array_to_strv (JsonArray *array, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *value;

      if (!madaf_json_element_string (array, i, &value, error))
        return NULL;
      g_strv_builder_add (builder, value);
    }

  return g_strv_builder_end (builder);
}
