/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How a command speaks to the central that serves a database: over its control socket, as the operator. */

typedef struct
{
  guint status;
  JsonObject *body; /* (owned) (nullable) */
} MadafControlAnswer;

/* Posts @json to @path at the central that has @database open. FALSE with @error set when it did not answer;
 * G_IO_ERROR_NOT_FOUND or _CONNECTION_REFUSED when none runs. */
gboolean madaf_control_post (
    const char *database, const char *path, const char *json, MadafControlAnswer *answer, GError **error);

void madaf_control_answer_clear (MadafControlAnswer *answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadafControlAnswer, madaf_control_answer_clear)

G_END_DECLS
