/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/fetch-queue.h"

#include <stdlib.h>

#include "central/shop/private.h"

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a;
  gint64 second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

static gint64
median (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return n % 2 == 1 ? times[n / 2] : (times[n / 2 - 1] + times[n / 2]) / 2;
}

gboolean
madaf_fetch_queue_measure (
    MadafTransaction *transaction, const char *branch_id, gint64 now_us, gint64 *place_us, GError **error)
{
  gint64 times[MADAF_FETCH_MEASURED];
  guint n = 0;
  g_autoptr (MadafRows) rows
      = QUERY (transaction, error,
               "SELECT (ended_us - asked_us) / asked_place FROM fetch_request WHERE branch_id = $1"
               " AND state = 'brought' AND ended_us > $2 ORDER BY ended_us DESC LIMIT $3",
               TEXT (branch_id), INT (now_us - MADAF_FETCH_RECENT_US), INT (MADAF_FETCH_MEASURED));

  *place_us = 0;
  while (rows != NULL && n < G_N_ELEMENTS (times) && madaf_rows_next (rows, error))
    times[n++] = madaf_rows_int (rows, 0);
  if (rows == NULL || madaf_rows_failed (rows))
    return FALSE;
  if (n >= MADAF_FETCH_FEW)
    *place_us = MAX (median (times, n), 1);
  return TRUE;
}

void
madaf_fetch_queue_expect (MadafFetchRequest *request, gint64 place_us, gint64 now_us)
{
  gint64 waited_us = now_us - request->asked_us;
  gint64 usual_us = request->asked_place * place_us;
  gint64 left_us;

  if (place_us == 0 || request->state > MADAF_FETCH_TAKEN)
    return;
  /* Told in whole minutes, so the last of them is theirs too. */
  request->late = waited_us >= (usual_us / G_TIME_SPAN_MINUTE + 1) * G_TIME_SPAN_MINUTE;
  if (request->late)
    return;
  left_us = request->place > 0 ? request->place * place_us : usual_us - waited_us;
  request->expected_minutes = (int)MAX ((left_us + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE, 1);
}
