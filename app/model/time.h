/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Times on the wire: RFC 3339, "2026-11-21T20:35:49Z". Inside: microseconds since the Unix epoch, UTC. */

#define MADAF_TIME_SECOND G_GINT64_CONSTANT (1000000)
#define MADAF_TIME_MINUTE (60 * MADAF_TIME_SECOND)
#define MADAF_TIME_HOUR   (60 * MADAF_TIME_MINUTE)
#define MADAF_TIME_DAY    (24 * MADAF_TIME_HOUR)

#define MADAF_TIME_ERROR (madaf_time_error_quark ())

/**
 * MadafTimeError:
 * @MADAF_TIME_ERROR_SYNTAX: not RFC 3339
 * @MADAF_TIME_ERROR_RANGE: a date or time that does not exist
 */
typedef enum
{
  MADAF_TIME_ERROR_SYNTAX,
  MADAF_TIME_ERROR_RANGE,
} MadafTimeError;

GQuark madaf_time_error_quark (void);

/* (transfer full): in UTC with Z; microseconds, six digits, only when they are not zero. Years 1 to 9999. */
char *madaf_time_format (gint64 time_us);

/* Any offset is taken; digits beyond microseconds are cut; second 60 is the next second. */
gboolean madaf_time_parse (const char *text, gint64 *time_us, GError **error);

G_END_DECLS
