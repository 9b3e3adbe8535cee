/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "central/send/dispatcher.h"

#include <string.h>

#include "central/http/log.h"
#include "central/send/words.h"
#include "central/shop/consent.h"
#include "central/shop/outbox.h"

/* The time between tries doubles from the first to the second. */
#define FIRST_WAIT (2 * G_TIME_SPAN_SECOND)
#define LAST_WAIT  (10 * G_TIME_SPAN_MINUTE)
/* How long nothing is done where the database gives nothing. */
#define REST (5 * G_TIME_SPAN_SECOND)

struct _MadafDispatcher
{
  MadafStore *store;
  MadafClock *clock;   /* (owned) */
  MadafRandom *random; /* (owned) */
  MadafSender *sender; /* (owned) */
  char *public_url;    /* (owned) (nullable) */
  GThread *thread;
  GMutex mutex;
  GCond changed;
  gboolean pending;
  int stopping;     /* atomic */
  gint64 unwritten; /* the number of a message that left, and could not be marked; 0: none */
};

/* One message on its way. */
typedef struct
{
  MadafDispatcher *dispatcher;
  MadafMessage *message; /* (owned) (nullable): none is due */
  char *shop_name;       /* (owned) (nullable) */
  char *receipt_token;   /* (owned) (nullable) */
  gint64 now_us;
  gint64 next_us;
  MadafSendResult result;
} Job;

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->message, madaf_message_free);
  g_free (job->shop_name);
  g_free (job->receipt_token);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* (transfer full) (nullable): NULL without an error when there is none. */
static char *
read_text (MadafTransaction *transaction, const char *sql, const char *argument, GError **error)
{
  g_autoptr (MadafRows) rows
      = madaf_transaction_query (transaction, sql, MADAF_VALUES (MADAF_VALUE_TEXT (argument)), error);

  return rows != NULL && madaf_rows_next (rows, error) ? madaf_rows_dup_text (rows, 0) : NULL;
}

