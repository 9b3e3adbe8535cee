/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/together-job.h"

#include "central/shop/together-count.h"

/* The writer is held for a few ms at a time. */
#define ROWS_OF_A_WRITE    500
#define CHANGES_OF_A_WRITE 20

typedef struct
{
  MadafTogetherTally *tally; /* (owned) (nullable) */
  GArray *counts;            /* (owned) (nullable) */
  guint written;
  MadafTogetherState before;
  MadafTogetherState after;
  gboolean lost;
  gboolean more;
  gboolean applied;
  gint64 removed;
  GCancellable *cancellable; /* (nullable) */
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->counts, g_array_unref);
  g_clear_pointer (&job->tally, madaf_together_tally_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

static gboolean
read_state (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;

  return madaf_together_read_state (transaction, &job->before, error);
}

static gboolean
read_orders (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;

  return madaf_together_read_orders (transaction, job->tally, &job->after.event_id, job->cancellable, error);
}

static gboolean
read_changes (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;

  job->after = job->before;
  return madaf_together_read_changes (transaction, &job->after, CHANGES_OF_A_WRITE, job->tally, &job->lost, &job->more,
                                      error);
}

static gboolean
apply (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;

  return madaf_together_apply (transaction, job->counts, &job->before, &job->after, &job->applied, error);
}

static gboolean
put (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;

  return madaf_together_put (transaction, job->after.generation, job->counts, job->written, ROWS_OF_A_WRITE, error);
}

static gboolean
hold (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;

  return madaf_together_hold (transaction, &job->after, error);
}

static gboolean
sweep (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;

  return madaf_together_sweep (transaction, ROWS_OF_A_WRITE, &job->removed, error);
}

/* Counts that do not hold: those before the last recount, and those of a recount that was cut off. */
static gboolean
sweep_all (MadafStore *store, Job *job, GError **error)
{
  do
    if (g_cancellable_set_error_if_cancelled (job->cancellable, error) || !madaf_store_write (store, sweep, job, error))
      return FALSE;
  while (job->removed > 0);
  return TRUE;
}

gboolean
madaf_together_recount (MadafStore *store, gint64 now_us, GCancellable *cancellable, GError **error)
{
  g_auto (Job) job = { .tally = madaf_together_tally_new (), .cancellable = cancellable };

  if (!madaf_store_read (store, read_state, &job, error) || !sweep_all (store, &job, error)
      || !madaf_store_read (store, read_orders, &job, error))
    return FALSE;
  job.after.generation = job.before.generation + 1;
  job.after.recounted_us = job.after.counted_us = now_us;
  job.counts = madaf_together_tally_list (job.tally);
  for (; job.written < job.counts->len; job.written += ROWS_OF_A_WRITE)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !madaf_store_write (store, put, &job, error))
      return FALSE;
  return madaf_store_write (store, hold, &job, error) && sweep_all (store, &job, error);
}

/* One short write of what is new; *more: there is more. */
static gboolean
follow (MadafStore *store, gint64 now_us, gboolean *lost, gboolean *more, GError **error)
{
  g_auto (Job) job = { .tally = madaf_together_tally_new () };

  if (!madaf_store_read (store, read_state, &job, error) || !madaf_store_read (store, read_changes, &job, error))
    return FALSE;
  *lost = job.lost;
  *more = job.more;
  if (job.lost || job.after.event_id == job.before.event_id)
    return TRUE;
  job.after.counted_us = now_us;
  job.counts = madaf_together_tally_list (job.tally);
  return madaf_store_write (store, apply, &job, error);
}

gboolean
madaf_together_update (MadafStore *store, gint64 now_us, GCancellable *cancellable, GError **error)
{
  Job job = { 0 };
  gboolean lost = FALSE;
  gboolean more = TRUE;

  if (!madaf_store_read (store, read_state, &job, error))
    return FALSE;
  if (job.before.generation == 0 || now_us - job.before.recounted_us >= MADAF_TOGETHER_RECOUNT_US
      || now_us < job.before.recounted_us)
    return madaf_together_recount (store, now_us, cancellable, error);
  while (more && !lost)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !follow (store, now_us, &lost, &more, error))
      return FALSE;
  return !lost || madaf_together_recount (store, now_us, cancellable, error);
}
