/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Bounded, strict reading of JSON (RFC 8259). json-glib 1.6 has no depth limit, takes comments and reads a wrong type
 * as 0, so everything from outside goes through madaf_json_parse () and every member through one of the reads below. */

#define MADAF_JSON_ERROR (madaf_json_error_quark ())

/**
 * MadafJsonError:
 * @MADAF_JSON_ERROR_TOO_LARGE: more bytes than allowed
 * @MADAF_JSON_ERROR_TOO_DEEP: more arrays and objects inside each other than allowed
 * @MADAF_JSON_ERROR_TOO_MANY: more values than allowed
 * @MADAF_JSON_ERROR_NOT_UTF8: invalid UTF-8, a lone surrogate, or a NUL, also when written as an escape
 * @MADAF_JSON_ERROR_SYNTAX: not JSON by RFC 8259
 * @MADAF_JSON_ERROR_DUPLICATE: an object has a member twice
 * @MADAF_JSON_ERROR_MISSING: a required member is absent or null
 * @MADAF_JSON_ERROR_TYPE: a member has another type; an int is never read from text or from a number with a fraction
 * @MADAF_JSON_ERROR_RANGE: a number, or the length of a text, is out of range
 *
 * The message begins with the member's name for the last three: "quantity: …".
 */
typedef enum
{
  MADAF_JSON_ERROR_TOO_LARGE,
  MADAF_JSON_ERROR_TOO_DEEP,
  MADAF_JSON_ERROR_TOO_MANY,
  MADAF_JSON_ERROR_NOT_UTF8,
  MADAF_JSON_ERROR_SYNTAX,
  MADAF_JSON_ERROR_DUPLICATE,
  MADAF_JSON_ERROR_MISSING,
  MADAF_JSON_ERROR_TYPE,
  MADAF_JSON_ERROR_RANGE,
} MadafJsonError;

GQuark madaf_json_error_quark (void);

/* Upper bounds of one document: bytes, nesting (at most 64), and values (every scalar, array and object counts as one).
 */
typedef struct
{
  gsize bytes;
  guint depth;
  guint values;
} MadafJsonLimits;

/* For what reaches the central: 64 KiB, depth 16, 4096 values. The default. */
extern const MadafJsonLimits madaf_json_limits_request;
/* For the central's answers to a client: 8 MiB, depth 16, 200,000 values. */
extern const MadafJsonLimits madaf_json_limits_answer;

/**
 * madaf_json_parse:
 * @bytes: the document; need not end with a NUL
 * @length: its length, or -1 when it ends with a NUL
 * @limits: (nullable): NULL for madaf_json_limits_request
 * @error: return location, domain MADAF_JSON_ERROR
 *
 * Safe from any thread and with any bytes.
 *
 * Returns: (transfer full): the root; free with json_node_unref (); NULL with @error set
 */
JsonNode *madaf_json_parse (const char *bytes, gssize length, const MadafJsonLimits *limits, GError **error);

/* The same, for a document that must be an object. Free with json_object_unref (). */
JsonObject *madaf_json_parse_object (const char *bytes, gssize length, const MadafJsonLimits *limits, GError **error);

/* Required members. What is given out stays owned by @object. FALSE with @error set and the out argument untouched
 * when the member is absent, null, of another type or out of range. Bounds are inclusive; those of text count
 * characters. */
gboolean madaf_json_read_string (JsonObject *object, const char *member, const char **value, GError **error);
gboolean madaf_json_read_string_bounded (
    JsonObject *object, const char *member, gsize minimum, gsize maximum, const char **value, GError **error);
gboolean madaf_json_read_int (
    JsonObject *object, const char *member, gint64 minimum, gint64 maximum, gint64 *value, GError **error);
gboolean madaf_json_read_double (
    JsonObject *object, const char *member, double minimum, double maximum, double *value, GError **error);
gboolean madaf_json_read_boolean (JsonObject *object, const char *member, gboolean *value, GError **error);
gboolean madaf_json_read_object (JsonObject *object, const char *member, JsonObject **value, GError **error);
gboolean madaf_json_read_array (JsonObject *object, const char *member, JsonArray **value, GError **error);

/* Optional members: TRUE with the out argument left alone when absent or null; else as above. */
gboolean madaf_json_read_optional_string (JsonObject *object, const char *member, const char **value, GError **error);
gboolean madaf_json_read_optional_string_bounded (
    JsonObject *object, const char *member, gsize minimum, gsize maximum, const char **value, GError **error);
gboolean madaf_json_read_optional_int (
    JsonObject *object, const char *member, gint64 minimum, gint64 maximum, gint64 *value, GError **error);
gboolean madaf_json_read_optional_double (
    JsonObject *object, const char *member, double minimum, double maximum, double *value, GError **error);
gboolean madaf_json_read_optional_boolean (JsonObject *object, const char *member, gboolean *value, GError **error);
gboolean madaf_json_read_optional_object (JsonObject *object, const char *member, JsonObject **value, GError **error);
gboolean madaf_json_read_optional_array (JsonObject *object, const char *member, JsonArray **value, GError **error);

/* Elements of an array, type-checked; owned by @array. @index must be below the array's length. */
gboolean madaf_json_element_string (JsonArray *array, guint index, const char **value, GError **error);
gboolean madaf_json_element_object (JsonArray *array, guint index, JsonObject **value, GError **error);
gboolean madaf_json_element_array (JsonArray *array, guint index, JsonArray **value, GError **error);

/* An array of strings as a NULL-ended vector (transfer full); NULL with @error set. @array may be NULL: an empty
 * vector. */
char **madaf_json_array_to_strv (JsonArray *array, GError **error);

G_END_DECLS
