/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "client/transport.h"

#include "client/transfer.h"

/* How often the thread looks at silent streams when nothing else wakes it. */
#define TICK_MS 1000
/* One for the stream; the others are shared by what pages ask for. */
#define CONNECTIONS 12

const MadafTransportLimits madaf_transport_limits_default = {
  .connect_ms = 2000,
  .low_speed_bytes = 64,
  .low_speed_s = 8,
  .silent_stream_ms = 45000,
};

/* What the object and its thread share; counted, since the thread may outlive the object by a moment. */
typedef struct
{
  CURLM *multi;
  GAsyncQueue *queue; /* (element-type MadafTransfer) not yet begun */
  GPtrArray *active;  /* (element-type MadafTransfer) the thread's */
  MadafTransportLimits limits;
  char *ca_file; /* (owned) (nullable) */
  int stopping;  /* atomic */
} Network;

struct _MadafTransport
{
  GObject parent_instance;

  Network *network;
  GThread *thread; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MadafTransport, madaf_transport, G_TYPE_OBJECT)

static void
network_clear (gpointer data)
{
  Network *network = data;

  curl_multi_cleanup (network->multi);
  g_async_queue_unref (network->queue);
  g_ptr_array_unref (network->active);
  g_free (network->ca_file);
}

static void
network_unref (gpointer network)
{
  g_atomic_rc_box_release_full (network, network_clear);
}

static Network *
network_new (const MadafTransportLimits *limits, const char *ca_file)
{
  Network *network = g_atomic_rc_box_new0 (Network);

  network->multi = curl_multi_init ();
  curl_multi_setopt (network->multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)CONNECTIONS);
  network->queue = g_async_queue_new_full ((GDestroyNotify)madaf_transfer_free);
  network->active = g_ptr_array_new_with_free_func ((GDestroyNotify)madaf_transfer_free);
  network->limits = *limits;
  network->ca_file = g_strdup (ca_file);

  return network;
}

static void
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  Network *network = user_data;

  curl_multi_wakeup (network->multi);
}

static void
disconnect (MadafTransfer *transfer)
{
  if (transfer->cancelled_handler != 0)
    g_cancellable_disconnect (g_task_get_cancellable (transfer->task), transfer->cancelled_handler);
  transfer->cancelled_handler = 0;
}

/* Ends @transfer, which then is no more. */
static void
end_transfer (Network *network, MadafTransfer *transfer, CURLcode result)
{
  disconnect (transfer);
  curl_multi_remove_handle (network->multi, transfer->easy);
  madaf_transfer_finish (transfer, result);
  g_ptr_array_remove_fast (network->active, transfer);
}

static void
begin_transfer (Network *network, MadafTransfer *transfer)
{
  GError *error = NULL;

  if (!madaf_transfer_prepare (transfer, &network->limits, network->ca_file, &error))
    {
      disconnect (transfer);
      madaf_transfer_fail (transfer, error);
      madaf_transfer_free (transfer);
      return;
    }

  g_ptr_array_add (network->active, transfer);
  curl_multi_add_handle (network->multi, transfer->easy);
}

static void
take_queue (Network *network)
{
  MadafTransfer *transfer;

  while ((transfer = g_async_queue_try_pop (network->queue)) != NULL)
    begin_transfer (network, transfer);
}

static void
end_finished (Network *network)
{
  CURLMsg *message;
  int left;

  while ((message = curl_multi_info_read (network->multi, &left)) != NULL)
    {
      CURLcode result = message->data.result;
      MadafTransfer *transfer = NULL;

      if (message->msg != CURLMSG_DONE)
        continue;
      curl_easy_getinfo (message->easy_handle, CURLINFO_PRIVATE, &transfer);
      end_transfer (network, transfer, result);
    }
}

static gboolean
is_silent (Network *network, MadafTransfer *transfer)
{
  gint64 silence_us = g_get_monotonic_time () - transfer->heard_at;

  return transfer->sink != NULL && silence_us > (gint64)network->limits.silent_stream_ms * 1000;
}

