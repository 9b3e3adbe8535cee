/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/json-writer.h"

G_BEGIN_DECLS

/**
 * MadafText:
 *
 * One text in one or more languages: immutable, counted (thread-safe), a boxed type. On the wire it is an object from
 * BCP 47 language to text: {"he": "…", "en": "…"}.
 */
typedef struct _MadafText MadafText;

#define MADAF_TYPE_TEXT (madaf_text_get_type ())

GType madaf_text_get_type (void) G_GNUC_CONST;
MadafText *madaf_text_ref (MadafText *text);
void madaf_text_unref (MadafText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafText, madaf_text_unref)

/* A text from pairs of language and text, ended by NULL: madaf_text_new ("he", "חולצה", "en", "Shirt", NULL). */
MadafText *madaf_text_new (const char *language, ...) G_GNUC_NULL_TERMINATED;

/**
 * madaf_text_new_from_json:
 * @node: (nullable): an object whose members are all strings, or a JSON null or NULL for the empty text
 * @error: return location, domain MADAF_JSON_ERROR: TYPE when @node is something else, RANGE for a member that is no
 * language tag
 *
 * Returns: (transfer full): the text; NULL with @error set
 */
MadafText *madaf_text_new_from_json (JsonNode *node, GError **error);

/* Reads a text that is kept as JSON (a database column); the same errors and those of madaf_json_parse (). */
MadafText *madaf_text_new_from_string (const char *json, GError **error);

/* Writes the object of all languages as the next value of @writer. */
void madaf_text_write (MadafText *text, MadafJsonWriter *writer);

/**
 * madaf_text_pick:
 * @text: (nullable): a text
 * @language: the wanted language, BCP 47; "he-IL" finds "he"
 *
 * The text in the wanted language; where it has none: English, then Hebrew, then the first there is. An empty string
 * counts as none.
 *
 * Returns: (transfer none): never NULL, "" when there is nothing; valid as long as @text
 */
const char *madaf_text_pick (MadafText *text, const char *language);

/* The text in exactly @language, or NULL. */
const char *madaf_text_get (MadafText *text, const char *language);

/* How many languages, and the one at @index with its text; both stay owned by @text. */
guint madaf_text_get_n_languages (MadafText *text);
const char *madaf_text_get_nth (MadafText *text, guint index, const char **language);

/* Whether no language has anything; TRUE for NULL. */
gboolean madaf_text_is_empty (MadafText *text);
gboolean madaf_text_equal (MadafText *a, MadafText *b);

G_END_DECLS
