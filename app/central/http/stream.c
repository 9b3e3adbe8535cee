/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/http/stream.h"

#include <string.h>

/* Events read from the table at once. */
#define BATCH 500
/* Events that wait for one client at most; also how many are sent again when it resumes. */
#define QUEUE_LIMIT 512
/* A comment goes to every stream once in so many seconds, a part of the streams each second. */
#define BEAT_SECONDS 8

typedef struct
{
  MadafStreams *streams;
  MadafExchange *exchange;
  char *device_id; /* (owned) (nullable) */
  char *member_id; /* (owned) (nullable) */
  guint8 access[MADAF_ACCESS_DIGEST_SIZE];
  gint64 ends_us;    /* monotonic; 0: not a member's */
  char **topics;     /* (owned) */
  gint64 sent_until; /* events up to here are in the queue or were never wanted */
  GQueue queue;      /* (element-type GBytes) */
  gsize offset;      /* into the first */
  guint beat;        /* in which second of BEAT_SECONDS */
  gboolean beat_due;
  gboolean ending;
  gboolean dropping;
  GList link; /* in MadafStreams.all */
} Stream;

struct _MadafStreams
{
  MadafStore *store;
  MadafMetrics *metrics;
  MadafCache *cache;
  GThread *thread;
  GMutex mutex;
  GCond changed;
  gboolean pending; /* something was committed */
  gboolean stopping;
  gint64 last_id; /* the newest event handed out; -1 before the table was looked at */
  guint next_beat;
  GQueue all;           /* (element-type Stream) */
  GHashTable *by_topic; /* utf8 → GPtrArray of Stream */
};

static void
wake (Stream *stream)
{
  madaf_exchange_wake (stream->exchange);
}

static void
clear_queue (Stream *stream)
{
  g_queue_clear_full (&stream->queue, (GDestroyNotify)g_bytes_unref);
  stream->offset = 0;
}

/* With the mutex held. */
static void
enqueue (Stream *stream, GBytes *bytes)
{
  if (stream->dropping)
    return;
  if (stream->queue.length < QUEUE_LIMIT)
    g_queue_push_tail (&stream->queue, g_bytes_ref (bytes));
  else
    {
      stream->dropping = TRUE;
      clear_queue (stream);
      madaf_metrics_count (stream->streams->metrics, MADAF_COUNTER_STREAMS_DROPPED);
    }
  wake (stream);
}

static void
hand_out (MadafStreams *self, const MadafShopEvent *event)
{
  g_autofree char *topic = madaf_stream_get_topic (event);
  GPtrArray *listeners;

  if (strcmp (event->kind, "catalogue") == 0)
    madaf_cache_clear (self->cache);
  g_mutex_lock (&self->mutex);
  listeners = g_hash_table_lookup (self->by_topic, topic);
  if (listeners != NULL)
    {
      char *text = madaf_stream_format_event (event);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      for (guint i = 0; i < listeners->len; i++)
        {
          Stream *stream = g_ptr_array_index (listeners, i);

          if (event->id > stream->sent_until)
            enqueue (stream, bytes);
        }
    }
  self->last_id = event->id;
  g_mutex_unlock (&self->mutex);
  madaf_metrics_count (self->metrics, MADAF_COUNTER_EVENTS);
}

typedef struct
{
  gint64 after;
  MadafShopEvents *events;
} Batch;

static gboolean
read_batch (MadafTransaction *transaction, gpointer data, GError **error)
{
  Batch *batch = data;

  batch->events = madaf_event_list (transaction, batch->after, BATCH, error);
  return batch->events != NULL;
}

/* Reads what is new since last time and hands it out. */
static void
follow (MadafStreams *self)
{
  guint n;

  do
    {
      Batch batch = { self->last_id, NULL };
      g_autoptr (MadafShopEvents) events = NULL;
      g_autoptr (GError) error = NULL;

      if (!madaf_store_read (self->store, read_batch, &batch, &error))
        {
          g_warning ("the events cannot be read: %s", error->message);
          return;
        }
      events = batch.events;
      n = events->events->len;
      for (guint i = 0; i < n; i++)
        hand_out (self, g_ptr_array_index (events->events, i));
      g_mutex_lock (&self->mutex);
      if (self->last_id < 0 || events->reset)
        self->last_id = events->last_id;
      g_mutex_unlock (&self->mutex);
    }
  while (n == BATCH);
}

static void
beat (MadafStreams *self)
{
  gint64 now_us = g_get_monotonic_time ();

  self->next_beat = (self->next_beat + 1) % BEAT_SECONDS;
  for (GList *link = self->all.head; link != NULL; link = link->next)
    {
      Stream *stream = link->data;

      if (stream->beat != self->next_beat)
        continue;
      stream->beat_due = TRUE;
      stream->ending |= stream->ends_us != 0 && now_us >= stream->ends_us;
      wake (stream);
    }
}

