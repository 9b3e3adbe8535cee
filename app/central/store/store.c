/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/store/store.h"

#include "central/store/connection.h"
#include "central/store/engine.h"
#include "central/store/schema.h"

/* More jobs than this in one COMMIT gain little and make the first wait for the last. */
#define GROUP_MAX 64

typedef struct
{
  MadafTransactionFunc func;
  gpointer data;
  MadafStoreDone done;
  gpointer done_data;
  GError *error; /* (owned) (nullable) */
} Job;

struct _MadafStore
{
  const MadafEngine *engine;
  char *path;
  MadafTransaction *writer; /* used by the writer's thread only */
  GThread *thread;
  MadafStoreCommitted committed;
  gpointer committed_data;

  GMutex queue_lock;
  GCond queue_changed;
  GQueue jobs; /* of Job */
  gboolean stopping;

  GMutex readers_lock;
  GQueue readers; /* idle MadafTransaction */
};

static void
fail_group (GPtrArray *group, const GError *error)
{
  for (guint i = 0; i < group->len; i++)
    {
      Job *job = g_ptr_array_index (group, i);

      if (job->error == NULL)
        job->error = g_error_copy (error);
    }
}

/* TRUE if there is something to commit. */
static gboolean
run_jobs (MadafStore *self, GPtrArray *group)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < group->len; i++)
    {
      Job *job = g_ptr_array_index (group, i);

      if (madaf_transaction_attempt (self->writer, job->func, job->data, &job->error))
        {
          changed = TRUE;
        }
      else if (!madaf_transaction_is_open (self->writer))
        {
          /* The engine gave the whole transaction up, and with it what the jobs before this one had done. */
          fail_group (group, job->error);
          return FALSE;
        }
    }
  return changed;
}

static void
run_group (MadafStore *self, GPtrArray *group)
{
  g_autoptr (GError) error = NULL;
  gboolean committed = FALSE;

  if (!madaf_transaction_begin (self->writer, &error))
    fail_group (group, error);
  else if (run_jobs (self, group))
    {
      committed = madaf_transaction_commit (self->writer, &error);
      if (!committed)
        fail_group (group, error);
    }
  madaf_transaction_rollback (self->writer);

  if (error != NULL)
    g_warning ("A group of %u writes was not kept: %s", group->len, error->message);
  if (committed && self->committed != NULL)
    self->committed (self->committed_data);
  for (guint i = 0; i < group->len; i++)
    {
      Job *job = g_ptr_array_index (group, i);

      job->done (job->error, job->done_data);
    }
}

static void
job_free (Job *job)
{
  g_clear_error (&job->error);
  g_free (job);
}

/* Waits for work; FALSE when there is none left and the store is closing. */
static gboolean
take_group (MadafStore *self, GPtrArray *group)
{
  g_mutex_lock (&self->queue_lock);
  while (g_queue_is_empty (&self->jobs) && !self->stopping)
    g_cond_wait (&self->queue_changed, &self->queue_lock);
  while (group->len < GROUP_MAX && !g_queue_is_empty (&self->jobs))
    g_ptr_array_add (group, g_queue_pop_head (&self->jobs));
  g_mutex_unlock (&self->queue_lock);
  return group->len > 0;
}

static gpointer
writer_main (gpointer data)
{
  MadafStore *self = data;
  g_autoptr (GPtrArray) group = g_ptr_array_new_with_free_func ((GDestroyNotify)job_free);

  while (take_group (self, group))
    {
      run_group (self, group);
      g_ptr_array_set_size (group, 0);
    }
  return NULL;
}

static gboolean
migrate_step (MadafStore *self, gpointer connection, int version, GError **error)
{
  if (!madaf_transaction_begin (self->writer, error))
    return FALSE;
  if (self->engine->run_script (connection, madaf_schema_migrations[version], error)
      && self->engine->set_version (connection, version + 1, error) && madaf_transaction_commit (self->writer, error))
    return TRUE;
  madaf_transaction_rollback (self->writer);
  return FALSE;
}

static gboolean
migrate (MadafStore *self, GError **error)
{
  gpointer connection = madaf_transaction_get_connection (self->writer);
  int version = 0;

  if (!self->engine->get_version (connection, &version, error))
    return FALSE;
  for (; version < madaf_schema_version; version++)
    if (!migrate_step (self, connection, version, error))
      return FALSE;
  return TRUE;
}

