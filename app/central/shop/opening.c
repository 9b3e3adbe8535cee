/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/shop/opening.h"

#include "model/hours.h"

/* Far more than a chain has different hours; then everything is forgotten, as hours that changed should be. */
#define MAX_REMEMBERED 1000

/* Hours and the one opening of theirs that was asked about last: until it is over, nothing is calculated again. */
typedef struct
{
  MadafHours *hours; /* (owned) */
  gint64 known_from_us;
  gint64 opens_us;
  gint64 closes_us;
} Opening;

static GMutex lock;
static GHashTable *openings; /* JSON text → Opening; under lock */

static void
opening_free (gpointer data)
{
  madaf_hours_unref (((Opening *)data)->hours);
  g_free (data);
}

static Opening *
remember (const char *json)
{
  g_autoptr (MadafHours) hours = madaf_hours_new_from_string (json, NULL);
  Opening *opening;

  if (hours == NULL)
    return NULL;
  if (openings == NULL)
    openings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, opening_free);
  if (g_hash_table_size (openings) >= MAX_REMEMBERED)
    g_hash_table_remove_all (openings);
  opening = g_new0 (Opening, 1);
  opening->hours = g_steal_pointer (&hours);
  g_hash_table_insert (openings, g_strdup (json), opening);
  return opening;
}

/* The opening that @at_us is in, or the next one. FALSE if none comes. */
static gboolean
find_opening (Opening *self, gint64 at_us)
{
  if (at_us >= self->known_from_us && at_us < self->closes_us)
    return TRUE;
  self->known_from_us = self->opens_us = at_us;
  self->closes_us = 0;
  if (!madaf_hours_is_open (self->hours, at_us) && !madaf_hours_next_opening (self->hours, at_us, &self->opens_us))
    return FALSE;
  /* One that never closes is open for long enough. */
  if (!madaf_hours_closes_at (self->hours, self->opens_us, &self->closes_us))
    self->closes_us = self->opens_us + 7 * G_TIME_SPAN_DAY;
  return TRUE;
}

static gint64
prepare (Opening *self, gint64 now_us, gint64 work_us)
{
  gint64 at_us = now_us;

  while (find_opening (self, at_us))
    {
      at_us = MAX (at_us, self->opens_us);
      if (self->closes_us - at_us >= work_us)
        return at_us + work_us;
      work_us -= self->closes_us - at_us;
      at_us = self->closes_us;
    }
  return 0;
}

gint64
madaf_opening_prepared_us (const char *hours, gint64 now_us, gint64 work_us)
{
  Opening *opening;
  gint64 prepared_us = 0;

  g_mutex_lock (&lock);
  opening = openings != NULL ? g_hash_table_lookup (openings, hours) : NULL;
  if (opening == NULL)
    opening = remember (hours);
  if (opening != NULL)
    prepared_us = prepare (opening, now_us, work_us);
  g_mutex_unlock (&lock);
  return prepared_us;
}
