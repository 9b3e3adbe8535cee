/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafJsonWriter:
 *
 * Writes compact JSON front to back into one growing string; commas come by themselves. Calls in an order that is no
 * JSON are programming errors. Strings must be UTF-8; bytes that are not are written as U+FFFD.
 */
typedef struct _MadafJsonWriter MadafJsonWriter;

MadafJsonWriter *madaf_json_writer_new (void);
void madaf_json_writer_free (MadafJsonWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafJsonWriter, madaf_json_writer_free)

void madaf_json_writer_begin_object (MadafJsonWriter *writer);
void madaf_json_writer_end_object (MadafJsonWriter *writer);
void madaf_json_writer_begin_array (MadafJsonWriter *writer);
void madaf_json_writer_end_array (MadafJsonWriter *writer);
/* The name of the member whose value comes next. */
void madaf_json_writer_member (MadafJsonWriter *writer, const char *name);
/* @value NULL writes null. */
void madaf_json_writer_string (MadafJsonWriter *writer, const char *value);
void madaf_json_writer_int (MadafJsonWriter *writer, gint64 value);
/* Not finite writes null. */
void madaf_json_writer_double (MadafJsonWriter *writer, double value);
void madaf_json_writer_bool (MadafJsonWriter *writer, gboolean value);
void madaf_json_writer_null (MadafJsonWriter *writer);
/* One value that already is JSON (a stored column); trusted. NULL writes null. */
void madaf_json_writer_raw (MadafJsonWriter *writer, const char *json);

/* A member and its value at once. */
void madaf_json_writer_member_string (MadafJsonWriter *writer, const char *name, const char *value);
void madaf_json_writer_member_int (MadafJsonWriter *writer, const char *name, gint64 value);
void madaf_json_writer_member_double (MadafJsonWriter *writer, const char *name, double value);
void madaf_json_writer_member_bool (MadafJsonWriter *writer, const char *name, gboolean value);
void madaf_json_writer_member_null (MadafJsonWriter *writer, const char *name);
void madaf_json_writer_member_raw (MadafJsonWriter *writer, const char *name, const char *json);

/* What has been written so far, owned by the writer; @length (optional) gets its bytes. */
const char *madaf_json_writer_peek (MadafJsonWriter *writer, gsize *length);
/* Gives the text away (transfer full, ends with a NUL) and leaves the writer empty, ready for another document. */
char *madaf_json_writer_finish (MadafJsonWriter *writer, gsize *length);
/* The same as bytes. */
GBytes *madaf_json_writer_finish_bytes (MadafJsonWriter *writer);

G_END_DECLS
