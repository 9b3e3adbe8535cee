/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/shelf.h"

#include "client/shelf-store.h"
#include "client/sql-thread.h"

struct _MadafShelf
{
  GObject parent_instance;

  MadafClock *clock;      /* (owned) */
  MadafSqlThread *worker; /* (owned) */
  MadafShelfStore *store; /* the worker's; freed by its last job */
};

G_DEFINE_FINAL_TYPE (MadafShelf, madaf_shelf, G_TYPE_OBJECT)

typedef enum
{
  PUT,
  TOUCH,
  FORGET,
  GET,
  PUT_PICTURE,
  GET_PICTURE,
  SETTLE,
} JobKind;

typedef struct
{
  JobKind kind;
  MadafShelfStore *store;
  char *key;     /* (owned) (nullable) */
  GBytes *bytes; /* (owned) (nullable) */
  char *etag;    /* (owned) (nullable) */
  gint64 time_us;
  GTask *task; /* (owned) (nullable) */
} Job;

void
madaf_shelf_item_free (MadafShelfItem *item)
{
  g_bytes_unref (item->bytes);
  g_free (item->etag);
  g_free (item);
}

static void
job_free (Job *job)
{
  g_free (job->key);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job->etag);
  g_clear_object (&job->task);
  g_free (job);
}

/* In the worker. */
static void
do_job (gpointer data)
{
  Job *job = data;

  switch (job->kind)
    {
    case PUT:
      madaf_shelf_store_put (job->store, job->key, job->bytes, job->etag, job->time_us);
      break;
    case TOUCH:
      madaf_shelf_store_touch (job->store, job->key, job->time_us);
      break;
    case FORGET:
      madaf_shelf_store_forget (job->store, job->key);
      break;
    case GET:
      g_task_return_pointer (job->task, madaf_shelf_store_get (job->store, job->key),
                             (GDestroyNotify)madaf_shelf_item_free);
      break;
    case PUT_PICTURE:
      madaf_shelf_store_put_picture (job->store, job->key, job->bytes, job->time_us);
      break;
    case GET_PICTURE:
      g_task_return_pointer (job->task, madaf_shelf_store_get_picture (job->store, job->key, job->time_us),
                             (GDestroyNotify)g_bytes_unref);
      break;
    case SETTLE:
      g_task_return_boolean (job->task, TRUE);
      break;
    default:
      g_assert_not_reached ();
    }

  job_free (job);
}

static void
open_store (gpointer data)
{
  madaf_shelf_store_open (data);
}

static void
free_store (gpointer data)
{
  madaf_shelf_store_free (data);
}

static void
madaf_shelf_finalize (GObject *object)
{
  MadafShelf *self = MADAF_SHELF (object);

  madaf_sql_thread_end (self->worker, free_store, self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (madaf_shelf_parent_class)->finalize (object);
}

static void
madaf_shelf_class_init (MadafShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = madaf_shelf_finalize;
}

static void
madaf_shelf_init (MadafShelf *self)
{
}

MadafShelf *
madaf_shelf_new (const char *path, gint64 picture_bytes, MadafClock *clock)
{
  MadafShelf *self = g_object_new (MADAF_TYPE_SHELF, NULL);

  self->clock = g_object_ref (clock);
  self->worker = madaf_sql_thread_new ("madaf-shelf");
  self->store = madaf_shelf_store_new (path, picture_bytes);
  madaf_sql_thread_push (self->worker, open_store, self->store);

  return self;
}

static Job *
job_new (MadafShelf *self, JobKind kind, const char *key)
{
  Job *job = g_new0 (Job, 1);

  job->kind = kind;
  job->store = self->store;
  job->key = g_strdup (key);

  return job;
}

static void
push (MadafShelf *self, Job *job)
{
  madaf_sql_thread_push (self->worker, do_job, job);
}

static void
push_task (MadafShelf *self, Job *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  job->task = g_task_new (self, cancellable, callback, user_data);
  job->time_us = madaf_clock_now_us (self->clock);
  push (self, job);
}

void
madaf_shelf_put (MadafShelf *self, const char *key, GBytes *bytes, const char *etag, gint64 as_of_us)
{
  Job *job = job_new (self, PUT, key);

  job->bytes = g_bytes_ref (bytes);
  job->etag = g_strdup (etag);
  job->time_us = as_of_us;
  push (self, job);
}

void
madaf_shelf_touch (MadafShelf *self, const char *key, gint64 as_of_us)
{
  Job *job = job_new (self, TOUCH, key);

  job->time_us = as_of_us;
  push (self, job);
}

void
madaf_shelf_forget (MadafShelf *self, const char *key)
{
  push (self, job_new (self, FORGET, key));
}

void
madaf_shelf_put_picture (MadafShelf *self, const char *key, GBytes *bytes)
{
  Job *job = job_new (self, PUT_PICTURE, key);

  job->bytes = g_bytes_ref (bytes);
  job->time_us = madaf_clock_now_us (self->clock);
  push (self, job);
}

void
madaf_shelf_get_async (
    MadafShelf *self, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  push_task (self, job_new (self, GET, key), cancellable, callback, user_data);
}

MadafShelfItem *
madaf_shelf_get_finish (MadafShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
madaf_shelf_get_picture_async (
    MadafShelf *self, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  push_task (self, job_new (self, GET_PICTURE, key), cancellable, callback, user_data);
}

GBytes *
madaf_shelf_get_picture_finish (MadafShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
madaf_shelf_settle_async (MadafShelf *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  push_task (self, job_new (self, SETTLE, NULL), cancellable, callback, user_data);
}

gboolean
madaf_shelf_settle_finish (MadafShelf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
