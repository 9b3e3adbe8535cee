/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/hours.h"

G_BEGIN_DECLS

/**
 * What labels say, as pure functions: whole translated sentences in the language of the process. All (transfer full).
 * Numbers and codes inside are isolated where Hebrew or Arabic would otherwise turn them around.
 */

/** "In stock: 7 units", "Last one", "Not here"; above 20 "More than 20". units < 0 counts as 0. */
char *madaf_texts_units (int units);
/** Short, for a table of branches: "7", "20+", "Last one", "None". */
char *madaf_texts_units_short (int units);
/** How old a figure is: "now" (under 10 s), "5 min ago", "2 h ago", "3 days ago". */
char *madaf_texts_age (gint64 age_us);
/** "4.3" in English, "4,3" in Russian. */
char *madaf_texts_decimal (double value);
/** Metres: "350 m", "1.2 km", "14 km". Negative: NULL. */
char *madaf_texts_distance (double metres);
/**
 * Opening of a branch now. minute is local minutes since midnight; opens and closes the same day's, closes may pass
 * 1440; opens < 0: closed all day. "Open until 21:00", "Opens at 09:00", "Closed today", "Closes soon, at 21:00".
 */
char *madaf_texts_opening (int minute, int opens, int closes);
/**
 * By the branch's own clock: "Open until 21:00", "Opens at 09:00", "Opens tomorrow at 09:00", "Opens on Sunday at
 * 09:00", "Closed now". hours: (nullable): NULL then.
 */
char *madaf_texts_hours (MadafHours *hours, gint64 now_us);
/** "4.3 out of 5 stars". */
char *madaf_texts_stars (double rating);
/** "128 reviews". */
char *madaf_texts_reviews (int count);
/** "3 items". */
char *madaf_texts_items (int count);
/** FSI…PDI around what may be of another direction; drops bidi control characters inside. */
char *madaf_texts_isolate (const char *text);
/** LRI…PDI around a code, phone number or price. */
char *madaf_texts_isolate_ltr (const char *text);

G_END_DECLS
