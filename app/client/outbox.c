/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/outbox.h"

#include "client/backoff.h"
#include "client/outbox-record-private.h"
#include "client/outbox-store.h"
#include "client/sql-thread.h"

struct _MadafOutbox
{
  GObject parent_instance;

  MadafCentralClient *client; /* (owned) */
  MadafClock *clock;          /* (owned) */
  MadafRandom *random;        /* (owned) */
  MadafSqlThread *worker;     /* (owned) */
  MadafOutboxStore *store;    /* the worker's; freed by its last job */
  GListStore *waiting;        /* (owned) (element-type MadafOutboxRecord) oldest first */
  GQueue turns;               /* (element-type MadafOutboxRecord) (owned) in which order they are sent */
  GCancellable *cancellable;  /* (owned) */
  MadafBackoff backoff;
  gboolean sending;
  guint timer; /* until the next try */
};

G_DEFINE_FINAL_TYPE (MadafOutbox, madaf_outbox, G_TYPE_OBJECT)
G_DEFINE_QUARK (madaf - outbox - error, madaf_outbox_error)

static void send_next (MadafOutbox *self);

/* Something for the worker; the result comes back through the task. */
typedef struct
{
  MadafOutboxStore *store;
  MadafOutboxRow *row; /* (owned) (nullable) */
  char *key;           /* (owned) (nullable) */
  GTask *task;         /* (owned) (nullable) */
} Job;

static Job *
job_new (MadafOutbox *self, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->store = self->store;
  job->task = task;
  return job;
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->row, madaf_outbox_row_free);
  g_free (job->key);
  g_clear_object (&job->task);
  g_free (job);
}

static void
do_open (gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  GPtrArray *rows = madaf_outbox_store_open (job->store, &error);

  if (rows == NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, rows, (GDestroyNotify)g_ptr_array_unref);
  job_free (job);
}

static void
do_put (gpointer data)
{
  Job *job = data;
  GError *error = NULL;

  if (madaf_outbox_store_put (job->store, job->row, &error))
    g_task_return_pointer (job->task, g_steal_pointer (&job->row), (GDestroyNotify)madaf_outbox_row_free);
  else
    g_task_return_error (job->task, error);
  job_free (job);
}

static void
do_delete (gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  /* Left on the disk it is sent again after a restart, with its key: the central answers the same. */
  if (!madaf_outbox_store_delete (job->store, job->key, &error))
    g_warning ("An order that is decided could not be deleted: %s", error->message);
  job_free (job);
}

static void
free_store (gpointer data)
{
  madaf_outbox_store_free (data);
}

static MadafOutboxRecord *
add_record (MadafOutbox *self, MadafOutboxRow *row)
{
  MadafOutboxRecord *record = madaf_outbox_record_new (row->key, row->body, row->kept_at_us);

  g_list_store_append (self->waiting, record);
  g_queue_push_tail (&self->turns, g_object_ref (record));
  return record;
}

/* It is decided: it waits no longer, neither here nor on the disk. */
static void
take_out (MadafOutbox *self, MadafOutboxRecord *record)
{
  Job *job = job_new (self, NULL);
  guint position;

  job->key = g_strdup (madaf_outbox_record_get_key (record));
  madaf_sql_thread_push (self->worker, do_delete, job);

  if (g_list_store_find (self->waiting, record, &position))
    g_list_store_remove (self->waiting, position);
  if (g_queue_remove (&self->turns, record))
    g_object_unref (record);
}

static gboolean
on_time (gpointer user_data)
{
  MadafOutbox *self = user_data;

  self->timer = 0;
  send_next (self);
  return G_SOURCE_REMOVE;
}

/* Whether the order itself is refused: not that nobody, or nobody who may, answered. */
static gboolean
is_refusal (const GError *error)
{
  return error->domain == MADAF_CLIENT_ERROR && !madaf_client_error_is_passing (error)
         && error->code != MADAF_CLIENT_ERROR_UNAUTHORIZED && error->code != MADAF_CLIENT_ERROR_INSECURE;
}

static void
wait_for_next_try (MadafOutbox *self, MadafOutboxRecord *record, const GError *error)
{
  int delay_ms = madaf_backoff_next_ms (&self->backoff, self->random);

  delay_ms = MAX (delay_ms, 1000 * madaf_client_error_get_retry_after (error));
  g_message ("An order is kept here: %s", error->message);
  madaf_outbox_record_set_kept (record, error);

  /* An order that the central cannot digest must not hold up the others. */
  if (g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_SERVER_FAILED)
      || g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_BAD_DATA))
    g_queue_push_tail (&self->turns, g_queue_pop_head (&self->turns));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint)delay_ms, on_time, self);
}

/* An order on its way does not keep the outbox alive: that it was not answered is what the disk is for. */
static GWeakRef *
weak_ref_new (MadafOutbox *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  return ref;
}

/* Frees @ref. (transfer full) (nullable) */
static MadafOutbox *
weak_ref_take (GWeakRef *ref)
{
  MadafOutbox *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);
  return self;
}

/* Whoever placed it is not signed in any more: it is sent once more, as this kiosk's. The key is the kiosk's, so it is
 * the same order if it was placed before. FALSE when it is the kiosk's already. */