/* Curl asks the progress callback only once a second while nothing comes; a cancelled call shall stop at once. */
static void
end_unwanted (Network *network)
{
  for (guint i = network->active->len; i > 0; i--)
    {
      MadafTransfer *transfer = g_ptr_array_index (network->active, i - 1);
      GCancellable *cancellable = g_task_get_cancellable (transfer->task);

      if (cancellable != NULL && g_cancellable_is_cancelled (cancellable))
        end_transfer (network, transfer, CURLE_ABORTED_BY_CALLBACK);
      else if (is_silent (network, transfer))
        end_transfer (network, transfer, CURLE_OPERATION_TIMEDOUT);
    }
}

static gpointer
run (gpointer data)
{
  Network *network = data;

  while (!g_atomic_int_get (&network->stopping))
    {
      int running;

      take_queue (network);
      curl_multi_perform (network->multi, &running);
      end_finished (network);
      end_unwanted (network);
      curl_multi_poll (network->multi, NULL, 0, TICK_MS, NULL);
    }

  network_unref (network);
  return NULL;
}

static void
madaf_transport_finalize (GObject *object)
{
  MadafTransport *self = MADAF_TRANSPORT (object);

  g_atomic_int_set (&self->network->stopping, TRUE);
  curl_multi_wakeup (self->network->multi);

  /* The thread itself may drop the last reference, with the task of the last call; it cannot wait for itself. */
  if (g_thread_self () == self->thread)
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);
  network_unref (self->network);

  G_OBJECT_CLASS (madaf_transport_parent_class)->finalize (object);
}

static void
madaf_transport_class_init (MadafTransportClass *klass)
{
  /* Curl writes TLS secrets to the file that this names. */
  g_unsetenv ("SSLKEYLOGFILE");
  curl_global_init (CURL_GLOBAL_DEFAULT);

  G_OBJECT_CLASS (klass)->finalize = madaf_transport_finalize;
}

static void
madaf_transport_init (MadafTransport *self)
{
}

MadafTransport *
madaf_transport_new (const MadafTransportLimits *limits, const char *ca_file)
{
  MadafTransport *self = g_object_new (MADAF_TYPE_TRANSPORT, NULL);

  self->network = network_new (limits != NULL ? limits : &madaf_transport_limits_default, ca_file);
  self->thread = g_thread_new ("madaf-network", run, g_atomic_rc_box_acquire (self->network));

  return self;
}

static void
enqueue (MadafTransport *self, MadafTransfer *transfer)
{
  GCancellable *cancellable = g_task_get_cancellable (transfer->task);
  Network *network = self->network;

  if (cancellable != NULL)
    transfer->cancelled_handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled),
                                                         g_atomic_rc_box_acquire (network), network_unref);

  g_async_queue_push (network->queue, transfer);
  curl_multi_wakeup (network->multi);
}

void
madaf_transport_send_async (MadafTransport *self,
                            MadafRequest *request,
                            MadafTransportReader reader,
                            GDestroyNotify free_result,
                            gpointer data,
                            GDestroyNotify free_data,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  MadafTransfer *transfer = madaf_transfer_new (request, task);

  g_task_set_source_tag (task, madaf_transport_send_async);
  transfer->reader = reader;
  transfer->free_result = free_result;
  transfer->data = data;
  transfer->free_data = free_data;
  enqueue (self, transfer);
}

gpointer
madaf_transport_send_finish (MadafTransport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
madaf_transport_stream_async (MadafTransport *self,
                              MadafRequest *request,
                              MadafTransportSink sink,
                              gpointer data,
                              GDestroyNotify free_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  MadafTransfer *transfer = madaf_transfer_new (request, task);

  g_task_set_source_tag (task, madaf_transport_stream_async);
  request->total_ms = 0;
  transfer->sink = sink;
  transfer->data = data;
  transfer->free_data = free_data;
  enqueue (self, transfer);
}

gboolean
madaf_transport_stream_finish (MadafTransport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
