/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "client/own-review.h"

G_BEGIN_DECLS

/* What is said around reviews, in the language of the process. All (transfer full). */

/* "12/05/2026" of "2026-05-12", as figures of the page's language. */
char *madaf_review_words_day (const char *written_on);

/* How what they wrote stands: "You wrote this on 12/05/2026. It is waiting to be read." (nullable): nothing yet. */
char *madaf_review_words_state (const MadafOwnReview *own);

/* "You bought M in May." (nullable): they did not, or of no size. By the clock of @zone; from eleven months on
 * with the year instead. */
char *madaf_review_words_bought (const MadafOwnReview *own, gint64 now_us, GTimeZone *zone);

G_END_DECLS