static gboolean
outlive_member (MadafOutboxRecord *record, const GError *error)
{
  if (madaf_outbox_record_get_member (record) == NULL
      || !g_error_matches (error, MADAF_CLIENT_ERROR, MADAF_CLIENT_ERROR_UNAUTHORIZED))
    return FALSE;
  madaf_outbox_record_set_member (record, NULL);
  return TRUE;
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MadafOutbox) self = weak_ref_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (MadafOrder) order
      = madaf_central_client_place_order_bytes_finish (MADAF_CENTRAL_CLIENT (source), result, &error);
  g_autoptr (MadafOutboxRecord) record = NULL;

  if (self == NULL)
    return;

  self->sending = FALSE;
  record = g_object_ref (g_queue_peek_head (&self->turns));
  if (order == NULL && outlive_member (record, error))
    {
      send_next (self);
      return;
    }
  if (order == NULL && !is_refusal (error))
    {
      wait_for_next_try (self, record, error);
      return;
    }

  madaf_backoff_reset (&self->backoff);
  take_out (self, record);
  if (order != NULL)
    madaf_outbox_record_set_confirmed (record, order);
  else
    madaf_outbox_record_set_refused (record, error);
  send_next (self);
}

static void
send_next (MadafOutbox *self)
{
  MadafOutboxRecord *record = g_queue_peek_head (&self->turns);
  MadafMemberPass *pass;

  if (record == NULL || self->sending || self->timer != 0)
    return;

  self->sending = TRUE;
  madaf_outbox_record_set_sending (record);
  pass = madaf_outbox_record_get_member (record);
  madaf_central_client_place_order_bytes_async (
      self->client, pass != NULL ? madaf_member_pass_get_token (pass) : NULL, madaf_outbox_record_get_key (record),
      madaf_outbox_record_get_body (record), self->cancellable, on_answered, weak_ref_new (self));
}

static void
on_client_state (MadafOutbox *self)
{
  if (madaf_central_client_get_state (self->client) == MADAF_CENTRAL_ONLINE)
    madaf_outbox_hurry (self);
}

static void
madaf_outbox_dispose (GObject *object)
{
  g_cancellable_cancel (MADAF_OUTBOX (object)->cancellable);

  G_OBJECT_CLASS (madaf_outbox_parent_class)->dispose (object);
}

static void
madaf_outbox_finalize (GObject *object)
{
  MadafOutbox *self = MADAF_OUTBOX (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  madaf_sql_thread_end (self->worker, free_store, self->store);
  g_queue_clear_full (&self->turns, g_object_unref);
  g_clear_object (&self->waiting);
  g_clear_object (&self->client);
  g_clear_object (&self->clock);
  g_clear_object (&self->random);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (madaf_outbox_parent_class)->finalize (object);
}

static void
madaf_outbox_class_init (MadafOutboxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = madaf_outbox_dispose;
  G_OBJECT_CLASS (klass)->finalize = madaf_outbox_finalize;
}

static void
madaf_outbox_init (MadafOutbox *self)
{
  self->waiting = g_list_store_new (MADAF_TYPE_OUTBOX_RECORD);
  self->cancellable = g_cancellable_new ();
  g_queue_init (&self->turns);
}

MadafOutbox *
madaf_outbox_new (const char *path, MadafCentralClient *client, MadafClock *clock, MadafRandom *random)
{
  MadafOutbox *self = g_object_new (MADAF_TYPE_OUTBOX, NULL);

  self->client = g_object_ref (client);
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->worker = madaf_sql_thread_new ("madaf-outbox");
  self->store = madaf_outbox_store_new (path);
  g_signal_connect_object (client, "notify::state", G_CALLBACK (on_client_state), self, G_CONNECT_SWAPPED);

  return self;
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MadafOutbox *self = MADAF_OUTBOX (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), &error);

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    g_object_unref (add_record (self, g_ptr_array_index (rows, i)));
  g_task_return_boolean (task, TRUE);
  send_next (self);
}

void
madaf_outbox_open_async (MadafOutbox *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, madaf_outbox_open_async);
  madaf_sql_thread_push (self->worker, do_open, job_new (self, g_task_new (self, NULL, on_opened, task)));
}

gboolean
madaf_outbox_open_finish (MadafOutbox *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_put (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MadafOutbox *self = MADAF_OUTBOX (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (MadafOutboxRow) row = g_task_propagate_pointer (G_TASK (result), &error);
  MadafOutboxRecord *record;

  if (row == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  record = add_record (self, row);
  madaf_outbox_record_set_member (record, g_task_get_task_data (task));
  g_task_return_pointer (task, record, g_object_unref);
  send_next (self);
}

void
madaf_outbox_put_async (MadafOutbox *self,
                        MadafOrderDraft *draft,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = job_new (self, g_task_new (self, NULL, on_put, task));
  g_autoptr (GBytes) body = madaf_order_draft_to_bytes (draft);
  g_autofree char *key = madaf_random_token (self->random);

  g_task_set_source_tag (task, madaf_outbox_put_async);
  if (madaf_order_draft_get_member (draft) != NULL)
    g_task_set_task_data (task, madaf_member_pass_ref (madaf_order_draft_get_member (draft)),
                          (GDestroyNotify)madaf_member_pass_unref);
  /* Cancelled or not, what is on the disk is an order, and whoever asked must hear of it. */
  g_task_set_check_cancellable (task, FALSE);
  job->row = madaf_outbox_row_new (key, body, madaf_clock_now_us (self->clock));
  madaf_sql_thread_push (self->worker, do_put, job);
}

MadafOutboxRecord *
madaf_outbox_put_finish (MadafOutbox *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GListModel *
madaf_outbox_get_waiting (MadafOutbox *self)
{
  return G_LIST_MODEL (self->waiting);
}

void
madaf_outbox_hurry (MadafOutbox *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  send_next (self);
}
