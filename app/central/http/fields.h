/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "central/http/request.h"

G_BEGIN_DECLS

/* Reads the members of one object of a request body. What is missing, of a wrong type, out of range or unknown is noted
 * with its pointer (madaf_request_refuse()), so that one answer names all that is wrong; the reads then give NULL or 0.
 * Strings are lent by the body. */
typedef struct
{
  MadafRequest *request;
  JsonObject *object; /* (nullable): every read then gives nothing, silently */
  char *pointer;      /* (owned): of the object, "" for the body itself */
} MadafFields;

typedef enum
{
  MADAF_FIELD_OPTIONAL,
  MADAF_FIELD_REQUIRED,
} MadafFieldNeed;

/* @members: the names there may be, separated by spaces. */
void madaf_fields_init (
    MadafFields *fields, MadafRequest *request, JsonObject *object, const char *pointer, const char *members);
void madaf_fields_clear (MadafFields *fields);

const char *
madaf_fields_string (MadafFields *fields, const char *name, MadafFieldNeed need, glong minimum, glong maximum);
/* A string of the form of ids. */
const char *madaf_fields_id (MadafFields *fields, const char *name, MadafFieldNeed need);
/* BCP 47. */
const char *madaf_fields_language (MadafFields *fields, const char *name, MadafFieldNeed need);
/* One of the words in @words, separated by spaces. */
const char *madaf_fields_word (MadafFields *fields, const char *name, MadafFieldNeed need, const char *words);
/* @value is left alone when there is none. */
gboolean madaf_fields_int (
    MadafFields *fields, const char *name, MadafFieldNeed need, gint64 minimum, gint64 maximum, gint64 *value);
/* FALSE when there is none. */
gboolean madaf_fields_boolean (MadafFields *fields, const char *name);
/* (transfer none) (nullable) */
JsonObject *madaf_fields_object (MadafFields *fields, const char *name, MadafFieldNeed need);
JsonArray *madaf_fields_array (MadafFields *fields, const char *name, guint minimum, guint maximum);

/* Notes @reason for the member @name (NULL: the object itself). */
void madaf_fields_refuse (MadafFields *fields, const char *name, const char *reason);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafFields, madaf_fields_clear)

G_END_DECLS
