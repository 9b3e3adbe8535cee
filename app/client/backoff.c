/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/backoff.h"

#define LEAST_MS 500
#define MOST_MS  15000
/* From this many failures on the longest wait is reached. */
#define ENOUGH 4

int
madaf_backoff_next_ms (MadafBackoff *backoff, MadafRandom *random)
{
  int upper = MIN (MOST_MS, (2 * LEAST_MS) << MIN (backoff->failures, ENOUGH));

  backoff->failures = MIN (backoff->failures + 1, ENOUGH);
  return LEAST_MS + (int)madaf_random_below (random, (guint64)(upper - LEAST_MS + 1));
}

void
madaf_backoff_reset (MadafBackoff *backoff)
{
  backoff->failures = 0;
}
