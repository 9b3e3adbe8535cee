/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "client/errand.h"

G_BEGIN_DECLS

/* What is said of a thing that somebody was asked to bring, as pure functions in the language of the process. All
 * (transfer full) but the icon. */

/* "Linen shirt · Navy · M". */
char *madaf_errand_words_what (MadafErrand *errand);
/* Where it stands, in one line: "Second in the queue · about 4 minutes". @stale: nobody could tell for a while. */
char *madaf_errand_words_state (MadafErrand *errand, gboolean stale);
/* "Fitting room 3". */
char *madaf_errand_words_where (MadafErrand *errand);
/* Why it was not. */
char *madaf_errand_words_refusal (const GError *error);
/* (transfer none) */
const char *madaf_errand_words_icon (MadafErrand *errand);

G_END_DECLS