static gpointer
run (gpointer data)
{
  MadafStreams *self = data;
  gint64 next_second = g_get_monotonic_time () + G_TIME_SPAN_SECOND;

  g_mutex_lock (&self->mutex);
  while (!self->stopping)
    {
      if (!self->pending)
        g_cond_wait_until (&self->changed, &self->mutex, next_second);
      if (self->pending)
        {
          self->pending = FALSE;
          g_mutex_unlock (&self->mutex);
          follow (self);
          g_mutex_lock (&self->mutex);
        }
      if (g_get_monotonic_time () >= next_second)
        {
          next_second = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
          beat (self);
        }
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

MadafStreams *
madaf_streams_new (MadafStore *store, MadafMetrics *metrics, MadafCache *cache)
{
  MadafStreams *self = g_new0 (MadafStreams, 1);

  self->store = store;
  self->metrics = metrics;
  self->cache = cache;
  self->last_id = -1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->all);
  self->by_topic = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  /* Only the newest id is wanted now; it is there before anybody can listen. */
  follow (self);
  self->thread = g_thread_new ("streams", run, self);
  return self;
}

void
madaf_streams_close_all (MadafStreams *self)
{
  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_signal (&self->changed);
  for (GList *link = self->all.head; link != NULL; link = link->next)
    {
      Stream *stream = link->data;

      stream->ending = TRUE;
      wake (stream);
    }
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);
}

void
madaf_streams_free (MadafStreams *self)
{
  if (self == NULL)
    return;
  if (self->thread != NULL)
    madaf_streams_close_all (self);
  g_hash_table_unref (self->by_topic);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}