static gboolean
read_job (MadafTransaction *transaction, gpointer data, GError **error)
{
  Job *job = data;
  g_autoptr (GError) local_error = NULL;

  job->message = madaf_outbox_next (transaction, job->now_us, &job->next_us, &local_error);
  if (job->message != NULL)
    job->shop_name = read_text (transaction, "SELECT name FROM shop WHERE one = $1", "1", &local_error);
  if (job->message != NULL && job->message->order_id != NULL && local_error == NULL)
    job->receipt_token = read_text (transaction, "SELECT receipt_token FROM customer_order WHERE id = $1",
                                    job->message->order_id, &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What the link of a message about wishes ends: what it is about, or everything if that is both. @lists: what follows
 * the token in its body. */
static const char *
find_purpose (const char *lists)
{
  g_auto (GStrv) lines = g_strsplit (lists, "\n", 3);

  if (g_strv_length (lines) != 3 || (lines[1][0] != '\0' && lines[2][0] != '\0'))
    return "";
  return lines[1][0] != '\0' ? "?about=" MADAF_CONSENT_PRICE_DROP : "?about=" MADAF_CONSENT_BACK_IN_STOCK;
}

/* (transfer full) (nullable): where the message leads */
static char *
make_url (MadafDispatcher *self, const Job *job)
{
  const char *body = job->message->body;
  gsize length;

  if (self->public_url == NULL)
    return NULL;
  if (job->receipt_token != NULL)
    return g_strconcat (self->public_url, "/r/", job->receipt_token, NULL);
  if (strcmp (job->message->kind, MADAF_MESSAGE_WISHES) != 0 || body == NULL)
    return NULL;
  length = strcspn (body, "\n");
  return g_strdup_printf ("%s/u/%.*s%s", self->public_url, (int)length, body, find_purpose (body + length));
}

static MadafSendResult
send_job (MadafDispatcher *self, const Job *job)
{
  const MadafMessage *message = job->message;
  /* The number alone would come again after an older copy of the database was put back. */
  g_autofree char *id
      = g_strdup_printf ("%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, message->number, message->created_us);
  g_autofree char *url = make_url (self, job);
  g_autofree char *text = madaf_send_words (message, job->shop_name != NULL ? job->shop_name : "{}", url);
  g_autofree char *why = NULL;
  const MadafLetter letter = { id, message->kind, message->phone, message->language, text, message->created_us };
  MadafSendResult result;

  if (text == NULL)
    return MADAF_SEND_NEVER;
  result = self->sender->kind->send (self->sender, &letter, &self->stopping, &why);
  if (result != MADAF_SEND_DONE && !g_atomic_int_get (&self->stopping))
    madaf_log_event (MADAF_LOG_WARNING, result == MADAF_SEND_LATER ? "message-waits" : "message-refused", why);
  return result;
}

/* Twice as long with each try, and between half of that and all of it. */
static gint64
choose_wait (MadafDispatcher *self, gint64 tries)
{
  gint64 wait = tries < 20 ? MIN (FIRST_WAIT << tries, LAST_WAIT) : LAST_WAIT;

  return wait / 2 + (gint64)madaf_random_below (self->random, (guint64)wait / 2);
}

static gboolean
write_job (MadafTransaction *transaction, gpointer data, GError **error)
{
  const Job *job = data;
  gint64 number = job->message->number;

  switch (job->result)
    {
    case MADAF_SEND_DONE:
      return madaf_outbox_sent (transaction, number, job->now_us, error);
    case MADAF_SEND_LATER:
      return madaf_outbox_failed (transaction, number, job->next_us, error);
    default:
      return madaf_outbox_drop (transaction, number, error);
    }
}

/* Sends what is due, one message. Gives for how long there is nothing to do; 0: look again. */
static gint64
work (MadafDispatcher *self)
{
  g_auto (Job) job = { .dispatcher = self, .now_us = madaf_clock_now_us (self->clock) };
  g_autoptr (GError) error = NULL;

  if (!madaf_store_read (self->store, read_job, &job, &error))
    {
      madaf_log_event (MADAF_LOG_WARNING, "outbox-not-read", error->message);
      return REST;
    }
  if (job.message == NULL)
    return job.next_us == G_MAXINT64 ? G_TIME_SPAN_HOUR : MIN (job.next_us - job.now_us, G_TIME_SPAN_HOUR);
  job.result = job.message->number == self->unwritten ? MADAF_SEND_DONE : send_job (self, &job);
  /* Broken off, it does not count as a try. */
  if (job.result == MADAF_SEND_LATER && g_atomic_int_get (&self->stopping))
    return REST;
  job.next_us = job.now_us + choose_wait (self, job.message->tries);
  if (madaf_store_write (self->store, write_job, &job, &error))
    {
      self->unwritten = 0;
      return 0;
    }
  madaf_log_event (MADAF_LOG_WARNING, "outbox-not-written", error->message);
  if (job.result == MADAF_SEND_DONE)
    self->unwritten = job.message->number;
  return REST;
}

static gpointer
run (gpointer data)
{
  MadafDispatcher *self = data;

  while (!g_atomic_int_get (&self->stopping))
    {
      gint64 wait = work (self);
      gint64 until = g_get_monotonic_time () + wait;

      g_mutex_lock (&self->mutex);
      while (!self->pending && !g_atomic_int_get (&self->stopping) && wait > 0
             && g_cond_wait_until (&self->changed, &self->mutex, until))
        ;
      self->pending = FALSE;
      g_mutex_unlock (&self->mutex);
    }
  return NULL;
}

MadafDispatcher *
madaf_dispatcher_start (
    MadafStore *store, MadafClock *clock, MadafRandom *random, MadafSender *sender, const char *public_url)
{
  MadafDispatcher *self = g_new0 (MadafDispatcher, 1);

  self->store = store;
  self->clock = g_object_ref (clock);
  self->random = g_object_ref (random);
  self->sender = sender;
  self->public_url = g_strdup (public_url);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  self->thread = g_thread_new ("dispatcher", run, self);
  return self;
}

void
madaf_dispatcher_notify (MadafDispatcher *self)
{
  g_mutex_lock (&self->mutex);
  self->pending = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
}

void
madaf_dispatcher_stop (MadafDispatcher *self)
{
  if (self == NULL || self->thread == NULL)
    return;
  g_mutex_lock (&self->mutex);
  g_atomic_int_set (&self->stopping, TRUE);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);
}

void
madaf_dispatcher_free (MadafDispatcher *self)
{
  if (self == NULL)
    return;
  madaf_dispatcher_stop (self);
  madaf_sender_free (self->sender);
  g_object_unref (self->clock);
  g_object_unref (self->random);
  g_free (self->public_url);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self);
}
