/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/random.h"

G_BEGIN_DECLS

/* How long to wait between tries: at least half a second, growing to at most fifteen, spread at random so that a whole
 * chain of kiosks does not come back at once. A plain value; { 0 } has tried nothing. */
typedef struct
{
  int failures;
} MadafBackoff;

/* Counts a failure, and says how many milliseconds to wait. */
int madaf_backoff_next_ms (MadafBackoff *backoff, MadafRandom *random);
/* It worked: the next wait is a short one again. */
void madaf_backoff_reset (MadafBackoff *backoff);

G_END_DECLS