void
madaf_streams_notify (MadafStreams *self)
{
  g_mutex_lock (&self->mutex);
  self->pending = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/* Copies as much of the queue as fits; @size is never so small that this matters. */
static gssize
take (Stream *stream, char *buffer, gsize size)
{
  gsize n = 0;

  while (n < size && stream->queue.length > 0)
    {
      GBytes *bytes = g_queue_peek_head (&stream->queue);
      gsize length;
      const char *data = g_bytes_get_data (bytes, &length);
      gsize part = MIN (length - stream->offset, size - n);

      memcpy (buffer + n, data + stream->offset, part);
      n += part;
      stream->offset += part;
      if (stream->offset < length)
        break;
      stream->offset = 0;
      g_bytes_unref (g_queue_pop_head (&stream->queue));
    }
  return (gssize)n;
}

static gssize
on_read (gpointer data, char *buffer, gsize size)
{
  static const char comment[] = ":\n\n";
  Stream *stream = data;
  MadafStreams *self = stream->streams;
  gssize n;

  g_mutex_lock (&self->mutex);
  n = take (stream, buffer, size);
  if (n == 0 && stream->dropping)
    n = MADAF_EXCHANGE_DROP;
  else if (n == 0 && stream->ending)
    n = MADAF_EXCHANGE_END;
  else if (n == 0 && stream->beat_due && size >= strlen (comment))
    {
      n = (gssize)strlen (comment);
      memcpy (buffer, comment, (gsize)n);
    }
  if (n != 0)
    stream->beat_due = FALSE;
  g_mutex_unlock (&self->mutex);
  return n;
}

/* With the mutex held. */
static void
unlist (MadafStreams *self, Stream *stream)
{
  g_queue_unlink (&self->all, &stream->link);
  for (guint i = 0; stream->topics[i] != NULL; i++)
    {
      GPtrArray *listeners = g_hash_table_lookup (self->by_topic, stream->topics[i]);

      g_ptr_array_remove_fast (listeners, stream);
      if (listeners->len == 0)
        g_hash_table_remove (self->by_topic, stream->topics[i]);
    }
}

static void
stream_free (Stream *stream)
{
  clear_queue (stream);
  g_strfreev (stream->topics);
  g_free (stream->device_id);
  g_free (stream->member_id);
  g_free (stream);
}

static void
on_closed (gpointer data)
{
  Stream *stream = data;
  MadafStreams *self = stream->streams;

  g_mutex_lock (&self->mutex);
  unlist (self, stream);
  g_mutex_unlock (&self->mutex);
  stream_free (stream);
}

static const MadafExchangeSource source = { on_read, on_closed };

/* Lists the stream, so that nothing after the newest event of now passes it by. */
static void
list (MadafStreams *self, Stream *stream, gint64 after)
{
  static guint counter;

  g_mutex_lock (&self->mutex);
  stream->link.data = stream;
  /* What was read over HTTP may be newer than what was handed out. */
  stream->sent_until = MAX (self->last_id, after);
  stream->beat = counter++ % BEAT_SECONDS;
  stream->ending = self->stopping;
  g_queue_push_tail_link (&self->all, &stream->link);
  for (guint i = 0; stream->topics[i] != NULL; i++)
    {
      GPtrArray *listeners = g_hash_table_lookup (self->by_topic, stream->topics[i]);

      if (listeners == NULL)
        {
          listeners = g_ptr_array_new ();
          g_hash_table_insert (self->by_topic, g_strdup (stream->topics[i]), listeners);
        }
      g_ptr_array_add (listeners, stream);
    }
  g_mutex_unlock (&self->mutex);
}

static void
push_text (GQueue *queue, char *text)
{
  g_queue_push_tail (queue, g_bytes_new_take (text, strlen (text)));
}

static void
push_reset (GQueue *queue, gint64 id)
{
  g_queue_clear_full (queue, (GDestroyNotify)g_bytes_unref);
  push_text (queue, g_strdup_printf ("id: %" G_GINT64_FORMAT "\nevent: reset\ndata: {}\n\n", id));
}

/* What was missed from @after until the stream was listed, out of the table; or "reset" where that is too much. */
static gboolean
catch_up (MadafStreams *self, Stream *stream, gint64 after, GQueue *missed, GError **error)
{
  guint n;

  do
    {
      Batch batch = { after, NULL };
      g_autoptr (MadafShopEvents) events = NULL;

      if (!madaf_store_read (self->store, read_batch, &batch, error))
        return FALSE;
      events = batch.events;
      n = events->events->len;
      /* An id from the future comes from another life of this database, before it was restored. */
      events->reset |= batch.after > events->last_id;
      for (guint i = 0; i < n && !events->reset; i++)
        {
          const MadafShopEvent *event = g_ptr_array_index (events->events, i);
          g_autofree char *topic = madaf_stream_get_topic (event);

          after = event->id;
          if (event->id <= stream->sent_until && g_strv_contains ((const char *const *)stream->topics, topic))
            push_text (missed, madaf_stream_format_event (event));
        }
      if (events->reset || missed->length > QUEUE_LIMIT)
        {
          g_mutex_lock (&self->mutex);
          stream->sent_until = events->last_id;
          g_mutex_unlock (&self->mutex);
          push_reset (missed, events->last_id);
          return TRUE;
        }
    }
  while (n == BATCH && after < stream->sent_until);
  return TRUE;
}

gboolean
madaf_streams_open (MadafStreams *self,
                    MadafExchange *exchange,
                    const MadafListener *listener,
                    const char *const *topics,
                    gint64 after,
                    GError **error)
{
  Stream *stream = g_new0 (Stream, 1);
  GQueue missed = G_QUEUE_INIT;
  GBytes *bytes;

  stream->streams = self;
  stream->exchange = exchange;
  stream->device_id = g_strdup (listener->device_id);
  stream->member_id = g_strdup (listener->member_id);
  if (listener->access != NULL)
    {
      memcpy (stream->access, listener->access, sizeof stream->access);
      stream->ends_us = g_get_monotonic_time () + listener->lasts_us;
    }
  stream->topics = g_strdupv ((char **)topics);
  list (self, stream, after);
  /* An id without data only tells the client where it stands. */
  push_text (&missed, g_strdup_printf (": open\nid: %" G_GINT64_FORMAT "\n\n",
                                       after >= 0 ? after : MAX (stream->sent_until, 0)));
  if (after >= 0 && !catch_up (self, stream, after, &missed, error))
    {
      g_queue_clear_full (&missed, (GDestroyNotify)g_bytes_unref);
      on_closed (stream);
      return FALSE;
    }
  g_mutex_lock (&self->mutex);
  while ((bytes = g_queue_pop_tail (&missed)) != NULL)
    g_queue_push_head (&stream->queue, bytes);
  g_mutex_unlock (&self->mutex);
  madaf_exchange_stream (exchange, "text/event-stream", &source, stream);
  return TRUE;
}

/* Ends those of which @is_one says TRUE. */
static void
close_those (MadafStreams *self, gboolean (*is_one) (const Stream *stream, gconstpointer whose), gconstpointer whose)
{
  g_mutex_lock (&self->mutex);
  for (GList *link = self->all.head; link != NULL; link = link->next)
    if (is_one (link->data, whose))
      {
        ((Stream *)link->data)->ending = TRUE;
        wake (link->data);
      }
  g_mutex_unlock (&self->mutex);
}

static gboolean
is_of_device (const Stream *stream, gconstpointer device_id)
{
  return g_strcmp0 (stream->device_id, device_id) == 0;
}

static gboolean
is_of_access (const Stream *stream, gconstpointer access)
{
  return stream->member_id != NULL && memcmp (stream->access, access, sizeof stream->access) == 0;
}

static gboolean
is_of_member (const Stream *stream, gconstpointer member_id)
{
  return g_strcmp0 (stream->member_id, member_id) == 0;
}

void
madaf_streams_close_device (MadafStreams *self, const char *device_id)
{
  close_those (self, is_of_device, device_id);
}

void
madaf_streams_close_access (MadafStreams *self, const guint8 access[MADAF_ACCESS_DIGEST_SIZE])
{
  close_those (self, is_of_access, access);
}

void
madaf_streams_close_member (MadafStreams *self, const char *member_id)
{
  close_those (self, is_of_member, member_id);
}

guint
madaf_streams_count (MadafStreams *self)
{
  guint n;

  g_mutex_lock (&self->mutex);
  n = self->all.length;
  g_mutex_unlock (&self->mutex);
  return n;
}