MadafStore *
madaf_store_open (const char *path, GError **error)
{
  g_autoptr (MadafStore) self = g_new0 (MadafStore, 1);
  gpointer connection;

  g_mutex_init (&self->queue_lock);
  g_cond_init (&self->queue_changed);
  g_queue_init (&self->jobs);
  g_mutex_init (&self->readers_lock);
  g_queue_init (&self->readers);
  self->engine = &madaf_sqlite_engine;
  self->path = g_strdup (path);

  connection = self->engine->open_writer (path, madaf_schema_version, error);
  if (connection == NULL)
    return NULL;
  self->writer = madaf_transaction_new (self->engine, connection, TRUE);
  if (!migrate (self, error))
    return NULL;
  self->thread = g_thread_new ("store-writer", writer_main, self);
  return g_steal_pointer (&self);
}

void
madaf_store_close (MadafStore *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->queue_lock);
  self->stopping = TRUE;
  g_cond_signal (&self->queue_changed);
  g_mutex_unlock (&self->queue_lock);
  g_clear_pointer (&self->thread, g_thread_join);

  g_queue_clear_full (&self->readers, (GDestroyNotify)madaf_transaction_free);
  g_clear_pointer (&self->writer, madaf_transaction_free);
  g_mutex_clear (&self->readers_lock);
  g_mutex_clear (&self->queue_lock);
  g_cond_clear (&self->queue_changed);
  g_free (self->path);
  g_free (self);
}

static MadafTransaction *
take_reader (MadafStore *self, GError **error)
{
  MadafTransaction *reader;
  gpointer connection;

  g_mutex_lock (&self->readers_lock);
  reader = g_queue_pop_head (&self->readers);
  g_mutex_unlock (&self->readers_lock);
  if (reader != NULL)
    return reader;
  connection = self->engine->open_reader (self->path, error);
  return connection != NULL ? madaf_transaction_new (self->engine, connection, FALSE) : NULL;
}

static void
give_reader_back (MadafStore *self, MadafTransaction *reader)
{
  madaf_transaction_rollback (reader);
  g_mutex_lock (&self->readers_lock);
  g_queue_push_head (&self->readers, reader);
  g_mutex_unlock (&self->readers_lock);
}

gboolean
madaf_store_read (MadafStore *self, MadafTransactionFunc func, gpointer data, GError **error)
{
  MadafTransaction *reader = take_reader (self, error);
  gboolean good;

  if (reader == NULL)
    return FALSE;
  good = madaf_transaction_begin (reader, error) && func (reader, data, error);
  give_reader_back (self, reader);
  return good;
}

void
madaf_store_write_async (
    MadafStore *self, MadafTransactionFunc func, gpointer data, MadafStoreDone done, gpointer done_data)
{
  Job *job = g_new0 (Job, 1);
  gboolean taken;

  job->func = func;
  job->data = data;
  job->done = done;
  job->done_data = done_data;

  g_mutex_lock (&self->queue_lock);
  taken = !self->stopping;
  if (taken)
    {
      g_queue_push_tail (&self->jobs, job);
      g_cond_signal (&self->queue_changed);
    }
  g_mutex_unlock (&self->queue_lock);

  if (!taken)
    {
      job->error = g_error_new_literal (MADAF_STORE_ERROR, MADAF_STORE_ERROR_STOPPED, "The store is closing");
      done (job->error, done_data);
      job_free (job);
    }
}

typedef struct
{
  GMutex lock;
  GCond finished;
  gboolean is_finished;
  GError *error; /* (owned) (nullable) */
} Waiter;

static void
on_write_done (const GError *error, gpointer data)
{
  Waiter *waiter = data;

  g_mutex_lock (&waiter->lock);
  waiter->error = error != NULL ? g_error_copy (error) : NULL;
  waiter->is_finished = TRUE;
  g_cond_signal (&waiter->finished);
  g_mutex_unlock (&waiter->lock);
}

gboolean
madaf_store_write (MadafStore *self, MadafTransactionFunc func, gpointer data, GError **error)
{
  Waiter waiter = { 0 };

  g_mutex_init (&waiter.lock);
  g_cond_init (&waiter.finished);
  madaf_store_write_async (self, func, data, on_write_done, &waiter);
  g_mutex_lock (&waiter.lock);
  while (!waiter.is_finished)
    g_cond_wait (&waiter.finished, &waiter.lock);
  g_mutex_unlock (&waiter.lock);
  g_mutex_clear (&waiter.lock);
  g_cond_clear (&waiter.finished);

  if (waiter.error == NULL)
    return TRUE;
  g_propagate_error (error, waiter.error);
  return FALSE;
}

void
madaf_store_set_committed (MadafStore *self, MadafStoreCommitted committed, gpointer data)
{
  self->committed = committed;
  self->committed_data = data;
}

guint
madaf_store_get_queue_length (MadafStore *self)
{
  guint length;

  g_mutex_lock (&self->queue_lock);
  length = g_queue_get_length (&self->jobs);
  g_mutex_unlock (&self->queue_lock);
  return length;
}
