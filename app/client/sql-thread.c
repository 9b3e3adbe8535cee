/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/sql-thread.h"

typedef struct
{
  MadafSqlThreadFunc func;
  gpointer data;
  gboolean last;
} Job;

struct _MadafSqlThread
{
  GAsyncQueue *queue; /* (owned) (element-type Job) the thread has its own reference */
  GThread *thread;    /* (owned) */
};

static gpointer
run (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;
  gboolean last = FALSE;

  while (!last)
    {
      g_autofree Job *job = g_async_queue_pop (queue);

      job->func (job->data);
      last = job->last;
    }

  return NULL;
}

MadafSqlThread *
madaf_sql_thread_new (const char *name)
{
  MadafSqlThread *worker = g_new0 (MadafSqlThread, 1);

  worker->queue = g_async_queue_new ();
  worker->thread = g_thread_new (name, run, g_async_queue_ref (worker->queue));

  return worker;
}

static void
push (MadafSqlThread *worker, MadafSqlThreadFunc func, gpointer data, gboolean last)
{
  Job *job = g_new (Job, 1);

  *job = (Job){ func, data, last };
  g_async_queue_push (worker->queue, job);
}

void
madaf_sql_thread_push (MadafSqlThread *worker, MadafSqlThreadFunc func, gpointer data)
{
  push (worker, func, data, FALSE);
}

void
madaf_sql_thread_end (MadafSqlThread *worker, MadafSqlThreadFunc last, gpointer data)
{
  push (worker, last, data, TRUE);

  /* An object that owns a worker may lose its last reference to a task that is answered in the thread. */
  if (g_thread_self () == worker->thread)
    g_thread_unref (worker->thread);
  else
    g_thread_join (worker->thread);

  g_async_queue_unref (worker->queue);
  g_free (worker);
}
