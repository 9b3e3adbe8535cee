/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MadafSseParser:
 *
 * Server-Sent Events (WHATWG HTML, "event stream interpretation") out of bytes that come in any pieces. Knows nothing
 * of what events mean.
 */
typedef struct _MadafSseParser MadafSseParser;

/**
 * MadafSseFunc:
 * @event: the kind, "message" when none was given
 * @id: the last id given, "" for none
 * @data: the lines of data, joined
 */
typedef void (*MadafSseFunc) (const char *event, const char *id, const char *data, gpointer user_data);

/* @maximum: bytes that a line, or the data of an event, may have. */
MadafSseParser *madaf_sse_parser_new (gsize maximum, MadafSseFunc func, gpointer user_data);
void madaf_sse_parser_free (MadafSseParser *parser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafSseParser, madaf_sse_parser_free)

/* FALSE when an event is too large; then nothing more may be fed. */
gboolean madaf_sse_parser_feed (MadafSseParser *parser, const char *bytes, gsize length);

G_END_DECLS
