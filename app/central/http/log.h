/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The log: one JSON object per line on standard error, for journald and whatever reads it from there. Nothing about a
 * person is in it: requests are told by the pattern of their route, never by their path, query, headers or body. */

typedef enum
{
  MADAF_LOG_ERROR,
  MADAF_LOG_WARNING,
  MADAF_LOG_INFO,
  MADAF_LOG_DEBUG,
} MadafLogLevel;

/* "error", "warning", "info", "debug". */
gboolean madaf_log_level_from_string (const char *text, MadafLogLevel *level);

/* Nothing less urgent than @level is written; at first that is MADAF_LOG_WARNING. */
void madaf_log_set_level (MadafLogLevel level);
gboolean madaf_log_wants (MadafLogLevel level);

/* Turns what GLib's g_warning() and friends say into lines of this log. For programs, not for libraries. */
void madaf_log_take_over_glib (void);

/* @event: a constant word, such as "started". @message (nullable): a sentence of our own. */
void madaf_log_event (MadafLogLevel level, const char *event, const char *message);

/* One answered request. @status 0: the connection was lost before there was an answer. */
void madaf_log_request (const char *id, const char *method, const char *route, guint status, gint64 duration_us);

G_END_DECLS
