/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan/worker.h"

#include "scan/agreement.h"

/* One thread, one place for the frame that waits. */
struct _MadafWorker
{
  MadafDecoder *decoder; /* (owned) */
  MadafWorkerFunc func;
  gpointer user_data;
  GThread *thread; /* (owned) */

  GMutex lock;
  GCond wake;
  MadafFrame *waiting; /* (owned) (nullable) */
  guint waiting_run;
  gint64 waiting_since_us; /* of the first of the frames that took each other's place */
  gboolean quit;
};

/* (transfer full) (nullable): the next frame; NULL when it is time to go. */
static MadafFrame *
wait_for_frame (MadafWorker *self, guint *run, gint64 *since_us)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (self->waiting == NULL && !self->quit)
    g_cond_wait (&self->wake, &self->lock);
  *run = self->waiting_run;
  *since_us = self->waiting_since_us;
  return self->quit ? NULL : g_steal_pointer (&self->waiting);
}

static gpointer
run_worker (gpointer data)
{
  MadafWorker *self = data;
  g_autoptr (MadafAgreement) agreement = madaf_agreement_new ();
  MadafFrame *frame;
  gint64 in_view_us = 0;
  gint64 since_us;
  guint last_run = 0;
  guint run;

  while ((frame = wait_for_frame (self, &run, &since_us)) != NULL)
    {
      g_autoptr (GPtrArray) seen = madaf_decoder_decode (self->decoder, frame);
      g_autoptr (GPtrArray) agreed = NULL;

      if (run != last_run)
        madaf_agreement_reset (agreement);
      if (seen->len == 0)
        in_view_us = 0;
      else if (in_view_us == 0 || run != last_run)
        in_view_us = since_us;
      last_run = run;
      agreed = madaf_agreement_filter (agreement, seen);
      self->func (agreed, in_view_us, frame, run, self->user_data);
      madaf_frame_unref (frame);
    }
  return NULL;
}

MadafWorker *
madaf_worker_new (MadafDecoder *decoder, MadafWorkerFunc func, gpointer user_data)
{
  MadafWorker *self = g_new0 (MadafWorker, 1);

  self->decoder = g_object_ref (decoder);
  self->func = func;
  self->user_data = user_data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->wake);
  self->thread = g_thread_new ("madaf-decode", run_worker, self);
  return self;
}

void
madaf_worker_free (MadafWorker *self)
{
  g_mutex_lock (&self->lock);
  self->quit = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);

  g_clear_pointer (&self->waiting, madaf_frame_unref);
  g_object_unref (self->decoder);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->wake);
  g_free (self);
}

void
madaf_worker_submit (MadafWorker *self, MadafFrame *frame, guint run)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->waiting == NULL || self->waiting_run != run)
    self->waiting_since_us = madaf_frame_get_time_us (frame);
  g_clear_pointer (&self->waiting, madaf_frame_unref);
  self->waiting = madaf_frame_ref (frame);
  self->waiting_run = run;
  g_cond_signal (&self->wake);
}
