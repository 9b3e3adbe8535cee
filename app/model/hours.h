/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/json-writer.h"
#include "model/text.h"

G_BEGIN_DECLS

/**
 * MadafHours:
 *
 * When a branch is open: a week, exceptions by date, a time zone. Immutable, counted (thread-safe), a boxed type. As
 * JSON:
 * {"time_zone": "Asia/Jerusalem", "week": [[["09:00", "21:00"]], … seven, Sunday first],
 *  "exceptions": [{"date": "2026-12-25", "intervals": [], "reason": {"en": "…"}}]}.
 * An interval whose end is not after its start ends on the next day; "24:00" is midnight at the end.
 */
typedef struct _MadafHours MadafHours;

/* Minutes since local midnight; @end above 1440 is on the next day. */
typedef struct
{
  int start;
  int end;
} MadafHoursInterval;

#define MADAF_TYPE_HOURS (madaf_hours_get_type ())

GType madaf_hours_get_type (void) G_GNUC_CONST;
MadafHours *madaf_hours_ref (MadafHours *hours);
void madaf_hours_unref (MadafHours *hours);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MadafHours, madaf_hours_unref)

/* Errors: MADAF_JSON_ERROR; RANGE for a date, a time or a time zone that does not exist, and for overlapping intervals
 * of a day. */
MadafHours *madaf_hours_new_from_json (JsonNode *node, GError **error);
MadafHours *madaf_hours_new_from_string (const char *json, GError **error);
void madaf_hours_write (MadafHours *hours, MadafJsonWriter *writer);

/* The IANA name of the zone, and the zone itself; owned by @hours. */
const char *madaf_hours_get_time_zone_name (MadafHours *hours);
GTimeZone *madaf_hours_get_time_zone (MadafHours *hours);

/* Whether the branch is open at that moment. */
gboolean madaf_hours_is_open (MadafHours *hours, gint64 at_us);

/* When the branch, open at @at_us, closes: FALSE when it is closed then, or does not close within two weeks. */
gboolean madaf_hours_closes_at (MadafHours *hours, gint64 at_us, gint64 *closes_us);

/* When it opens next, strictly after @at_us: FALSE when it does not within sixty days. */
gboolean madaf_hours_next_opening (MadafHours *hours, gint64 at_us, gint64 *opens_us);

/**
 * madaf_hours_get_day:
 * @date: a day in the branch's time zone
 * @n_intervals: (out): how many intervals; 0 for a closed day
 * @reason: (out) (optional) (transfer none) (nullable): why that date is an exception
 *
 * Returns: (transfer none) (array length=n_intervals): what begins on @date, in order
 */
const MadafHoursInterval *
madaf_hours_get_day (MadafHours *hours, const GDate *date, guint *n_intervals, MadafText **reason);

G_END_DECLS
